package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.vector.bitvector.BitVectorValue;

/** Collects the cells of one column, row by row, into an array. */
abstract sealed class CellReader {

    final String name;

    CellReader(final String name) {
        this.name = name;
    }

    static CellReader of(final FeatureColumn column, final int rows) {
        return switch (column.kind()) {
            case NUMBER -> new Numbers(column.name(), rows);
            case NUMBER_IN_TEXT -> new NumbersInText(column.name(), rows);
            case NOMINAL -> new Categories(column.name(), rows);
            case BITS -> new Bits(column.name(), rows);
        };
    }

    abstract void read(DataCell cell, int row);

    /** @return the rows read so far */
    abstract Column column(int rows);

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

    /** What is no number counts as missing. */
    static final class NumbersInText extends Numbers {

        NumbersInText(final String name, final int rows) {
            super(name, rows);
        }

        @Override
        double number(final DataCell cell) {
            return cell instanceof DoubleValue number ? number.getDoubleValue()
                : NumberText.parse(LabelColumn.text(cell)).orElse(Double.NaN);
        }
    }

    static final class Bits extends CellReader {

        private final long[][] bits;

        private int width;

        Bits(final String name, final int rows) {
            super(name);
            bits = new long[rows][];
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

    /** Categories are numbered in the order in which they are met. */
    static final class Categories extends CellReader {

        private final int[] codes;

        private final Map<String, Integer> codeOf = new LinkedHashMap<>();

        Categories(final String name, final int rows) {
            super(name);
            codes = new int[rows];
        }

        /** Gives the categories numbers before any cell is read. */
        Categories expecting(final List<String> categories) {
            categories.forEach(this::code);
            return this;
        }

        @Override
        void read(final DataCell cell, final int row) {
            codes[row] = cell.isMissing() ? -1 : code(LabelColumn.text(cell));
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
