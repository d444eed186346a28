package org.fewlabel.learn.supervised.base;

import java.util.List;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.TrainingLabels;

/** The learners that a user can choose among, each with settings that suit few labels. */
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

    /** {@link NearestNeighbors}, 10 of them. */
    NEIGHBOURS("Nearest neighbors") {
        @Override
        public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed,
            final Workers workers,
            final Progress progress) {
            return NearestNeighbors.train(rows, targets, NEAREST);
        }
    },

    /** {@link GaussianNaiveBayes}, its variances drawn toward those within all classes. */
    NAIVE_BAYES("Naive Bayes") {
        @Override
        public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed,
            final Workers workers,
            final Progress progress) {
            return GaussianNaiveBayes.train(rows, targets, GaussianNaiveBayes.Smoothing.FEW_LABELS, progress);
        }
    },

    /** {@link NetworkLearner} from scratch; takes so long that it is never tried unasked. */
    NETWORK("Neural network") {
        @Override
        public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed,
            final Workers workers,
            final Progress progress) {
            return NetworkLearner.fromScratch().fit(rows, targets, seed, workers, progress);
        }
    };

    private static final int TREES = 100;

    private static final int NEAREST = 10;

    private final String text;

    StandardLearner(final String text) {
        this.text = text;
    }

    /**
     * @param wanted the one that the user wants; empty to choose
     * @return those to choose among, the most robust one first
     */
    public static List<StandardLearner> candidates(final Optional<StandardLearner> wanted) {
        return wanted.map(List::of).orElseGet(() -> List.of(LOGISTIC, FOREST, NEIGHBOURS, NAIVE_BAYES));
    }

    /** @return what the user calls it */
    public String text() {
        return text;
    }
}
