package org.fewlabel.table;

import java.util.Arrays;

import org.fewlabel.learn.data.ClassProbabilities;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;

/** Class probabilities as cells: the class, its probability and, optionally, the probability of every class. */
public final class ClassCells {

    private final DataCell[] classes;

    private final int single;

    /**
     * @param type the cell type of classes
     * @param classes their names
     * @param everyClass whether each row also gets the probability of every class that may have a column
     */
    public ClassCells(final LabelType type, final LabelClasses classes, final boolean everyClass) {
        this.classes = classes.all().stream().map(type::cell).toArray(DataCell[]::new);
        single = everyClass ? classes.listed() : 0;
    }

    /**
     * Declares the columns of the cells of {@link #of}.
     *
     * @param prediction the name of the column of classes
     * @param label the name of the label column
     * @param classes the classes; {@code null} if not known, then {@code everyClass} must be false
     */
    public static void declare(final AppendedColumns columns, final String prediction, final String label,
        final LabelType type, final LabelClasses classes, final boolean everyClass) {
        columns.classes(prediction, type, classes == null ? null : classes.all())
            .share(ColumnNames.confidence(prediction));
        if (everyClass) {
            classes.withColumns().forEach(name -> columns.share(ColumnNames.probability(label, name)));
        }
    }

    /** @return the number of cells per row */
    public int width() {
        return 2 + single;
    }

    /**
     * @param probabilities of the rows; NaN without a prediction
     * @return the cells of a row: missing ones without a prediction
     */
    public DataCell[] of(final ClassProbabilities probabilities, final int row) {
        final var cells = new DataCell[width()];
        final var best = probabilities.argmax(row);
        if (best < 0) {
            Arrays.fill(cells, DataType.getMissingCell());
            return cells;
        }
        cells[0] = classes[best];
        cells[1] = new DoubleCell(probabilities.get(row, best));
        for (var c = 0; c < single; c++) {
            cells[2 + c] = new DoubleCell(probabilities.get(row, c));
        }
        return cells;
    }

    /** @return the cells of a row whose class is given */
    public DataCell[] given(final int code) {
        final var certain = new double[classes.length];
        certain[code] = 1;
        return of(new ClassProbabilities(classes.length, certain), 0);
    }
}
