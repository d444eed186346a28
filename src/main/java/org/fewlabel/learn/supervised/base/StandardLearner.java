package org.fewlabel.learn.supervised.base;

import java.util.List;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.TrainingLabels;

/** The base learners that a user can select, with settings for few labels. */
public enum StandardLearner implements BaseLearner {

    /** {@link LogisticRegression}. */
    LOGISTIC("Logistic regression") {
        @Override
        public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed,
            final Workers workers,
            final Progress progress) {
            return LogisticRegression.train(rows, targets, workers, progress);
        }
    },

    /** {@link RandomForest} of 100 trees. */
    FOREST("Random forest") {
        @Override
        public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed,
            final Workers workers,
            final Progress progress) {
            return RandomForest.train(rows, targets, TREES, seed, workers, progress);
        }
    },

    /** {@link NearestNeighbors} with 10 neighbors. */
    NEIGHBOURS("Nearest neighbors") {
        @Override
        public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed,
            final Workers workers,
            final Progress progress) {
            return NearestNeighbors.train(rows, targets, NEIGHBOR_COUNT);
        }
    },

    /** {@link GaussianNaiveBayes} with variances shrunk toward the pooled ones. */
    NAIVE_BAYES("Naive Bayes") {
        @Override
        public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed,
            final Workers workers,
            final Progress progress) {
            return GaussianNaiveBayes.train(rows, targets, GaussianNaiveBayes.Smoothing.FEW_LABELS, progress);
        }
    },

    /** {@link NetworkLearner} from scratch; too slow to be a candidate by default. */
    NETWORK("Neural network") {
        @Override
        public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed,
            final Workers workers,
            final Progress progress) {
            return NetworkLearner.fromScratch().fit(rows, targets, seed, workers, progress);
        }
    };

    private static final int TREES = 100;

    private static final int NEIGHBOR_COUNT = 10;

    private final String text;

    StandardLearner(final String text) {
        this.text = text;
    }

    /**
     * @param wanted the learner that the user selected; empty for automatic selection
     * @return the candidates, the most robust one first
     */
    public static List<StandardLearner> candidates(final Optional<StandardLearner> wanted) {
        return wanted.map(List::of).orElseGet(() -> List.of(LOGISTIC, FOREST, NEIGHBOURS, NAIVE_BAYES));
    }

    /** @return the name for the user */
    public String text() {
        return text;
    }
}
