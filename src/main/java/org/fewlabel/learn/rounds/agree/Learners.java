package org.fewlabel.learn.rounds.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.supervised.WordRegression;
import org.fewlabel.learn.supervised.base.BaseLearner;
import org.fewlabel.learn.supervised.base.MultinomialNaiveBayes;
import org.fewlabel.learn.supervised.base.StandardLearner;

/**
 * The base learners of two views. By default a view of texts only is learned from its term counts, which is better for
 * long texts than vectors.
 *
 * @param name for the user
 * @param all the learner of the dimensions of both views
 * @param ofViews the learners of the first and the second view
 */
record Learners(String name, BaseLearner all, List<BaseLearner> ofViews) {

    private static final BaseLearner WORD_REGRESSION = (rows, targets, seed, workers, progress) -> WordRegression
        .train(rows, targets, workers, progress);

    private static final BaseLearner WORD_BAYES = (rows, targets, seed, workers, progress) -> MultinomialNaiveBayes
        .train(rows, targets, MultinomialNaiveBayes.SMOOTHING, progress);

    /** The learners for views of texts only; that of both views is the best baseline. */
    static final Learners WORDS = new Learners("Naive Bayes on words with co-EM", WORD_REGRESSION,
        List.of(WORD_BAYES, WORD_BAYES));

    /**
     * @param wanted the learner that the user selected; empty for automatic selection
     * @return the candidates, the most robust one first
     */
    static List<Learners> candidates(final Optional<StandardLearner> wanted, final ColumnViews views) {
        final var candidates = new ArrayList<Learners>();
        for (final var learner : StandardLearner.candidates(wanted)) {
            candidates.add(new Learners(learner.text(), learner, views.both().stream()
                .<BaseLearner>map(view -> wanted.isEmpty() && view.ofTexts() ? WORD_BAYES : learner).toList()));
        }
        return candidates;
    }
}
