package org.fewlabel.learn.net.blas;

import java.util.Arrays;

import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.Targets;

/**
 * The reconstruction and detection errors of rows, and their mean, as defined in {@link
 * org.fewlabel.learn.net.Objective}.
 */
final class ReconstructionLoss implements LossUnit {

    /**
     * Logits are clipped to this: they are practically certain beyond, and no sum of exponentials overflows or
     * underflows.
     */
    private static final float MAX_LOGIT = 40;

    private final Context context;

    private final Targets targets;

    private final double reconstruct;

    private final double detect;

    /** {@code null} if there is no such output layer. */
    private final Tensor numbers;

    private final Tensor categories;

    private final Tensor corruption;

    private final double[] errors;

    /**
     * @param head the output of the head
     * @param reconstruct the weight of the reconstruction; 0 for none
     * @param detect the weight of the detection; 0 for none
     */
    ReconstructionLoss(final Context context, final Layers layers, final Tensor head, final Targets targets,
        final double reconstruct,
        final double detect) {
        this.context = context;
        this.targets = targets;
        this.reconstruct = reconstruct;
        this.detect = detect;
        final var reconstructs = reconstruct > 0;
        numbers = reconstructs && targets.numbers() > 0 ? layers.dense("numbers", head, targets.numbers(), null) : null;
        categories = reconstructs && targets.categories().length > 0
            ? layers.dense("categories", head, targets.allCategories(), null) : null;
        corruption = detect > 0 ? layers.dense("corruption", head, targets.columns(), null) : null;
        errors = new double[head.rows()];
        context.plan().rows(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        Arrays.fill(errors, from, to, 0);
        for (var row = from; row < to; row++) {
            if (numbers != null) {
                errors[row] += reconstruct / targets.columns() * numbers(row, scratch);
            }
            if (categories != null) {
                errors[row] += reconstruct / targets.columns() * categories(row, scratch);
            }
            if (corruption != null) {
                errors[row] += detect / targets.columns() * corruption(row, scratch);
            }
        }
    }

    /** @return the factor from the gradient of a row's error to the gradient of the loss */
    private float share(final double weight) {
        return (float)(weight / targets.columns() / errors.length);
    }

    private double numbers(final int row, final Scratch scratch) {
        final var width = numbers.width();
        final var x = scratch.array(0, width);
        numbers.values().get(row * width, x, 0, width);
        final var target = context.batch().get(Slot.NUMBERS);
        final var weights = context.batch().get(Slot.NUMBER_WEIGHTS);
        final var share = 2 * share(reconstruct);
        var error = 0.0;
        for (var i = 0; i < width; i++) {
            final var difference = x[i] - target[row * width + i];
            final var weighted = weights[row * width + i] * difference;
            error += weighted * difference;
            x[i] = share * weighted;
        }
        put(numbers, row, x);
        return error;
    }

    private static void put(final Tensor tensor, final int row, final float[] gradient) {
        if (tensor.gradient() != null) {
            tensor.gradient().put(row * tensor.width(), gradient, 0, tensor.width());
        }
    }

    private static float clipped(final float logit) {
        return Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, logit));
    }

    private double categories(final int row, final Scratch scratch) {
        final var width = categories.width();
        final var x = scratch.array(0, width);
        final var e = scratch.array(1, width);
        categories.values().get(row * width, x, 0, width);
        for (var i = 0; i < width; i++) {
            e[i] = clipped(x[i]);
        }
        scratch.exponential().apply(e, width, 1, 0);
        final var weights = context.batch().get(Slot.CATEGORY_WEIGHTS);
        final var truth = context.batch().get(Slot.CATEGORIES);
        final var share = share(reconstruct);
        final var columns = targets.categories().length;
        var error = 0.0;
        var at = 0;
        for (var column = 0; column < columns; column++) {
            final var end = at + targets.categories()[column];
            final var weight = weights[row * columns + column];
            final var sum = Vectors.sum(e, at, end - at);
            error += weight * Math.log(sum);
            for (; at < end; at++) {
                final var target = truth[row * width + at];
                final var logit = clipped(x[at]);
                error -= logit * target;
                x[at] = logit == x[at] ? share * ((float)(weight / sum) * e[at] - target) : x[at] * 0; // keeps NaN
            }
        }
        put(categories, row, x);
        return error;
    }

    private double corruption(final int row, final Scratch scratch) {
        final var width = corruption.width();
        final var x = scratch.array(0, width);
        final var e = scratch.array(1, width);
        corruption.values().get(row * width, x, 0, width);
        for (var i = 0; i < width; i++) {
            e[i] = clipped(x[i]);
        }
        scratch.exponential().apply(e, width, 1, 0);
        final var corrupted = context.batch().get(Slot.CORRUPTED);
        final var share = share(detect);
        var error = 0.0;
        for (var i = 0; i < width; i++) {
            final var truth = corrupted[row * width + i];
            final var logit = clipped(x[i]);
            error += Math.log(1 + (double)e[i]) - logit * truth;
            x[i] = logit == x[i] ? share * (e[i] / (1 + e[i]) - truth) : x[i] * 0;
        }
        put(corruption, row, x);
        return error;
    }

    @Override
    public double value() {
        return Arrays.stream(errors).sum() / errors.length;
    }

    @Override
    public float[] rows() {
        final var rows = new float[errors.length];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = (float)errors[i];
        }
        return rows;
    }

    @Override
    public void backward() {
        // the forward pass has computed the gradient
    }
}
