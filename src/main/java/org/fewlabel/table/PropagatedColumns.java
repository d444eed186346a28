package org.fewlabel.table;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.learn.LabelPropagator;
import org.fewlabel.table.AppendedColumns.RowCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;

/** The columns that Label Propagator appends. */
public final class PropagatedColumns implements RowCells {

    private final LearningTable data;

    private final LabelPropagator.Fitted fitted;

    private final ClassCells predictions;

    private final ClassCells baselines;

    private final DataCell[] heldOut;

    /**
     * @param type the cell type of classes
     * @param everyClass whether the probability of every class is wanted
     * @param baseline whether the labelled-only baseline is wanted
     */
    public PropagatedColumns(final LabelType type, final LearningTable data, final LabelPropagator.Fitted fitted,
        final boolean everyClass, final boolean baseline) {
        this.data = data;
        this.fitted = fitted;
        final var classes = data.labels().classes();
        predictions = new ClassCells(type, classes, everyClass);
        baselines = baseline ? new ClassCells(type, classes, false) : null;
        heldOut = new DataCell[predictions.width() + 2 + (baseline ? baselines.width() : 0)];
        Arrays.fill(heldOut, DataType.getMissingCell());
    }

    /** @return the columns, in the order of the cells */
    public static AppendedColumns declare(final String label, final LabelType type, final List<String> classes,
        final boolean everyClass, final boolean baseline) {
        final var columns = new AppendedColumns();
        ClassCells.declare(columns, ColumnNames.prediction(label), label, type, classes, everyClass);
        columns.flag(ColumnNames.REACHED).flag(ColumnNames.CONTRADICTED);
        if (baseline) {
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
        final var prediction = given >= 0 ? predictions.given(given) : predictions.of(fitted.probabilities(), row);
        final var cells = Arrays.copyOf(prediction, heldOut.length);
        var next = prediction.length;
        cells[next++] = flag(fitted.reached()[row]);
        cells[next++] = given >= 0 ? flag(fitted.contradicted()[row]) : DataType.getMissingCell();
        if (baselines != null) {
            final var baseline = given >= 0 ? baselines.given(given) : baselines.of(fitted.baseline(), row);
            System.arraycopy(baseline, 0, cells, next, baseline.length);
        }
        return cells;
    }

    private static DataCell flag(final boolean value) {
        return value ? BooleanCell.TRUE : BooleanCell.FALSE;
    }
}
