package org.fewlabel.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.pretext.Examples;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.table.image.PngFile;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.data.vector.bitvector.DenseBitVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * What a pretext task makes of some rows: each as it is, then the views of it that an encoder is shown, and what the
 * encoder is to find out about them.
 */
public final class PreviewTable {

    private PreviewTable() {
    }

    /**
     * @param examples how many rows are shown
     * @return two to four rows for each: the original and its views
     */
    public static BufferedDataTable of(final PretextTask task, final FeatureTable table, final int examples,
        final ExecutionContext exec) {
        final var rows = table.features();
        final var random = new SplittableRandom(task.seed());
        final var chosen = random.ints(0, table.keys().size()).distinct()
            .limit(Math.min(examples, table.keys().size())).sorted().toArray();
        if (task.kind() == PretextTask.Kind.WORDS) {
            return WordPreview.of(task, table, chosen, random, exec);
        }
        final var shades = new Shades(rows.columns());
        final var originals = cells(rows.select(chosen), shades);
        final var made = Examples.of(task, rows, chosen, random);
        final var views = made.stream().map(view -> cells(view.rows(), shades)).toList();
        final var container = exec.createDataContainer(spec(rows));
        for (var i = 0; i < chosen.length; i++) {
            final var key = table.keys().get(chosen[i]);
            final var original = originals.get(i);
            container.addRowToTable(row(key, "original", "", "", original));
            for (var v = 0; v < views.size(); v++) {
                final var view = views.get(v).get(i);
                container.addRowToTable(row(key, "view " + (v + 1), changed(original, view, rows),
                    target(task.kind(), made.get(v), i), view));
            }
        }
        container.close();
        return container.getTable();
    }

    private static String target(final PretextTask.Kind kind, final Examples views, final int row) {
        final var answer = views.answers().get(row);
        return (answer == Examples.NO_ANSWER ? "" : PretextText.answer(kind, answer, views.of()) + " ")
            + PretextText.target(kind);
    }

    static DataTableSpec spec(final Rows rows) {
        final var columns = new NewColumns();
        List.of("Example", "Shown", "Changed", "Target").forEach(name -> columns.fixed(name, StringCell.TYPE));
        rows.columns().forEach(column -> columns.fromData(column.name(), type(column)));
        return columns.spec("Examples");
    }

    static DefaultRow row(final String key, final String shown, final String changed, final String target,
        final DataCell[] features) {
        final var cells = new ArrayList<DataCell>();
        for (final var text : List.of(key, shown, changed, target)) {
            cells.add(text.isEmpty() ? DataType.getMissingCell() : new StringCell(text));
        }
        cells.addAll(List.of(features));
        return new DefaultRow(new RowKey(key + ", " + shown), cells);
    }

    private static String changed(final DataCell[] original, final DataCell[] view, final Rows rows) {
        final var names = new ArrayList<String>();
        for (var c = 0; c < view.length; c++) {
            if (!view[c].equals(original[c])) {
                names.add(rows.columns().get(c).name());
            }
        }
        return String.join(", ", names);
    }

    /** @return row by row the cells of all columns */
    static List<DataCell[]> cells(final Rows rows) {
        return cells(rows, new Shades(rows.columns()));
    }

    private static List<DataCell[]> cells(final Rows rows, final Shades shades) {
        final var cells = new ArrayList<DataCell[]>();
        for (var row = 0; row < rows.size(); row++) {
            final var at = row;
            cells.add(rows.columns().stream().map(column -> cell(column, at, shades)).toArray(DataCell[]::new));
        }
        return cells;
    }

    private static DataType type(final Column column) {
        return column instanceof NumberColumn ? DoubleCell.TYPE
            : column instanceof NominalColumn || column instanceof TextColumn ? StringCell.TYPE
                : column instanceof BitColumn ? DenseBitVectorCell.TYPE
                    : ((VectorColumn)column).image() != null ? PNGImageCellFactory.TYPE : VectorCells.TYPE;
    }

    private static DataCell cell(final Column column, final int row, final Shades shades) {
        if (column instanceof NumberColumn numbers) {
            final var value = numbers.values()[row];
            return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
        }
        if (column instanceof NominalColumn nominal) {
            final var code = nominal.codes()[row];
            return code < 0 ? DataType.getMissingCell() : new StringCell(nominal.categories().get(code));
        }
        if (column instanceof TextColumn texts) {
            return texts.texts()[row] == null ? DataType.getMissingCell() : new StringCell(texts.texts()[row]);
        }
        if (column instanceof BitColumn bits) {
            return bits.bits()[row] == null ? DataType.getMissingCell() : fingerprint(bits.bits()[row], bits.width());
        }
        final var vectors = (VectorColumn)column;
        if (vectors.image() != null && !vectors.isMissing(row)) {
            return shades.picture(vectors, row);
        }
        return vectors.isMissing(row) ? DataType.getMissingCell()
            : VectorCells.cell(vectors.values(), row * vectors.width(), vectors.width());
    }

    /** What is black and what is white in the images of each column: its smallest number, and its largest. */
    private static final class Shades {

        private final Map<String, float[]> extremes = new HashMap<>();

        Shades(final List<Column> columns) {
            for (final var column : columns) {
                if (column instanceof VectorColumn vectors && vectors.image() != null) {
                    extremes.put(column.name(), extremes(vectors.values()));
                }
            }
        }

        private static float[] extremes(final float[] values) {
            var low = Float.POSITIVE_INFINITY;
            var high = Float.NEGATIVE_INFINITY;
            for (final var value : values) {
                low = value < low ? value : low; // never true of NaN
                high = value > high ? value : high;
            }
            return new float[]{low, high};
        }

        DataCell picture(final VectorColumn images, final int row) {
            final var own = extremes.get(images.name());
            return PNGImageCellFactory.create(
                PngFile.of(images.values(), row * images.width(), images.shape(), own[0], own[1]));
        }
    }

    private static DataCell fingerprint(final long[] words, final int width) {
        final var bits = new DenseBitVectorCellFactory(width);
        for (var bit = 0; bit < width; bit++) {
            if (bit / Long.SIZE < words.length && (words[bit / Long.SIZE] >>> bit & 1) != 0) {
                bits.set(bit);
            }
        }
        return bits.createDataCell();
    }
}
