package org.fewlabel.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.RowEncoder;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.graph.ExactSearch;
import org.fewlabel.learn.graph.GraphLearner;
import org.fewlabel.learn.graph.GraphMethod;
import org.fewlabel.learn.graph.MemoryNeed;
import org.fewlabel.learn.graph.Spread;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.judge.Predictions;

/**
 * From raw rows with few labels to labels for all: encodes the rows, joins them in a graph, spreads the labels, and says
 * how that compares with what the labelled rows alone would have given.
 */
public final class LabelPropagator {

    /** divides the labels for cross-validation; fixed, because the figure is a remark and nothing is chosen by it */
    private static final long DIVISION_SEED = 0;

    private final String name;

    private final GraphMethod method;

    private final int neighbours;

    /**
     * @param name what the user calls the method
     * @param method how labels are spread
     * @param neighbours with how many nearest rows a row is joined
     */
    public LabelPropagator(final String name, final GraphMethod method, final int neighbours) {
        this.name = name;
        this.method = method;
        this.neighbours = neighbours;
    }

    /**
     * What was learned.
     *
     * @param probabilities row by row, one per class; NaN where no label reaches
     * @param reached per row whether a label reaches it
     * @param contradicted per row whether it is labelled and its neighbours speak for another class
     * @param baseline as {@code probabilities}, from logistic regression on the labelled rows alone
     * @param classifier predicts new rows
     * @param bandwidth the median width of the kernel
     * @param notes how it went, in sentences for the user
     */
    public record Fitted(double[] probabilities, boolean[] reached, boolean[] contradicted, double[] baseline,
        FewLabelClassifier classifier, double bandwidth, List<String> notes) {
    }

    /**
     * @param rows all rows, labelled or not
     * @param labels of the same rows; at least one is labelled
     * @return the classes of all rows
     * @throws org.fewlabel.learn.graph.MemoryException if the memory does not suffice, before any of it is used
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public Fitted fit(final Rows rows, final Labels labels, final Workers workers, final Progress progress) {
        final var encoder = RowEncoder.fit(rows, progress);
        new MemoryNeed(rows.size(), encoder.columns(), neighbours, labels.classes().size()).checkFits();
        final var dense = encoder.encode(rows, progress);
        final var joined = new GraphLearner(method, neighbours, new ExactSearch()).join(dense, workers,
            progress.part(0, 0.5));
        final var outcome = joined.learn(labels, workers, progress.part(0.5, 0.6));
        final var baseline = LabelledOnly.probabilities(dense, labels, workers, progress.part(0.6, 0.7));
        final var notes = new ArrayList<String>();
        if (labels.labelled().length < labels.size()) {
            notes.add(reach(labels, outcome.spread()));
        }
        notes.add(comparison(labels, outcome.spread().probabilities(), baseline, joined, dense, workers,
            progress.part(0.7, 1)));
        if (!encoder.dropped().isEmpty()) {
            notes.add("Not used because they have the same value in all rows: \"" + String.join("\", \"", encoder.dropped())
                + "\".");
        }
        final var classifier = new FewLabelClassifier(rows.columns().stream().map(Column::name).toList(), labels.classes(),
            encoder, outcome.classifier());
        return new Fitted(outcome.spread().probabilities(), outcome.spread().reached(),
            contradicted(labels, outcome.neighbourhood()), baseline, classifier, outcome.bandwidth(), notes);
    }

    private static boolean[] contradicted(final Labels labels, final double[] neighbourhood) {
        final var said = Predictions.mostProbable(labels.classes().size(), neighbourhood);
        final var contradicted = new boolean[labels.size()];
        for (final var row : labels.labelled()) {
            contradicted[row] = said[row] >= 0 && said[row] != labels.codes()[row];
        }
        return contradicted;
    }

    private String reach(final Labels labels, final Spread spread) {
        final var labelled = labels.labelled().length;
        final var unlabelled = labels.size() - labelled;
        final var unreached = spread.unreachedRows();
        final var text = name + " carried " + rows(labelled, "label") + " to " + (unlabelled - unreached) + " of "
            + rows(unlabelled, "unlabelled row") + ".";
        return unreached == 0 ? text
            : text + " " + rows(unreached, "row") + " in " + rows(spread.unreachedComponents(), "group")
                + " cannot be reached from any labelled row and stay without a prediction (Reached is false): label a row of "
                + "each such group, or raise \"Neighbours\".";
    }

    private String comparison(final Labels labels, final double[] spread, final double[] baseline,
        final GraphLearner.Joined joined, final DenseRows rows, final Workers workers, final Progress progress) {
        if (Arrays.stream(labels.counts()).filter(n -> n > 0).count() < 2) {
            return "With labels of a single class there is nothing to compare.";
        }
        final var folds = CrossValidation.of(labels, DIVISION_SEED);
        if (!folds.possible()) {
            return "Logistic regression on the labelled rows alone agrees on " + percent(agreement(labels, spread, baseline))
                + " of the unlabelled rows; which is better cannot be told with a single label in a class.";
        }
        progress.report(0, "Comparing with the labelled rows alone");
        final var graph = folds.accuracy(labels,
            known -> joined.spread(known, workers, progress.part(0.1, 0.5)).probabilities());
        final var alone = folds.accuracy(labels, known -> LabelledOnly.probabilities(rows, known, workers, progress.part(0.6, 1)));
        return (graph < alone ? "The unlabelled rows do not seem to help. " : "") + "Cross-validated on the labelled rows, "
            + name.toLowerCase(Locale.ROOT) + " is right about " + percent(graph)
            + " and logistic regression on the labelled rows alone about " + percent(alone) + ".";
    }

    private static double agreement(final Labels labels, final double[] spread, final double[] baseline) {
        final var classes = labels.classes().size();
        final var ours = Predictions.mostProbable(classes, spread);
        final var theirs = Predictions.mostProbable(classes, baseline);
        var rows = 0;
        var same = 0;
        for (var row = 0; row < labels.size(); row++) {
            if (labels.codes()[row] < 0) {
                rows++;
                same += ours[row] == theirs[row] ? 1 : 0;
            }
        }
        return rows == 0 ? 1 : (double)same / rows;
    }

    private static String rows(final int count, final String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String percent(final double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
