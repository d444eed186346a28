package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.judge.ConfusionMatrix;
import org.fewlabel.learn.judge.Evaluation;
import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.judge.ReliabilityTable;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three tables of Few-Label Scorer, filled by role. */
public final class ScoreTables {

    /** The column of rows without a prediction in the confusion table. */
    private static final String UNDECIDED = "(no prediction)";

    private static final List<String> WHAT = List.of("Prediction", "Baseline", "Difference");

    private final LabelClasses classes;

    private final BufferedDataContainer scores;

    private final BufferedDataContainer confusion;

    private final BufferedDataContainer reliability;

    /** Opens the tables. @param classes the possible predictions, and which of them have columns */
    public ScoreTables(final LabelClasses classes, final ExecutionContext exec) {
        this.classes = classes;
        scores = exec.createDataContainer(scoresSpec());
        confusion = exec.createDataContainer(confusionSpec(classes.withColumns()));
        reliability = exec.createDataContainer(reliabilitySpec());
    }

    /** @return the spec of the scores: a row per role and measure */
    public static DataTableSpec scoresSpec() {
        final var columns = new NewColumns().fixed("Role", StringCell.TYPE).fixed("Measure", StringCell.TYPE);
        // the most important first: the two figures and whether their difference is significant
        WHAT.forEach(what -> columns.fixed(what, DoubleCell.TYPE));
        for (final var what : List.of("Difference", "Prediction", "Baseline")) {
            columns.fixed(what + " (low)", DoubleCell.TYPE).fixed(what + " (high)", DoubleCell.TYPE);
        }
        return columns.fixed("Rows", IntCell.TYPE).spec("Scores");
    }

    /** @return the spec of the confusion: a row per role and true class, a column per predicted class */
    public static DataTableSpec confusionSpec(final List<String> classes) {
        final var columns = new NewColumns().fixed("Role", StringCell.TYPE).fixed("Truth", StringCell.TYPE);
        classes.forEach(name -> columns.fromData(name, IntCell.TYPE));
        return columns.fixed(UNDECIDED, IntCell.TYPE).spec("Confusion");
    }

    /** @return the spec of the reliability: a row per role and bin of confidences */
    public static DataTableSpec reliabilitySpec() {
        return new NewColumns().fixed("Role", StringCell.TYPE).fixed("Confidence above", DoubleCell.TYPE)
            .fixed("Confidence up to", DoubleCell.TYPE).fixed("Rows", IntCell.TYPE)
            .fixed("Mean confidence", DoubleCell.TYPE).fixed("Accuracy", DoubleCell.TYPE)
            .fixed("Accuracy (low)", DoubleCell.TYPE).fixed("Accuracy (high)", DoubleCell.TYPE).spec("Reliability");
    }

    /** Adds the rows of a role. @param predictions of its rows */
    public void add(final String role, final Predictions predictions, final Evaluation[] evaluations,
        final ConfusionMatrix matrix, final ReliabilityTable bins) {
        final var roleCell = new StringCell(role);
        for (final var e : evaluations) {
            final var cells = new ArrayList<DataCell>();
            cells.add(roleCell);
            cells.add(new StringCell(e.measure().text()));
            for (final var estimate : List.of(e.prediction(), e.baseline(), e.difference())) {
                cells.add(number(estimate.value()));
            }
            for (final var estimate : List.of(e.difference(), e.prediction(), e.baseline())) {
                cells.add(number(estimate.interval().low()));
                cells.add(number(estimate.interval().high()));
            }
            cells.add(new IntCell(predictions.rows()));
            addTo(scores, cells);
        }
        for (var actual = 0; actual < classes.all().size(); actual++) {
            if (actual >= classes.listed() && matrix.actual(actual) == 0) {
                continue; // of the baseline only
            }
            final var cells = new ArrayList<DataCell>();
            cells.add(roleCell);
            cells.add(new StringCell(classes.all().get(actual)));
            for (var c = 0; c < classes.listed(); c++) {
                cells.add(new IntCell(Math.toIntExact(matrix.count(actual, c))));
            }
            cells.add(new IntCell(Math.toIntExact(matrix.undecided(actual))));
            addTo(confusion, cells);
        }
        for (final var bin : bins.bins()) {
            addTo(reliability,
                List.of(roleCell, new DoubleCell(bin.from()), new DoubleCell(bin.to()), new IntCell(bin.rows()),
                    number(bin.confidence()), number(bin.accuracy()), number(bin.interval().low()),
                    number(bin.interval().high())));
        }
    }

    /** @return scores, confusion and reliability */
    public BufferedDataTable[] close() {
        scores.close();
        confusion.close();
        reliability.close();
        return new BufferedDataTable[]{scores.getTable(), confusion.getTable(), reliability.getTable()};
    }

    private static void addTo(final BufferedDataContainer container, final List<DataCell> cells) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
