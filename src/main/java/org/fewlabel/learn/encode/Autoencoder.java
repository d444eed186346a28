package org.fewlabel.learn.encode;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.RowViews;

/**
 * Trains an autoencoder: a denoising one, which reconstructs corrupted rows (Vincent et al. 2008), or a variational
 * one, which reconstructs from a sampled code (Kingma &amp; Welling 2014). The decoder mirrors the encoder.
 *
 * @param variant which of the two
 * @param strength denoising: the share of each row's columns that get another row's value, 0 for none; variational: the
 *         weight of the KL divergence
 * @param settings the network and its training
 */
public record Autoencoder(Variant variant, double strength, EncoderSettings settings) {

    /** The kind of stored encoders. */
    public static final String KIND = "autoencoder";

    /** The kinds of autoencoders. */
    public enum Variant {
        /** reconstructs corrupted rows */
        DENOISING,
        /** reconstructs from a sampled code */
        VARIATIONAL
    }

    /**
     * @throws IllegalArgumentException if the share of corrupted columns is not from 0 to 1, or the weight is negative
     */
    public Autoencoder {
        if (!(strength >= 0 && (variant == Variant.VARIATIONAL || strength <= 1))) {
            throw new UserMessageException(variant == Variant.DENOISING
                ? "The share of damaged columns must be from 0 to 1, not " + strength + "."
                : "The KL weight must not be negative (" + strength + ").");
        }
    }

    /**
     * @param rows the training rows, at least 2
     * @return the encoder
     * @throws IllegalArgumentException if there are too few rows or no column varies
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public FittedEncoder fit(final Rows rows, final Engine engine, final Progress progress) {
        final var architecture = settings.architecture();
        final var decoder = Network.dense(architecture.mirrored(), false);
        if (variant == Variant.VARIATIONAL) {
            return EncoderTraining.fit(rows, settings, KIND,
                table -> new EncoderTraining.Setup(layersBeforeCode(table), decoder,
                    new Objective.Variational(table.targets(), architecture.dimensions(), strength)),
                (dense, input) -> new ReconstructionSource(dense, input, null, false), engine, progress);
        }
        final var names = rows.columns().stream().map(Column::name).toList();
        return EncoderTraining.fit(rows, settings, KIND,
            table -> new EncoderTraining.Setup(table.body(architecture, true), decoder,
                new Objective.Reconstruction(table.targets(), 1, 0)),
            (dense, input) -> new ReconstructionSource(dense, input,
                strength == 0 ? null
                    : RowViews.of(new PretextTask(PretextTask.Kind.MASK, names, strength, PretextTask.DEFAULT_VIEWS,
                        settings.training().seed()), dense, input),
                false),
            engine, progress);
    }

    /** The layers before those of the code: all dense ones but the last, or a whole body for images. */
    private List<Layer> layersBeforeCode(final TableInput table) {
        final var widths = settings.architecture().widths();
        return table.shape().isPresent() ? table.body(settings.architecture(), false)
            : Network.dense(widths.subList(0, widths.size() - 1), false);
    }
}
