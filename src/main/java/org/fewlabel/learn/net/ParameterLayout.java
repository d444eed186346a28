package org.fewlabel.learn.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;

/**
 * The layout of the parameters of a network with an objective in one flat array: one row-major matrix after the other,
 * in this order:
 * <ol>
 * <li>{@code embedding i}: {@code codes × dimensions} for each embedding of the input;</li>
 * <li>for each layer of the body, i from 0: {@code body i weights} ({@code in × out}) and {@code body i bias} ({@code 1
 * × out}) of a dense layer; the same of a convolution, whose rows are the kernel's positions, row by row, the channels
 * varying fastest; {@code body i scale} and {@code body i shift} ({@code 1 × width}) of a norm; of a sequence layer
 * {@code body i positions} ({@code 1 × length · dimensions}) first, or the {@code scale} and {@code shift} of {@code
 * body i attention}, then {@code weights} and {@code bias} of {@code body i block queries, keys, values, projection},
 * the norm {@code body i dense} and {@code body i block inner, outer};</li>
 * <li>of a variational objective {@code mean weights, mean bias, log variance weights, log variance bias};</li>
 * <li>for each layer of the head the same as for the body, as {@code head i …};</li>
 * <li>the output layers of the objective, each with {@code weights} and {@code bias}: {@code numbers}, {@code
 * categories}, {@code corruption}, {@code classes}; or {@code tokens bias} only.</li>
 * </ol> The running {@code mean} and {@code variance} ({@code 1 × width}) of each batch norm, which have no gradient,
 * are in a second array in the same order.
 */
public final class ParameterLayout {

    /** More parameters than this do not fit into one array together with what training needs. */
    public static final int MAX_PARAMETERS = 1 << 28;

    /** The user's cancel is checked once per this many drawn parameters. */
    private static final int PIECE = 1 << 20;

    /**
     * One matrix of the layout.
     *
     * @param name as listed above
     * @param rows the number of rows
     * @param columns the number of columns
     * @param offset the index of its first number
     */
    public record Matrix(String name, int rows, int columns, int offset) {
        /** @return the number of values */
        public int size() {
            return rows * columns;
        }

        /** @return whether weight decay applies: to weights, not to biases, scales, shifts and embeddings */
        boolean decays() {
            return name.endsWith(" weights");
        }

        /** @return whether it belongs to input or body, which make up an encoder */
        boolean inBody() {
            return name.startsWith("body ") || name.startsWith("embedding ");
        }
    }

    private static final String BLOCK = " block ";

    private final Map<String, Matrix> parameters = new LinkedHashMap<>();

    private final Map<String, Matrix> statistics = new LinkedHashMap<>();

    private int size;

    private int statisticsSize;

    private ParameterLayout() {
    }

    /** @throws IllegalArgumentException if there are too many parameters */
    public static ParameterLayout of(final Network network, final Objective objective) {
        final var layout = new ParameterLayout();
        final var embeddings = network.input().embeddings();
        for (var i = 0; i < embeddings.size(); i++) {
            layout.add("embedding " + i, embeddings.get(i).codes(), embeddings.get(i).dimensions());
        }
        final var body = layout.layers("body", network.body(), network.input().bodyWidth());
        if (objective instanceof Objective.Variational variational) {
            layout.dense("mean", body, variational.latent());
            layout.dense("log variance", body, variational.latent());
            final var head = layout.layers("head", network.head(), variational.latent());
            layout.targets(variational.targets(), head);
            return layout;
        }
        final var head = layout.layers("head", network.head(), body);
        if (objective instanceof Objective.Reconstruction reconstruction) {
            if (reconstruction.reconstruct() > 0) {
                layout.targets(reconstruction.targets(), head);
            }
            if (reconstruction.detect() > 0) {
                layout.dense("corruption", head, reconstruction.targets().columns());
            }
        } else if (objective instanceof Objective.Classification classification) {
            layout.dense("classes", head, classification.classes());
        } else if (objective instanceof Objective.MaskedTokens) {
            layout.tokens(network, head);
        }
        return layout;
    }

    private void tokens(final Network network, final int width) {
        final var body = network.body();
        if (body.isEmpty() || !(body.get(body.size() - 1) instanceof Layer.MeanPool pool)
            || pool.sequence().dimensions() != width) {
            throw new IllegalArgumentException("The network does not predict masked tokens.");
        }
        add("tokens bias", 1, network.input().embeddings().get(0).codes());
    }

    private void targets(final Targets targets, final int width) {
        if (targets.numbers() > 0) {
            dense("numbers", width, targets.numbers());
        }
        if (targets.categories().length > 0) {
            dense("categories", width, targets.allCategories());
        }
    }

    private int layers(final String part, final List<Layer> layers, final int in) {
        var width = in;
        for (var i = 0; i < layers.size(); i++) {
            final var layer = layers.get(i);
            final var name = part + " " + i;
            if (layer instanceof Layer.Dense dense) {
                dense(name, width, dense.units());
            } else if (layer instanceof Layer.Convolution c) {
                dense(name, c.size() * c.size() * c.in().channels(), c.filters());
            } else if (layer instanceof Layer.BatchNorm || layer instanceof Layer.LayerNorm) {
                norm(name, width);
            }
            if (layer instanceof Layer.OfSequence of) {
                sequence(name, of);
            }
            if (layer instanceof Layer.BatchNorm) {
                statisticsSize = add(statistics, name + " mean", 1, width, statisticsSize);
                statisticsSize = add(statistics, name + " variance", 1, width, statisticsSize);
            }
            width = layer.widthAfter(width);
        }
        return width;
    }

    private void sequence(final String name, final Layer.OfSequence layer) {
        final var width = layer.sequence().dimensions();
        if (layer instanceof Layer.Transformer transformer) {
            norm(name + " attention", width);
            for (final var part : List.of("queries", "keys", "values", "projection")) {
                dense(name + BLOCK + part, width, width);
            }
            norm(name + " dense", width);
            dense(name + BLOCK + "inner", width, transformer.inner());
            dense(name + BLOCK + "outer", transformer.inner(), width);
            return;
        }
        if (layer instanceof Layer.Positions) {
            add(name + " positions", 1, layer.sequence().size());
        }
        norm(name, width);
    }

    private void norm(final String name, final int width) {
        add(name + " scale", 1, width);
        add(name + " shift", 1, width);
    }

    private void dense(final String name, final int in, final int out) {
        add(name + " weights", in, out);
        add(name + " bias", 1, out);
    }

    private void add(final String name, final int rows, final int columns) {
        size = add(parameters, name, rows, columns, size);
    }

    private static int add(final Map<String, Matrix> matrices, final String name, final int rows, final int columns,
        final int offset) {
        final var end = offset + (long)rows * columns;
        if (end > MAX_PARAMETERS) {
            throw new UserMessageException("The network has too many parameters (more than " + MAX_PARAMETERS
                + "). Use fewer columns, fewer categories or smaller layers.");
        }
        matrices.put(name, new Matrix(name, rows, columns, offset));
        return (int)end;
    }

    /** @return the number of parameters */
    public int size() {
        return size;
    }

    /** @return the number of running statistics, which have no gradient */
    public int statisticsSize() {
        return statisticsSize;
    }

    /** @return the parameter matrices, in their order */
    public List<Matrix> parameters() {
        return new ArrayList<>(parameters.values());
    }

    /** @return the matrices of running statistics, in their order */
    public List<Matrix> statistics() {
        return new ArrayList<>(statistics.values());
    }

    /** @return the number of parameters of input and body, which come first */
    public int bodySize() {
        return parameters.values().stream().filter(Matrix::inBody).mapToInt(Matrix::size).sum();
    }

    /** @return the number of running statistics of the body, which come first */
    public int bodyStatisticsSize() {
        return statistics.values().stream().filter(Matrix::inBody).mapToInt(Matrix::size).sum();
    }

    /**
     * @return the initial parameters: weights normal with variance {@code 2 / in} (He et al. 2015), those after the
     *         head and in transformer blocks with {@code 1 / in} (LeCun initialization); biases and shifts 0, scales 1,
     *         embeddings normal with standard deviation 0.1
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public float[] initial(final SplittableRandom random, final Progress progress) {
        final var values = new float[size];
        for (final var matrix : parameters.values()) {
            final var hidden = !matrix.name().contains(BLOCK)
                && (matrix.name().startsWith("body ") || matrix.name().startsWith("head "));
            final var deviation = matrix.name().startsWith("embedding ") ? 0.1
                : matrix.decays() ? Math.sqrt((hidden ? 2.0 : 1.0) / matrix.rows()) : 0;
            final var constant = matrix.name().endsWith(" scale") ? 1f : 0f;
            for (var i = matrix.offset(); i < matrix.offset() + matrix.size(); i++) {
                if (i % PIECE == 0) {
                    progress.checkCanceled();
                }
                values[i] = deviation > 0 ? (float)(deviation * random.nextGaussian()) : constant;
            }
        }
        return values;
    }

    /** @return the initial statistics: running means of 0 and variances of 1 */
    public float[] initialStatistics() {
        final var values = new float[statisticsSize];
        for (final var matrix : statistics.values()) {
            if (matrix.name().endsWith(" variance")) {
                java.util.Arrays.fill(values, matrix.offset(), matrix.offset() + matrix.size(), 1);
            }
        }
        return values;
    }
}
