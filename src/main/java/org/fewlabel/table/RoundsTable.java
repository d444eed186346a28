package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.fewlabel.learn.judge.ConfusionMatrix;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.contest.Round;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The history of self-training by round. Round 0 is the baseline. */
public final class RoundsTable {

    private RoundsTable() {
    }

    /** @return its columns, which depend neither on the classes nor on whether the truth is known */
    public static DataTableSpec spec() {
        return new NewColumns().fixed("Round", IntCell.TYPE).fixed("Base learner", StringCell.TYPE)
            .fixed("Predicted by", StringCell.TYPE).fixed("Pseudo-labels", IntCell.TYPE)
            .fixed("Total weight", DoubleCell.TYPE).fixed("Added", IntCell.TYPE).fixed("Changed", IntCell.TYPE)
            .fixed("Dropped", IntCell.TYPE).fixed("Thresholds", StringCell.TYPE)
            .fixed("Cross-validated accuracy", DoubleCell.TYPE).fixed("Pseudo-label accuracy", DoubleCell.TYPE)
            .fixed("Confusion matrix", StringCell.TYPE).fixed("Result", BooleanCell.TYPE).spec("Rounds");
    }

    /**
     * @param classes those of the labels, followed by those in the truth only
     * @return a row per round; one of them is the result
     */
    public static BufferedDataTable of(final RoundLearner.Fitted fitted, final List<String> classes,
        final ExecutionContext exec) {
        final var learned = fitted.learned();
        final var container = exec.createDataContainer(spec());
        final var none = new IntCell(0);
        container.addRowToTable(new DefaultRow(new RowKey("Round 0"), none, new StringCell(learned.baselineLearner()),
            DataType.getMissingCell(), none,
            new DoubleCell(0), none, none, none, DataType.getMissingCell(), number(learned.verdict().baseline()),
            DataType.getMissingCell(), DataType.getMissingCell(), flag(learned.best() == 0)));
        for (final var round : learned.rounds()) {
            container.addRowToTable(new DefaultRow(new RowKey("Round " + round.number()), new IntCell(round.number()),
                new StringCell(learned.learner()),
                new StringCell(fitted.taught() && round.number() == 1 ? "Given classifier" : learned.learner()),
                new IntCell(round.rows()), new DoubleCell(round.weight()),
                new IntCell(round.added()), new IntCell(round.changed()), new IntCell(round.dropped()),
                text(thresholds(round, classes)), number(round.outOfFold()), number(round.precision()),
                text(round.truth().map(matrix -> confusion(matrix, classes)).orElse("")),
                flag(round.number() == learned.best())));
        }
        container.close();
        return container.getTable();
    }

    /** Such as "low 0.812, high 0.904". */
    private static String thresholds(final Round round, final List<String> classes) {
        final var parts = new ArrayList<String>();
        for (var c = 0; c < round.thresholds().length; c++) {
            if (!Double.isNaN(round.thresholds()[c])) {
                parts.add(classes.get(c) + String.format(Locale.ROOT, " %.3f", round.thresholds()[c]));
            }
        }
        return String.join(", ", parts);
    }

    /** Such as "low: 12 low, 3 high; high: 20 high": the true class first, then the predicted classes of its rows. */
    private static String confusion(final ConfusionMatrix matrix, final List<String> classes) {
        final var lines = new ArrayList<String>();
        for (var c = 0; c < matrix.classes(); c++) {
            final var actual = c;
            if (matrix.actual(actual) > 0) {
                lines.add(classes.get(actual) + ": " + String.join(", ", IntStream.range(0, matrix.classes())
                    .filter(predicted -> matrix.count(actual, predicted) > 0)
                    .mapToObj(predicted -> matrix.count(actual, predicted) + " " + classes.get(predicted)).toList()));
            }
        }
        return String.join("; ", lines);
    }

    private static DataCell text(final String value) {
        return value.isEmpty() ? DataType.getMissingCell() : new StringCell(value);
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    private static DataCell flag(final boolean value) {
        return value ? BooleanCell.TRUE : BooleanCell.FALSE;
    }
}
