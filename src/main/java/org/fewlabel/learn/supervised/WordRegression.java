package org.fewlabel.learn.supervised;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.text.TermWeights;

/**
 * Logistic regression on TF-IDF weighted words, with the penalty of {@link LogisticRegression}. Only the words of a row
 * are used. Document frequencies come from all rows; but the co-occurrence of words, which text vectors learn from
 * unlabeled rows too, is not used: this makes it the baseline for texts.
 */
public final class WordRegression implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "logistic regression on words";

    private final int classes;

    private final int columns;

    private final int[] known;

    private final TermWeights terms;

    /** By known class, the weights of the words and then the intercept. */
    private final double[] weights;

    private WordRegression(final int classes, final int columns, final int[] known, final TermWeights terms,
        final double[] weights) {
        this.classes = classes;
        this.columns = columns;
        this.known = known;
        this.terms = terms;
        this.weights = weights;
    }

    /**
     * @param rows used for training or not
     * @param targets of the same rows
     * @return a classifier; with a single class, it always predicts that class
     * @throws IllegalArgumentException if the two differ in their number of rows, or no row has a weight
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static WordRegression train(final DenseRows rows, final TrainingLabels targets, final Workers workers,
        final Progress progress) {
        targets.checkFor(rows);
        final var used = targets.used();
        final var known = targets.known();
        final var terms = TermWeights.of(rows.words());
        final var values = LogisticFit.sparse(terms.apply(rows.words().select(used)));
        return new WordRegression(targets.classes(), rows.columns(), known, terms, LogisticRegression.weights(values,
            rows.words().columns(), targets.select(used), known, workers, progress));
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int words() {
        return terms.idf().length;
    }

    @Override
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        if (rows.columns() != columns || rows.words().columns() != words()) {
            throw new IllegalArgumentException("Rows of " + rows.columns() + " dimensions and " + rows.words().columns()
                + " words, not of " + columns + " and " + words() + ", cannot be classified.");
        }
        final var weighted = terms.apply(rows.words());
        return LogisticRegression.probabilities(rows.rows(), classes, known, (row, m) -> {
            final var start = m * (words() + 1);
            var score = weights[start + words()];
            for (var i = weighted.offsets()[row]; i < weighted.offsets()[row + 1]; i++) {
                score += weighted.values()[i] * weights[start + weighted.indices()[i]];
            }
            return score;
        }, workers, progress);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("classes", classes).put("columns", columns).put("known", known)
            .put("terms", terms.idf()).put("weights", weights);
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static WordRegression restore(final State state) {
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        final var known = LogisticRegression.known(state, classes);
        final var terms = new TermWeights(state.floatsOrMissing("terms", -1));
        for (final var weight : terms.idf()) {
            if (!(weight >= 1)) {
                throw new UserMessageException(
                    "The stored model is damaged: a word has the weight " + weight + ".");
            }
        }
        return new WordRegression(classes, state.integer("columns", 0, Integer.MAX_VALUE), known, terms,
            state.numbers("weights", known.length * (terms.idf().length + 1L)));
    }
}
