package org.fewlabel.learn.label.agree;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.label.Classifier;
import org.fewlabel.learn.label.Temperature;

/**
 * Two classifiers that see different dimensions of the rows. What they say, each at its temperature, is multiplied (Blum and
 * Mitchell 1998, section 5): of classes that are equally frequent that is how probable they are, if within a class the one
 * view says nothing of the other. If one cannot tell, the other does alone.
 */
public final class ViewsClassifier implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "two views";

    private static final int MOST_COLUMNS = 1_000_000;

    private final int columns;

    private final List<Classifier> parts;

    private final List<int[]> views;

    private final double[] temperatures;

    /**
     * @param columns the number of dimensions of the rows
     * @param parts two classifiers of the same classes
     * @param views for each the dimensions that it sees
     * @param temperatures of each, above 0
     * @throws IllegalArgumentException if they do not fit each other
     */
    public ViewsClassifier(final int columns, final List<Classifier> parts, final List<int[]> views,
        final double[] temperatures) {
        if (parts.size() != 2 || views.size() != 2 || temperatures.length != 2
            || parts.get(0).classes() != parts.get(1).classes()
            || IntStream.range(0, 2).anyMatch(v -> parts.get(v).columns() != views.get(v).length
                || !(temperatures[v] > 0) || Arrays.stream(views.get(v)).anyMatch(d -> d < 0 || d >= columns))) {
            throw new IllegalArgumentException("The stored model is damaged: its two views do not fit each other.");
        }
        this.columns = columns;
        this.parts = List.copyOf(parts);
        this.views = List.copyOf(views);
        this.temperatures = temperatures.clone();
    }

    @Override
    public int classes() {
        return parts.get(0).classes();
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double[] predict(final DenseRows rows, final Workers workers, final Progress progress) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                "Rows of " + rows.columns() + " dimensions, not of " + columns + ", cannot be classified.");
        }
        final var first = part(0, rows, workers, progress.part(0, 0.5));
        return joined(first, part(1, rows, workers, progress.part(0.5, 1)), classes());
    }

    private double[] part(final int v, final DenseRows rows, final Workers workers, final Progress progress) {
        return Temperature.apply(parts.get(v).predict(see(rows, views.get(v)), workers, progress), classes(),
            temperatures[v]);
    }

    /**
     * @return row by row the products of both, made to sum to 1; where one cannot tell, what the other says, and where each
     *         rules out all that the other does not, the mean of both
     */
    static double[] joined(final double[] first, final double[] second, final int classes) {
        final var joined = new double[first.length];
        for (var at = 0; at < joined.length; at += classes) {
            var sum = 0.0;
            for (var c = at; c < at + classes; c++) {
                joined[c] = Double.isNaN(first[c]) ? second[c] : Double.isNaN(second[c]) ? first[c] : first[c] * second[c];
                sum += joined[c];
            }
            for (var c = at; c < at + classes; c++) {
                joined[c] = sum == 0 ? (first[c] + second[c]) / 2 : joined[c] / sum;
            }
        }
        return joined;
    }

    /** @return the rows with those dimensions alone */
    static DenseRows see(final DenseRows rows, final int[] dimensions) {
        final var values = new float[Math.multiplyExact(rows.rows(), dimensions.length)];
        for (var i = 0; i < rows.rows(); i++) {
            for (var d = 0; d < dimensions.length; d++) {
                values[i * dimensions.length + d] = rows.values()[i * rows.columns() + dimensions[d]];
            }
        }
        return new DenseRows(rows.rows(), dimensions.length, values);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("columns", columns).put("first", views.get(0)).put("second", views.get(1))
            .put("temperatures", temperatures).put("part 0", parts.get(0).state()).put("part 1", parts.get(1).state());
    }

    /**
     * @param state of another classifier of this kind
     * @param partOf restores a part
     * @return an equal classifier
     * @throws IllegalArgumentException if the state is damaged
     */
    public static ViewsClassifier restore(final State state, final Function<State, Classifier> partOf) {
        final var columns = state.integer("columns", 0, MOST_COLUMNS);
        final var views = List.of(state.integers("first", -1, 0, columns - 1), state.integers("second", -1, 0, columns - 1));
        return new ViewsClassifier(columns,
            List.of(partOf.apply(state.state("part 0")), partOf.apply(state.state("part 1"))), views,
            state.numbers("temperatures", 2));
    }
}
