package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.TimeFrequencyBin;
import org.fewlabel.learn.data.VectorColumn;

/**
 * Applies a draw to raw rows, for the user to see. The units are those of a network: each bit of a fingerprint and each
 * dimension of a vector, so a cell of these kinds is composed from the cells of many rows. A bit that is masked, or
 * taken from a row without a fingerprint, is not set; a number of a vector is missing then; a cell all of whose units
 * are so is missing.
 */
final class Preview {

    private final int[] sources;

    private final int units;

    private final int views;

    /**
     * @param sources the result of {@link Corruption#draw}
     * @param units the number of units per row
     * @throws IllegalArgumentException if it was drawn for another number of units
     */
    private Preview(final int[] sources, final int units) {
        if (units == 0 || sources.length % units != 0) {
            throw new IllegalArgumentException(
                sources.length + " sources were not drawn for rows of " + units + " units.");
        }
        this.sources = sources;
        this.units = units;
        this.views = sources.length / units;
    }

    /** @return the number of units of a column's cells */
    static int units(final Column column) {
        // a column without width has one unit, so that no column has none
        return column instanceof BitColumn bits ? Math.max(1, bits.width())
            : column instanceof VectorColumn vectors ? Math.max(1, vectors.width()) : 1;
    }

    static Rows of(final int[] sources, final Rows rows) {
        final var preview = new Preview(sources, Corruption.units(rows));
        final var columns = new ArrayList<Column>();
        var first = 0;
        for (final var column : rows.columns()) {
            columns.add(preview.column(column, first));
            first += units(column);
        }
        return new Rows(preview.views, columns);
    }

    /** @return per unit of the column its bin in a spectrogram, {@code null} if it belongs to none */
    static Stream<TimeFrequencyBin> bins(final Column column) {
        return IntStream.range(0, units(column)).mapToObj(unit -> column instanceof VectorColumn vectors
            ? vectors.bin(unit) : null);
    }

    private Column column(final Column column, final int first) {
        if (column instanceof NumberColumn number) {
            return number(number, first);
        }
        if (column instanceof NominalColumn nominal) {
            return nominal(nominal, first);
        }
        if (column instanceof TextColumn texts) {
            return texts(texts, first);
        }
        return column instanceof BitColumn bits ? bits(bits, first) : vectors((VectorColumn)column, first);
    }

    /** A text is many numbers to a network, which are corrupted one by one, but is shown as a whole. */
    private TextColumn texts(final TextColumn column, final int first) {
        final var texts = new String[views];
        for (var i = 0; i < views; i++) {
            final var source = source(i, first);
            texts[i] = source == Corruption.MASKED ? null : column.texts()[source];
        }
        return new TextColumn(column.name(), texts);
    }

    /** The source row of a unit of a view. */
    private int source(final int view, final int unit) {
        return sources[view * units + unit];
    }

    private NumberColumn number(final NumberColumn column, final int first) {
        final var values = new double[views];
        for (var i = 0; i < views; i++) {
            final var source = source(i, first);
            values[i] = source == Corruption.MASKED ? Double.NaN : column.values()[source];
        }
        return new NumberColumn(column.name(), values);
    }

    private NominalColumn nominal(final NominalColumn column, final int first) {
        final var codes = new int[views];
        for (var i = 0; i < views; i++) {
            final var source = source(i, first);
            codes[i] = source == Corruption.MASKED ? -1 : column.codes()[source];
        }
        return new NominalColumn(column.name(), codes, column.categories());
    }

    private BitColumn bits(final BitColumn column, final int first) {
        final var bits = new long[views][];
        for (var i = 0; i < views; i++) {
            final var view = i;
            bits[i] = fingerprint(column, unit -> source(view, first + unit));
        }
        return new BitColumn(column.name(), column.width(), bits);
    }

    /** @return {@code null} if no unit is from a row with a fingerprint */
    private static long[] fingerprint(final BitColumn column, final IntUnaryOperator sourceOf) {
        final var words = new long[(column.width() + Long.SIZE - 1) / Long.SIZE];
        var known = false;
        for (var unit = 0; unit < units(column); unit++) {
            final var source = sourceOf.applyAsInt(unit);
            if (source != Corruption.MASKED && column.bits()[source] != null) {
                known = true;
                if (column.isSet(source, unit)) {
                    words[unit / Long.SIZE] |= 1L << unit; // the shift takes the unit modulo 64
                }
            }
        }
        return known ? words : null;
    }

    private VectorColumn vectors(final VectorColumn column, final int first) {
        final var width = column.width();
        final var values = new float[Math.multiplyExact(views, width)];
        for (var at = 0; at < values.length; at++) {
            final var source = source(at / width, first + at % width);
            values[at] = source == Corruption.MASKED ? Float.NaN : column.values()[source * width + at % width];
        }
        return new VectorColumn(column.name(), views, width, values, column.shape());
    }
}
