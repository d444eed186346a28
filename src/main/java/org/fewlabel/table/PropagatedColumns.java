package org.fewlabel.table;

import java.util.Arrays;

import org.fewlabel.learn.graph.Influence;
import org.fewlabel.learn.propagation.LabelPropagator;
import org.fewlabel.table.AppendedColumns.RowCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** The columns that Label Propagator appends. */
public final class PropagatedColumns implements RowCells {

    private final LearningTable data;

    private final LabelPropagator.Fitted fitted;

    private final Wanted wanted;

    private final ClassCells predictions;

    private final ClassCells baselines;

    private final DataCell[] heldOut;

    /**
     * The optional columns.
     *
     * @param everyClass whether to append the probability of every class
     * @param baseline whether to append the baseline
     * @param deciding the number of most influential labeled rows to append
     */
    public record Wanted(boolean everyClass, boolean baseline, int deciding) {
    }

    /** @param type the cell type of classes */
    public PropagatedColumns(final LabelType type, final LabelClasses classes, final LearningTable data,
        final LabelPropagator.Fitted fitted, final Wanted wanted) {
        this.data = data;
        this.fitted = fitted;
        this.wanted = wanted;
        predictions = new ClassCells(type, classes, wanted.everyClass());
        baselines = new ClassCells(type, classes, false);
        heldOut = new DataCell[predictions.width() + 2 + (wanted.baseline() ? baselines.width() : 0)
            + 2 * wanted.deciding()];
        Arrays.fill(heldOut, DataType.getMissingCell());
    }

    /** @return the columns, in the order of the cells. @param classes {@code null} if they are not known */
    public static AppendedColumns declare(final String label, final LabelType type, final LabelClasses classes,
        final Wanted wanted) {
        final var columns = new AppendedColumns();
        ClassCells.declare(columns, ColumnNames.prediction(label), label, type, classes, wanted.everyClass());
        columns.flag(ColumnNames.REACHED).flag(ColumnNames.CONTRADICTED);
        if (wanted.baseline()) {
            ClassCells.declare(columns, ColumnNames.baseline(label), label, type, classes, false);
        }
        for (var rank = 1; rank <= wanted.deciding(); rank++) {
            columns.add(ColumnNames.decidedBy(rank), StringCell.TYPE, null).share(ColumnNames.decidedByShare(rank));
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
        if (wanted.baseline()) {
            final var baseline = given >= 0 ? baselines.given(given) : baselines.of(fitted.baseline(), row);
            System.arraycopy(baseline, 0, cells, next, baseline.length);
            next += baseline.length;
        }
        if (wanted.deciding() > 0) {
            addDeciding(cells, next, row, fitted.decidedBy().orElseThrow());
        }
        return cells;
    }

    private void addDeciding(final DataCell[] cells, final int from, final int row, final Influence influence) {
        for (var rank = 0; rank < wanted.deciding(); rank++) {
            final var at = row * influence.most() + rank;
            final var known = rank < influence.most() && influence.rows()[at] >= 0;
            cells[from + 2 * rank] = known ? new StringCell(data.keys()[influence.rows()[at]])
                : DataType.getMissingCell();
            cells[from + 2 * rank + 1] = known ? new DoubleCell(influence.shares()[at]) : DataType.getMissingCell();
        }
    }

    private static DataCell flag(final boolean value) {
        return value ? BooleanCell.TRUE : BooleanCell.FALSE;
    }
}
