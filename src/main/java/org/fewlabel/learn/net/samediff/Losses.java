package org.fewlabel.learn.net.samediff;

import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.Targets;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The objectives as SameDiff graphs, as defined in {@link Objective}. */
final class Losses {

    /**
     * Logits are clipped to this: they are practically certain beyond, and no sum of exponentials overflows or
     * underflows.
     */
    private static final double MAX_LOGIT = 40;

    /** The name of the variable with the negative contribution of each row to the loss of a classification. */
    static final String ROWS = "rows";

    private static final double MIN_SQUARED_NORM = 1e-12;

    private final GraphBuilder builder;

    private final SameDiff graph;

    Losses(final GraphBuilder builder) {
        this.builder = builder;
        this.graph = builder.graph;
    }

    /** @return the loss, a scalar */
    SDVariable loss(final SDVariable head) {
        final var objective = builder.objective;
        if (objective instanceof Objective.TwoViews twoViews) {
            return twoViews(twoViews, head);
        }
        if (objective instanceof Objective.MaskedTokens masked) {
            return new TokenLoss(builder, masked.maxMasked()).loss();
        }
        if (objective instanceof Objective.Classification) {
            final var shares = builder.slot(Slot.CLASSES);
            final var logits = builder.logSoftmax(builder.dense("classes", head));
            return logits.mul(shares).sum(true, 1).mul(ROWS, builder.slot(Slot.ROW_WEIGHTS)).sum().neg();
        }
        var errors = rowErrors(head);
        if (objective instanceof Objective.Variational variational) {
            errors = errors.add(divergence().mul(variational.beta() / variational.targets().columns()));
        }
        return errors.mean();
    }

    /** @return the class probabilities (softmax) */
    SDVariable probabilities(final SDVariable head) {
        return graph.nn.softmax(builder.dense("classes", head), 1);
    }

    /** @return the error of each row, a column */
    SDVariable rowErrors(final SDVariable head) {
        if (builder.objective instanceof Objective.Variational variational) {
            return reconstruction(variational.targets(), head);
        }
        final var objective = (Objective.Reconstruction)builder.objective;
        SDVariable errors = null;
        if (objective.reconstruct() > 0) {
            errors = reconstruction(objective.targets(), head).mul(objective.reconstruct());
        }
        if (objective.detect() > 0) {
            final var logits = clipped(builder.dense("corruption", head));
            final var softplus = graph.math.log(graph.math.exp(logits).add(1));
            final var detection = softplus.sub(logits.mul(builder.slot(Slot.CORRUPTED))).sum(true, 1)
                .mul(objective.detect() / objective.targets().columns());
            errors = errors == null ? detection : errors.add(detection);
        }
        return errors;
    }

    private SDVariable reconstruction(final Targets targets, final SDVariable head) {
        SDVariable errors = null;
        if (targets.numbers() > 0) {
            final var difference = builder.dense("numbers", head).sub(builder.slot(Slot.NUMBERS));
            errors = difference.mul(difference).mul(builder.slot(Slot.NUMBER_WEIGHTS)).sum(true, 1);
        }
        if (targets.categories().length > 0) {
            final var logits = clipped(builder.dense("categories", head));
            // one product with a 0/1 matrix sums the exponentials of each column's categories, however many columns
            // there are
            final var sums = graph.math.log(graph.math.exp(logits).mmul(graph.constant("columns", columns(targets))));
            final var nominal = sums.mul(builder.slot(Slot.CATEGORY_WEIGHTS)).sum(true, 1)
                .sub(logits.mul(builder.slot(Slot.CATEGORIES)).sum(true, 1));
            errors = errors == null ? nominal : errors.add(nominal);
        }
        return errors.mul(1.0 / targets.columns());
    }

    private static INDArray columns(final Targets targets) {
        final var belongs = Nd4j.zeros(DataType.FLOAT, targets.allCategories(), targets.categories().length);
        var category = 0;
        for (var column = 0; column < targets.categories().length; column++) {
            for (var i = 0; i < targets.categories()[column]; i++) {
                belongs.putScalar(category++, column, 1);
            }
        }
        return belongs;
    }

    private SDVariable clipped(final SDVariable logits) {
        return graph.math.clipByValue(logits, -MAX_LOGIT, MAX_LOGIT);
    }

    private SDVariable divergence() {
        final var mean = builder.mean();
        final var logVariance = builder.logVariance();
        return mean.mul(mean).add(graph.math.exp(logVariance)).sub(logVariance).sub(1).sum(true, 1).mul(0.5);
    }

    private SDVariable twoViews(final Objective.TwoViews objective, final SDVariable head) {
        if (objective instanceof Objective.NtXent ntXent) {
            return ntXent(head, ntXent.temperature());
        }
        final var width = builder.network.bodyWidth() == 0 ? 0 : headWidth();
        final var first = view(head, 0, width);
        final var second = view(head, builder.items, width);
        if (objective instanceof Objective.BarlowTwins barlow) {
            return barlow(first, second, width, barlow.offDiagonal());
        }
        return vicReg(first, second, width, (Objective.VicReg)objective);
    }

    private int headWidth() {
        var width = builder.network.bodyWidth();
        for (final var layer : builder.network.head()) {
            width = layer.widthAfter(width);
        }
        return width;
    }

    private SDVariable view(final SDVariable head, final int from, final int width) {
        return graph.slice(head, new int[]{from, 0}, builder.items, width);
    }

    private SDVariable ntXent(final SDVariable head, final double temperature) {
        final var n = builder.items;
        final var width = headWidth();
        final var unit = head.div(graph.math.sqrt(head.mul(head).sum(true, 1).add(MIN_SQUARED_NORM)));
        final var cosines = graph.mmul(unit, unit, false, true, false);
        // the largest cosine is 1, so subtracting it keeps every exponential in range
        final var others = graph.math.exp(cosines.sub(1).mul(1 / temperature))
            .mul(graph.constant("others", Nd4j.ones(DataType.FLOAT, 2L * n, 2L * n).subi(Nd4j.eye(2L * n))));
        final var normalizer = graph.math.log(others.sum(1)).mean().add(1 / temperature);
        final var pairs = view(unit, 0, width).mul(view(unit, n, width)).sum().mul(1 / (n * temperature));
        return normalizer.sub(pairs);
    }

    private SDVariable barlow(final SDVariable first, final SDVariable second, final int width,
        final double offDiagonal) {
        final var correlations = graph.mmul(standardized(first), standardized(second), true, false, false)
            .mul(1.0 / builder.items);
        final var identity = Nd4j.eye(width).castTo(DataType.FLOAT);
        final var weights = identity.mul(1 - offDiagonal).addi(offDiagonal);
        final var difference = correlations.sub(graph.constant("identity", identity));
        return difference.mul(difference).mul(graph.constant("weights of correlations", weights)).sum();
    }

    private SDVariable standardized(final SDVariable view) {
        final var centered = view.sub(view.mean(true, 0));
        return centered.div(builder.root(centered.mul(centered).mean(true, 0)));
    }

    private SDVariable vicReg(final SDVariable first, final SDVariable second, final int width,
        final Objective.VicReg weights) {
        final var difference = first.sub(second);
        final var different = graph.constant("different dimensions",
            Nd4j.ones(DataType.FLOAT, width, width).subi(Nd4j.eye(width)));
        return difference.mul(difference).mean().mul(weights.invariance())
            .add(varianceAndCovariance(first, width, weights, different))
            .add(varianceAndCovariance(second, width, weights, different));
    }

    private SDVariable varianceAndCovariance(final SDVariable view, final int width, final Objective.VicReg weights,
        final SDVariable different) {
        final var centered = view.sub(view.mean(true, 0));
        final var free = 1.0 / (builder.items - 1);
        // as in the authors' code
        final var deviations = graph.math.sqrt(centered.mul(centered).sum(true, 0).mul(free).add(1e-4));
        final var hinge = graph.nn.relu(deviations.rsub(1), 0).mean().mul(weights.variance() / 2);
        final var covariances = graph.mmul(centered, centered, true, false, false).mul(free);
        return hinge.add(
            covariances.mul(covariances).mul(different).sum().mul(weights.covariance() / width));
    }
}
