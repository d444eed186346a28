package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.table.LeftOut.Reason;
import org.fewlabel.table.file.FileBytes;
import org.fewlabel.table.file.UnreadableFileException;
import org.fewlabel.table.image.ImageCollector;
import org.fewlabel.table.image.ImageDecoder;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.data.vector.bitvector.BitVectorValue;

/** Collects the cells of one column, row by row, into an array. */
abstract sealed class CellReader {

    final String name;

    CellReader(final String name) {
        this.name = name;
    }

    /**
     * @param declaredShape the shape of vectors in the column's properties; {@code null} if there is none
     * @param notes receives notes on unusual cells
     */
    static CellReader of(final FeatureColumn column, final Shape declaredShape, final int rows,
        final ReadingNotes notes) {
        return switch (column.kind()) {
            case NUMBER -> new Numbers(column.name(), rows);
            case NUMBER_IN_TEXT -> new NumbersInText(column.name(), rows);
            case NOMINAL -> new Categories(column.name(), rows);
            case BITS -> new Bits(column.name(), rows);
            case IMAGE, IMAGE_FILE -> new OfImages(column, rows, notes);
            case VECTOR -> new OfVectors(column.name(), rows, column.shape(), declaredShape);
            case TEXT -> new OfTexts(column.name(), rows);
        };
    }

    /**
     * @param row a row of the table
     * @param index of the cell
     * @param at the index of the row among those that are read
     * @throws UnusableColumnException if the cell does not fit those before it, or cannot be read at all: the cells of
     *             other extensions may be anything
     */
    void read(final DataRow row, final int index, final int at) throws UnusableColumnException {
        try {
            read(row.getCell(index), at);
        } catch (final RuntimeException e) { // NOSONAR whatever a cell throws, its column cannot be used
            final var where = "in \"" + row.getKey().getString() + "\": " + e;
            throw new UnusableColumnException(name, Reason.CELLS, where, "The column \"" + name + "\" cannot be read "
                + where + ". Convert it to numbers or strings, or leave it out.", e);
        }
    }

    abstract void read(DataCell cell, int row);

    /**
     * @return the rows read so far
     * @throws UnusableColumnException if nothing can be made of them
     */
    abstract Column column(int rows) throws UnusableColumnException;

    static sealed class Numbers extends CellReader {

        private final double[] values;

        Numbers(final String name, final int rows) {
            super(name);
            values = new double[rows];
        }

        @Override
        final void read(final DataCell cell, final int row) {
            values[row] = cell.isMissing() ? Double.NaN : number(cell);
        }

        double number(final DataCell cell) {
            return ((DoubleValue)cell).getDoubleValue();
        }

        @Override
        NumberColumn column(final int rows) {
            return new NumberColumn(name, rows == values.length ? values : Arrays.copyOf(values, rows));
        }
    }

    /** Reads numbers from text; other text is treated as missing. */
    static final class NumbersInText extends Numbers {

        NumbersInText(final String name, final int rows) {
            super(name, rows);
        }

        @Override
        double number(final DataCell cell) {
            final var text = cell instanceof DoubleValue ? null : LabelColumn.text(cell);
            return cell instanceof DoubleValue number ? number.getDoubleValue()
                : text == null ? Double.NaN : NumberText.parse(text).orElse(Double.NaN);
        }
    }

    static final class Bits extends CellReader {

        /** The limit of an array of 64 bits per element; a sparse bit vector may have any length. */
        private static final long MAX_BITS = 64L * (Integer.MAX_VALUE - 8);

        private final long[][] bits;

        private int width;

        Bits(final String name, final int rows) {
            super(name);
            bits = new long[rows][];
        }

        @Override
        void read(final DataRow row, final int index, final int at) throws UnusableColumnException {
            if (row.getCell(index) instanceof BitVectorValue vector && bits.length * vector.length() > MAX_BITS) {
                final var what = bits.length + " rows of " + vector.length() + " bits";
                throw new UnusableColumnException(name, Reason.MEMORY, what, "The column \"" + name
                    + "\" cannot be held in memory: it has " + what
                    + ". Use fewer rows or shorter bit vectors, or leave it out.");
            }
            super.read(row, index, at);
        }

        @Override
        void read(final DataCell cell, final int row) {
            if (!cell.isMissing()) {
                final var vector = (BitVectorValue)cell;
                width = Math.max(width, Math.toIntExact(vector.length()));
                bits[row] = new long[(int)((vector.length() + Long.SIZE - 1) / Long.SIZE)];
                for (var b = vector.nextSetBit(0); b >= 0; b = vector.nextSetBit(b + 1)) {
                    bits[row][(int)(b / Long.SIZE)] |= 1L << b;
                }
            }
        }

        @Override
        BitColumn column(final int rows) {
            return new BitColumn(name, width, rows == bits.length ? bits : Arrays.copyOf(bits, rows));
        }
    }

    /** Reads vectors of numbers, all as long as the first. */
    static final class OfVectors extends CellReader {

        private final int rows;

        /** The required shape; null if there is none. */
        private final Shape requiredShape;

        /** The shape in the column's properties; null if there is none. */
        private final Shape declaredShape;

        private int width;

        private float[] values = new float[0];

        /** Why the last cell does not fit; null if it does. */
        private Reason odd;

        /** The details of the problem. */
        private String detail;

        OfVectors(final String name, final int rows, final Shape requiredShape, final Shape declaredShape) {
            super(name);
            this.rows = rows;
            this.requiredShape = requiredShape;
            this.declaredShape = declaredShape;
        }

        @Override
        void read(final DataRow row, final int index, final int at) throws UnusableColumnException {
            super.read(row, index, at);
            if (odd != null) {
                final var where = " in the row \"" + row.getKey().getString() + "\"";
                throw new UnusableColumnException(name, odd, detail + where, "The column \"" + name
                    + "\" cannot be read as vectors: " + detail + where + ". "
                    + (odd == Reason.MEMORY ? "Use fewer rows or shorter vectors"
                        : "Make all vectors of the column equally long")
                    + ", or leave it out.");
            }
        }

        @Override
        void read(final DataCell cell, final int row) {
            final var length = cell.isMissing() ? 0 : VectorCells.length(cell);
            if (length == 0) {
                fill(row);
            } else if (requiredShape != null && length != requiredShape.size()) {
                odd = Reason.IMAGE_SIZE;
                detail = "images of " + requiredShape + " have " + Text.count(requiredShape.size(), "number")
                    + ", but there are "
                    + length;
            } else if (width != 0 && length != width) {
                odd = Reason.LENGTHS;
                detail = "the first has " + Text.count(width, "number") + ", but there are " + length;
            } else if (rows * length > Integer.MAX_VALUE - 8) {
                odd = Reason.MEMORY;
                detail = rows + " rows of " + length + " numbers are too many";
            } else {
                if (width == 0) {
                    start((int)length, row);
                }
                System.arraycopy(VectorCells.numbers(cell), 0, values, row * width, width);
            }
        }

        /** Allocates the array once the length of the vectors is known. */
        private void start(final int length, final int row) {
            width = length;
            values = new float[rows * length];
            for (var before = 0; before < row; before++) {
                fill(before);
            }
        }

        private void fill(final int row) {
            Arrays.fill(values, row * width, (row + 1) * width, Float.NaN);
        }

        @Override
        VectorColumn column(final int count) {
            // the column's property may be outdated
            final var shape = requiredShape != null ? requiredShape
                : declaredShape != null && declaredShape.size() == width ? declaredShape : null;
            return new VectorColumn(name, count, width,
                count == rows ? values : Arrays.copyOf(values, count * width), shape);
        }
    }

    /**
     * Reads images, in cells or in files that cells name, all resized to one size; unusable ones are treated as
     * missing.
     */
    static final class OfImages extends CellReader {

        private final ImageCollector collector;

        private final boolean sized;

        private final ReadingNotes notes;

        private String problem;

        OfImages(final FeatureColumn column, final int rows, final ReadingNotes notes) {
            super(column.name());
            this.notes = notes;
            sized = column.shape() != null;
            collector = new ImageCollector(name, rows, column.shape());
        }

        @Override
        void read(final DataRow row, final int index, final int at) {
            problem = null;
            read(row.getCell(index), at);
            if (problem != null) {
                notes.image(name, row.getKey().getString(), row.getCell(index), problem);
            }
        }

        @Override
        void read(final DataCell cell, final int row) {
            if (cell.isMissing()) {
                return;
            }
            try {
                collector.add(row, cell instanceof PNGImageValue image ? image.getImageContent().getByteArray()
                    : FileBytes.of(cell, ImageDecoder.MAX_BYTES));
            } catch (final UnreadableFileException e) { // NOSONAR the reader of the row notes it
                problem = e.getMessage();
            }
        }

        /** @throws UnusableColumnException if nobody knows what images look like here, for none can be used */
        @Override
        VectorColumn column(final int rows) throws UnusableColumnException {
            final var problems = notes.images(name);
            if (!sized && collector.isEmpty() && problems != null) {
                notes.forget(name);
                throw ReadingNotes.allUnusable(name, problems);
            }
            try {
                return collector.column(rows);
            } catch (final UserMessageException e) {
                throw new UnusableColumnException(name, Reason.MEMORY, rows + " images", e.getMessage(), e);
            }
        }
    }

    static final class OfTexts extends CellReader {

        private final String[] texts;

        OfTexts(final String name, final int rows) {
            super(name);
            texts = new String[rows];
        }

        @Override
        void read(final DataCell cell, final int row) {
            texts[row] = cell.isMissing() ? null : LabelColumn.text(cell);
        }

        @Override
        TextColumn column(final int rows) {
            return new TextColumn(name, rows == texts.length ? texts : Arrays.copyOf(texts, rows));
        }
    }

    /** Reads categories, numbered in the order of their first occurrence. */
    static final class Categories extends CellReader {

        private final int[] codes;

        private final Map<String, Integer> codeOf = new LinkedHashMap<>();

        Categories(final String name, final int rows) {
            super(name);
            codes = new int[rows];
        }

        /** Numbers the categories before any cell is read. */
        Categories expecting(final List<String> categories) {
            categories.forEach(this::code);
            return this;
        }

        @Override
        void read(final DataCell cell, final int row) {
            final var text = cell.isMissing() ? null : LabelColumn.text(cell);
            codes[row] = text == null ? -1 : code(text);
        }

        int size() {
            return codeOf.size();
        }

        List<String> categories() {
            return new ArrayList<>(codeOf.keySet());
        }

        int[] codes(final int rows) {
            return rows == codes.length ? codes : Arrays.copyOf(codes, rows);
        }

        @Override
        NominalColumn column(final int rows) {
            return new NominalColumn(name, codes(rows), categories());
        }

        private int code(final String text) {
            final var known = codeOf.get(text);
            if (known != null) {
                return known;
            }
            codeOf.put(text, codeOf.size());
            return codeOf.size() - 1;
        }
    }
}
