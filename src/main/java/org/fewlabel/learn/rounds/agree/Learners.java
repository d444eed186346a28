package org.fewlabel.learn.rounds.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.supervised.WordRegression;
import org.fewlabel.learn.supervised.base.BaseLearner;
import org.fewlabel.learn.supervised.base.MultinomialNaiveBayes;
import org.fewlabel.learn.supervised.base.StandardLearner;

/**
 * What learns in two views. If the user leaves it open, what sees texts and nothing else counts their words: of long
 * texts that tells more than vectors do.
 *
 * @param name what the user calls it
 * @param all of what both views see
 * @param ofViews of the first view and of the second
 */
record Learners(String name, BaseLearner all, List<BaseLearner> ofViews) {

    private static final BaseLearner WORD_REGRESSION = (rows, targets, seed, workers, progress) -> WordRegression
        .train(rows, targets, workers, progress);

    private static final BaseLearner WORD_BAYES = (rows, targets, seed, workers, progress) -> MultinomialNaiveBayes
        .train(rows, targets, MultinomialNaiveBayes.SMOOTHING, progress);

    /** Of views that hold texts and nothing else; what sees both is what the labeled rows alone give best. */
    static final Learners WORDS = new Learners("Naive Bayes on words with co-EM", WORD_REGRESSION,
        List.of(WORD_BAYES, WORD_BAYES));

    /**
     * @param wanted the learner that the user wants; empty to choose
     * @return those to choose among, the most robust one first
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
