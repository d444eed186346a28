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
 * Where expectation maximization begins: what label propagation with class-mass normalization makes of the unlabeled
 * rows. From what two labeled texts alone give, it may run into a division of the texts that is as good as the right
 * one, with the classes exchanged. The graph is made once for all labels that are hidden in turn.
 */
public final class GraphStart {

    private static final int NEIGHBORS = 10;

    private final Optional<ClassProbabilities> guesses;

    private DenseRows of;

    private RowGraph joined;

    /**
     * @param guesses what somebody else guesses of all rows, which comes first; where they are NaN, or empty, nothing
     *            is
     */
    public GraphStart(final Optional<ClassProbabilities> guesses) {
        this.guesses = guesses;
    }

    /**
     * @param rows the same in each call, or the graph is made anew
     * @return probabilities of all rows; those of a row that no label reaches are equal
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public synchronized ClassProbabilities probabilities(final DenseRows rows, final Labels labels,
        final Workers workers,
        final Progress progress) {
        if (of != rows) {
            joined = RowGraph.of(rows, NEIGHBORS, new AutomaticSearch(AutomaticSearch.Way.AUTOMATIC), workers,
                progress);
            of = rows;
        }
        final var method = new ClassMassNormalization(new LabelPropagation(), PriorEstimate.labeled(labels));
        final var said = joined.ofRows(joined.spread(method, labels, workers, progress)).probabilities().values()
            .clone();
        final var classes = labels.classes().size();
        final var first = guesses.map(ClassProbabilities::values).orElse(null);
        for (var i = 0; i < said.length; i++) {
            said[i] = first != null && !Double.isNaN(first[i]) ? first[i]
                : Double.isNaN(said[i]) ? 1.0 / classes : said[i];
        }
        return new ClassProbabilities(classes, said);
    }
}
