package org.fewlabel.learn.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.consistency.ConsistencyLearner;
import org.fewlabel.learn.consistency.ConsistencyMethod;
import org.fewlabel.learn.consistency.ConsistencySettings;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.model.LabeledOnly;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.TaskChoice;
import org.fewlabel.learn.propagation.LabelPropagator;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.self.SelfTraining;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.StandardLearner;

/** A way from labels to a classifier: what the nodes of that name do with their default settings. */
public enum Route {

    /** Logistic regression on the labeled rows: what all others are compared with. */
    LOGISTIC("Logistic regression", Family.LABELED_ONLY) {
        @Override
        FewLabelClassifier learn(final Pool pool, final long seed, final Workers workers, final Progress progress) {
            return LabeledOnly.train(pool.rows(), pool.labels(), progress);
        }
    },

    /** A random forest on the labeled rows. */
    FOREST("Random forest", Family.LABELED_ONLY) {
        @Override
        FewLabelClassifier learn(final Pool pool, final long seed, final Workers workers, final Progress progress) {
            return onEncoded(pool.rows(),
                rows -> StandardLearner.FOREST.fit(rows, TrainingLabels.of(pool.labels()), seed,
                    workers, progress),
                pool.labels(), progress);
        }
    },

    /** Label Propagator. */
    PROPAGATOR("Label Propagator", Family.SEMI_SUPERVISED) {
        @Override
        FewLabelClassifier learn(final Pool pool, final long seed, final Workers workers, final Progress progress) {
            return propagate(pool.rows(), pool.labels(), workers, progress);
        }
    },

    /** Pseudo-Labeler; of texts it takes naive Bayes with EM. */
    PSEUDO_LABELER("Pseudo-Labeler", Family.SEMI_SUPERVISED) {
        @Override
        FewLabelClassifier learn(final Pool pool, final long seed, final Workers workers, final Progress progress) {
            return RoundLearner.selfTraining(SelfTraining.Settings.DEFAULT)
                .fit(pool.rows(), pool.labels(), Optional.empty(), workers, progress).classifier();
        }
    },

    /** Consistency Learner. */
    CONSISTENCY("Consistency Learner", Family.SEMI_SUPERVISED) {
        @Override
        FewLabelClassifier learn(final Pool pool, final long seed, final Workers workers, final Progress progress) {
            final var names = pool.rows().columns().stream().map(Column::name).toList();
            final var task = PretextTask.of(TaskChoice.ofCells(pool.rows()).kind(), names, seed);
            return new FewLabelClassifier(
                new ConsistencyLearner(ConsistencyMethod.defaults(), task, ConsistencySettings.defaults(seed))
                    .fit(pool.encoding().get(progress.part(0, 0.4)), pool.rows(), pool.labels(), null,
                        Engines.open(progress), progress.part(0.4, 1))
                    .classifier());
        }
    },

    /** Contrastive Encoder, then logistic regression on the embeddings of the labeled rows. */
    ENCODED_LOGISTIC("Contrastive Encoder, logistic regression", Family.SELF_SUPERVISED) {
        @Override
        FewLabelClassifier learn(final Pool pool, final long seed, final Workers workers, final Progress progress) {
            return FewLabelClassifier.onEmbedding(pool.encoding().get(progress.part(0, 0.8)), pool.rows(),
                rows -> LabeledOnly.train(rows, pool.labels(), progress), progress.part(0.8, 1));
        }
    },

    /** Contrastive Encoder, then Label Propagator on the embeddings. */
    ENCODED_PROPAGATOR("Contrastive Encoder, Label Propagator", Family.BOTH) {
        @Override
        FewLabelClassifier learn(final Pool pool, final long seed, final Workers workers, final Progress progress) {
            return FewLabelClassifier.onEmbedding(pool.encoding().get(progress.part(0, 0.8)), pool.rows(),
                rows -> propagate(rows, pool.labels(), workers, progress), progress.part(0.8, 1));
        }
    },

    /** The mean of what all other ways say that are tried. */
    COMMITTEE("Ensemble of all methods", Family.BOTH) {
        @Override
        FewLabelClassifier learn(final Pool pool, final long seed, final Workers workers, final Progress progress) {
            final var members = pool.members();
            final var learned = new ArrayList<FewLabelClassifier>();
            for (final var member : members) {
                learned.add(member.learn(pool, seed, workers, progress.part(
                    (double)learned.size() / members.size(), (learned.size() + 1.0) / members.size())));
            }
            return FewLabelClassifier.committee(learned);
        }
    };

    private final String text;

    private final Family family;

    Route(final String text, final Family family) {
        this.text = text;
        this.family = family;
    }

    /** @return what the user calls it */
    public String text() {
        return text;
    }

    /** @return what it makes use of */
    public Family family() {
        return family;
    }

    /**
     * @param routes that are tried
     * @return those that a committee is made of
     */
    static List<Route> members(final List<Route> routes) {
        return routes.stream().filter(route -> route != COMMITTEE).toList();
    }

    /**
     * @param pool with at least one label
     * @param seed of what is drawn
     * @return a classifier of raw rows
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    abstract FewLabelClassifier learn(Pool pool, long seed, Workers workers, Progress progress);

    private static FewLabelClassifier propagate(final Rows rows, final Labels labels, final Workers workers,
        final Progress progress) {
        return new LabelPropagator(LabelPropagator.Settings.defaults()).fit(rows, labels, workers, progress)
            .classifier();
    }

    /** Learns from encoded rows. */
    @FunctionalInterface
    private interface OfEncoded {
        Classifier learn(DenseRows rows);
    }

    private static FewLabelClassifier onEncoded(final Rows rows, final OfEncoded learner, final Labels labels,
        final Progress progress) {
        final var encoder = RowEncoder.fit(rows, progress);
        return new FewLabelClassifier(rows.columns().stream().map(Column::name).toList(), labels.classes(), encoder,
            learner.learn(encoder.encode(rows, progress)));
    }
}
