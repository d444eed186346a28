package org.fewlabel.learn.encode;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.pretext.ImageViews;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.RowViews;

/**
 * Trains an encoder by reconstruction of corrupted rows and detection of corrupted cells (VIME, Yoon et al. 2020). By
 * kind of task: {@code MASK} and {@code CORRUPT} do both, {@code SWAP} only detects, {@code BLOCKS} and {@code
 * TIME_FREQUENCY} only reconstruct. Of images {@code IMAGE} and {@code PATCHES} reconstruct, the latter only masked
 * patches; {@code ROTATE} and {@code JIGSAW} classify the transformation. {@code WORDS} is masked language modeling
 * (Devlin et al. 2019).
 */
public final class MaskedEncoder {

    /** The kind of stored encoders. */
    public static final String KIND = "masked";

    /** The weight of the reconstruction relative to the detection, alpha in the paper. */
    public static final double RECONSTRUCT = 2;

    private final PretextTask task;

    private final double reconstruct;

    private final EncoderSettings settings;

    /**
     * @param task corrupts the rows
     * @param reconstruct the weight of the reconstruction where both are trained; {@link #RECONSTRUCT} in the paper
     * @param settings the network and its training
     */
    public MaskedEncoder(final PretextTask task, final double reconstruct, final EncoderSettings settings) {
        this.task = task;
        this.reconstruct = reconstruct;
        this.settings = settings;
    }

    /**
     * @param rows the training rows, at least 2
     * @return the encoder
     * @throws IllegalArgumentException if there are too few rows or no column varies, or the task was made for other
     *         columns
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public FittedEncoder fit(final Rows rows, final Engine engine, final Progress progress) {
        task.checkColumns(rows);
        if (task.kind() == PretextTask.Kind.WORDS) {
            return EncoderTraining.fitTexts(rows, task, settings, KIND,
                List.of(new Layer.Dense(settings.architecture().dimensions())),
                (length, corruption) -> new Objective.MaskedTokens(corruption.maxMasked(length)), engine, progress);
        }
        return EncoderTraining.fit(rows, settings, KIND,
            table -> new EncoderTraining.Setup(table.body(settings.architecture(), true),
                List.of(new Layer.Activation(Layer.Function.RELU)), objective(table)),
            (dense, input) -> task.kind().isPuzzle()
                ? new PuzzleSource(dense, new ImageViews(task, input.shape().orElseThrow()))
                : new ReconstructionSource(dense, input, RowViews.of(task, dense, input),
                    task.kind() == PretextTask.Kind.PATCHES),
            engine, progress);
    }

    /** @return whether an encoder trained on such tasks has a reconstruction error */
    public static boolean reconstructs(final PretextTask.Kind kind) {
        return kind != PretextTask.Kind.SWAP && kind != PretextTask.Kind.WORDS && !kind.isPuzzle();
    }

    /** @return whether such tasks train both detection and reconstruction, which then are weighted */
    public static boolean weighs(final PretextTask.Kind kind) {
        return kind == PretextTask.Kind.MASK || kind == PretextTask.Kind.CORRUPT;
    }

    private Objective objective(final TableInput table) {
        task.checkShape(table.shape());
        return switch (task.kind()) {
            case MASK, CORRUPT -> new Objective.Reconstruction(table.targets(), reconstruct, 1);
            case SWAP -> new Objective.Reconstruction(table.targets(), 0, 1);
            case WORDS -> throw new IllegalStateException("Words are no cells.");
            case BLOCKS, TIME_FREQUENCY, IMAGE, PATCHES -> new Objective.Reconstruction(table.targets(), 1, 0);
            case ROTATE, JIGSAW -> new Objective.Classification(
                new ImageViews(task, table.shape().orElseThrow()).answers());
        };
    }
}
