package org.fewlabel.table;

import java.util.Arrays;

import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.table.AppendedColumns.RowCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;

/** The columns appended by learners with pseudo-labels. */
public final class GuessedColumns implements RowCells {

    private final LearningTable data;

    private final RoundLearner.Fitted fitted;

    private final Wanted wanted;

    private final ClassCells predictions;

    private final ClassCells baselines;

    private final DataCell[] heldOut;

    /**
     * The optional columns.
     *
     * @param everyClass whether to append the probability of every class
     * @param baseline whether to append the baseline
     */
    public record Wanted(boolean everyClass, boolean baseline) {
    }

    /** @param type the cell type of classes */
    public GuessedColumns(final LabelType type, final LabelClasses classes, final LearningTable data,
        final RoundLearner.Fitted fitted, final Wanted wanted) {
        this.data = data;
        this.fitted = fitted;
        this.wanted = wanted;
        predictions = new ClassCells(type, classes, wanted.everyClass());
        baselines = new ClassCells(type, classes, false);
        heldOut = new DataCell[predictions.width() + 1 + (wanted.baseline() ? baselines.width() : 0)];
        Arrays.fill(heldOut, DataType.getMissingCell());
    }

    /** @return the columns, in the order of the cells. @param classes {@code null} if they are not known */
    public static AppendedColumns declare(final String label, final LabelType type, final LabelClasses classes,
        final Wanted wanted) {
        final var columns = new AppendedColumns();
        ClassCells.declare(columns, ColumnNames.prediction(label), label, type, classes, wanted.everyClass());
        columns.flag(ColumnNames.CONTRADICTED);
        if (wanted.baseline()) {
            ClassCells.declare(columns, ColumnNames.baseline(label), label, type, classes, false);
        }
        return columns;
    }

    @Override
    public DataCell[] cells(final int tableRow) {
        final var row = data.rowOf()[tableRow];
        if (row < 0) {
            return heldOut;
        }
        final var given = data.labels().codes()[row];
        final var prediction = given >= 0 ? predictions.given(given)
            : predictions.of(fitted.learned().probabilities(), row);
        final var cells = Arrays.copyOf(prediction, heldOut.length);
        cells[prediction.length] = given < 0 ? DataType.getMissingCell()
            : fitted.contradicted()[row] ? BooleanCell.TRUE : BooleanCell.FALSE;
        if (wanted.baseline()) {
            final var baseline = given >= 0 ? baselines.given(given) : baselines.of(fitted.baseline(), row);
            System.arraycopy(baseline, 0, cells, prediction.length + 1, baseline.length);
        }
        return cells;
    }
}
