package org.fewlabel.learn.rounds.self;

import java.util.Optional;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.ClassMassNormalization;
import org.fewlabel.learn.graph.LabelPropagation;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.neighbor.AutomaticSearch;
import org.fewlabel.learn.supervised.PriorEstimate;

/**
 * The initialization of EM: predictions of label propagation with class-mass normalization for the unlabeled rows. If
 * EM starts from a classifier trained on two labeled texts, it may converge to an equally likely partition with the
 * classes swapped. The graph is built once for all folds of cross-validation.
 */
public final class GraphStart {

    private static final int NEIGHBORS = 10;

    private final Optional<ClassProbabilities> initial;

    private DenseRows graphRows;

    private RowGraph graph;

    /**
     * @param initial the probabilities of all rows from another classifier, which take precedence; NaN or empty for
     *            none
     */
    public GraphStart(final Optional<ClassProbabilities> initial) {
        this.initial = initial;
    }

    /**
     * @param rows the same in each call, otherwise the graph is rebuilt
     * @return probabilities of all rows; those of a row that no label reaches are equal
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public synchronized ClassProbabilities probabilities(final DenseRows rows, final Labels labels,
        final Workers workers,
        final Progress progress) {
        if (graphRows != rows) {
            graph = RowGraph.of(rows, NEIGHBORS, new AutomaticSearch(AutomaticSearch.Mode.AUTOMATIC), workers,
                progress);
            graphRows = rows;
        }
        final var method = new ClassMassNormalization(new LabelPropagation(), PriorEstimate.labeled(labels));
        final var predicted = graph.ofRows(graph.spread(method, labels, workers, progress)).probabilities().values()
            .clone();
        final var classes = labels.classes().size();
        final var first = initial.map(ClassProbabilities::values).orElse(null);
        for (var i = 0; i < predicted.length; i++) {
            predicted[i] = first != null && !Double.isNaN(first[i]) ? first[i]
                : Double.isNaN(predicted[i]) ? 1.0 / classes : predicted[i];
        }
        return new ClassProbabilities(classes, predicted);
    }
}
