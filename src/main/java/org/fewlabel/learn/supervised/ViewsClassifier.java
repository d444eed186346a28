package org.fewlabel.learn.supervised;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;

/**
 * Two classifiers on different views of the rows. Their probabilities, after temperature scaling, are multiplied (Blum
 * and Mitchell 1998, section 5), which is exact for equally frequent classes and views that are independent given the
 * class. If a row is undecided by one, the other is used.
 */
public final class ViewsClassifier implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "two views";

    private static final int MAX_COLUMNS = 1_000_000;

    private static final int MAX_WORDS = 1 << 24;

    /** The names of the views in a stored model. */
    private static final List<String> NAMES = List.of("first", "second");

    /** The suffixes of the name of a view. */
    private static final String WORDS = " words";

    private final int columns;

    private final List<Classifier> parts;

    private final int words;

    private final List<View> views;

    private final double[] temperatures;

    /**
     * @param columns the number of dimensions of the rows
     * @param words the number of words of the rows; 0 if no view uses words
     * @param parts two classifiers with the same classes
     * @param views of the classifiers
     * @param temperatures of the classifiers, above 0
     * @throws IllegalArgumentException if they do not fit each other
     */
    public ViewsClassifier(final int columns, final int words, final List<Classifier> parts, final List<View> views,
        final double[] temperatures) {
        if (parts.size() != 2 || views.size() != 2 || temperatures.length != 2
            || parts.get(0).classes() != parts.get(1).classes()
            || words > 0 && views.stream().noneMatch(View::ofTexts)
            || IntStream.range(0, 2).anyMatch(v -> parts.get(v).columns() != views.get(v).dimensions().length
                || parts.get(v).words() > 0 && parts.get(v).words() != views.get(v).words().length
                || !(temperatures[v] > 0) || !views.get(v).fits(columns, words))) {
            throw new UserMessageException("The stored model is damaged: its two views do not fit each other.");
        }
        this.columns = columns;
        this.words = words;
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
    public int words() {
        return words;
    }

    @Override
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                "Rows of " + rows.columns() + " dimensions, not of " + columns + ", cannot be classified.");
        }
        final var first = part(0, rows, workers, progress.part(0, 0.5));
        return combined(first, part(1, rows, workers, progress.part(0.5, 1)));
    }

    private ClassProbabilities part(final int v, final DenseRows rows, final Workers workers, final Progress progress) {
        return Temperature.apply(parts.get(v).predict(views.get(v).of(rows), workers, progress),
            temperatures[v]);
    }

    /**
     * @return the normalized products of both; if a row is undecided by one, the probabilities of the other, and if all
     *         products are 0, the mean of both
     */
    public static ClassProbabilities combined(final ClassProbabilities one, final ClassProbabilities other) {
        final var classes = one.classes();
        final var first = one.values();
        final var second = other.values();
        final var combined = new double[first.length];
        for (var at = 0; at < combined.length; at += classes) {
            var sum = 0.0;
            for (var c = at; c < at + classes; c++) {
                combined[c] = Double.isNaN(first[c]) ? second[c]
                    : Double.isNaN(second[c]) ? first[c] : first[c] * second[c];
                sum += combined[c];
            }
            for (var c = at; c < at + classes; c++) {
                combined[c] = sum == 0 ? (first[c] + second[c]) / 2 : combined[c] / sum;
            }
        }
        return new ClassProbabilities(classes, combined);
    }

    @Override
    public State state() {
        final var state = new State().put("kind", KIND).put("columns", columns).put("words", words)
            .put("temperatures", temperatures);
        for (var v = 0; v < NAMES.size(); v++) {
            state.put(NAMES.get(v), views.get(v).dimensions()).put("part " + v, parts.get(v).state());
            if (views.get(v).ofTexts()) {
                state.put(NAMES.get(v) + WORDS, views.get(v).words());
            }
        }
        return state;
    }

    /**
     * @param state of another classifier of this kind
     * @param partOf restores a part
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static ViewsClassifier restore(final State state, final Function<State, Classifier> partOf) {
        final var columns = state.integer("columns", 0, MAX_COLUMNS);
        final var words = state.integer("words", 0, MAX_WORDS);
        final var views = NAMES.stream().map(name -> new View(state.integers(name, -1, 0, columns - 1),
            state.entries().containsKey(name + WORDS) ? state.integers(name + WORDS, -1, 0, words - 1) : new int[0]))
            .toList();
        return new ViewsClassifier(columns, words,
            List.of(partOf.apply(state.state("part 0")), partOf.apply(state.state("part 1"))), views,
            state.numbers("temperatures", 2));
    }
}
