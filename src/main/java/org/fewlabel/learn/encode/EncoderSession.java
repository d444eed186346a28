package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Slot;

/**
 * Applies an encoder to rows. The embedding of a row does not depend on the other rows, so a table can be encoded in
 * pieces, with the memory of one piece. For one thread at a time.
 */
public final class EncoderSession implements AutoCloseable {

    private static final int BATCH = 256;

    private final TableEncoder encoder;

    private final Engine engine;

    /** Per column the number of cells that the encoder had not seen in training. */
    private final Map<String, Integer> unseen = new HashMap<>();

    private Engine.ForwardPass embedding;

    private Engine.ForwardPass errors;

    EncoderSession(final TableEncoder encoder, final Engine engine) {
        this.encoder = encoder;
        this.engine = engine;
    }

    /** @see TableEncoder#embed */
    public DenseRows embed(final Rows rows, final Progress progress) {
        if (embedding == null) {
            // an objective of two views takes its rows in pairs
            final var objective = encoder.objective();
            embedding = engine.evaluation(encoder.network(), objective,
                TextNetwork.perRun(encoder.network().input(), BATCH) / objective.views(), Engine.Output.EMBEDDING);
        }
        encoder.input().unseenCells(rows).forEach((column, cells) -> unseen.merge(column, cells, Integer::sum));
        return new DenseRows(rows.size(), encoder.dimensions(),
            run(embedding, rows, encoder.dimensions(), progress));
    }

    /** @see TableEncoder#reconstructionErrors */
    public float[] reconstructionErrors(final Rows rows, final Progress progress) {
        if (!encoder.reconstructs()) {
            throw new IllegalStateException(
                "An encoder of the kind \"" + encoder.kind() + "\" does not reconstruct rows.");
        }
        if (errors == null) {
            final var objective = encoder.objective() instanceof Objective.Variational v ? v : reconstructionOnly();
            errors = engine.evaluation(encoder.network(), objective, BATCH, Engine.Output.ROW_ERRORS);
        }
        return run(errors, rows, 1, progress);
    }

    /** @return for each row its embedding, followed by its reconstruction error */
    public float[] embedWithErrors(final Rows rows, final Progress progress) {
        final var embedded = embed(rows, progress.part(0, 0.5));
        final var rowErrors = reconstructionErrors(rows, progress.part(0.5, 1));
        final var width = embedded.columns();
        final var result = new float[Math.multiplyExact(rows.size(), width + 1)];
        for (var row = 0; row < rows.size(); row++) {
            System.arraycopy(embedded.values(), row * width, result, row * (width + 1), width);
            result[row * (width + 1) + width] = rowErrors[row];
        }
        return result;
    }

    /**
     * @return for each column of all rows embedded so far how many of its cells are of a kind that was not
     *         there in training (a new category, or a missing cell where none was missing), if there are any
     */
    public Map<String, Integer> unseenCells() {
        final var cells = new LinkedHashMap<String, Integer>();
        for (final var column : encoder.input().used()) {
            if (unseen.getOrDefault(column, 0) > 0) {
                cells.put(column, unseen.get(column));
            }
        }
        return cells;
    }

    /** Without the detection, whose parameters come last and are not used. */
    private Objective reconstructionOnly() {
        return new Objective.Reconstruction(((Objective.Reconstruction)encoder.objective()).targets(), 1, 0);
    }

    private float[] run(final Engine.ForwardPass evaluation, final Rows rows, final int width,
        final Progress progress) {
        final var dense = encoder.input().encode(rows, progress);
        final var table = new TableInput(encoder.input());
        final var batch = evaluation.batch();
        final var input = batch.get(Slot.INPUT);
        final var perRun = input.length / dense.columns();
        final var result = new float[Math.multiplyExact(dense.rows(), width)];
        batch.deterministic();
        for (var from = 0; from < dense.rows(); from += perRun) {
            progress.checkCanceled();
            final var count = Math.min(perRun, dense.rows() - from);
            System.arraycopy(dense.values(), from * dense.columns(), input, 0, count * dense.columns());
            Arrays.fill(input, count * dense.columns(), input.length, 0);
            if (evaluation == errors) {
                table.fillTargets(dense, IntStream.range(from, from + count).toArray(), batch);
            }
            final var output = evaluation.run(encoder.values(), encoder.statistics());
            System.arraycopy(output, 0, result, from * width, count * width);
            progress.report((double)(from + count) / dense.rows(), "Encoding rows");
        }
        return result;
    }

    @Override
    public void close() {
        if (embedding != null) {
            embedding.close();
        }
        if (errors != null) {
            errors.close();
        }
    }
}
