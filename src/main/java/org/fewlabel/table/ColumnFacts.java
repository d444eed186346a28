package org.fewlabel.table;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;

/** Properties of the cells of a column that do not depend on its meaning. */
final class ColumnFacts {

    /** With fewer rows unique values are not evidence for an ID. */
    private static final int MIN_ROWS_OF_AN_ID = 3;

    /** With fewer rows ascending whole numbers may be a measurement. */
    private static final int MIN_ROWS_OF_A_COUNTER = 20;

    private ColumnFacts() {
    }

    /** @return whether all cells are missing or infinite, which is treated as missing */
    static boolean isEmpty(final Column column) {
        if (column instanceof NumberColumn numbers) {
            return Arrays.stream(numbers.values()).noneMatch(Double::isFinite);
        }
        if (column instanceof NominalColumn nominal) {
            return Arrays.stream(nominal.codes()).allMatch(code -> code < 0);
        }
        if (column instanceof BitColumn bits) {
            return Arrays.stream(bits.bits()).allMatch(Objects::isNull);
        }
        if (column instanceof TextColumn texts) {
            return Arrays.stream(texts.texts()).allMatch(Objects::isNull);
        }
        return column instanceof VectorColumn vectors && IntStream.range(0, vectors.values().length)
            .allMatch(i -> Float.isNaN(vectors.values()[i]));
    }

    /** @return whether all categories are unique, as in an ID */
    static boolean isId(final NominalColumn column) {
        final var present = Arrays.stream(column.codes()).filter(code -> code >= 0).count();
        return present >= MIN_ROWS_OF_AN_ID && column.categories().size() == present;
    }

    /** @return whether all categories are whole numbers */
    static boolean isWhole(final NominalColumn column) {
        return column.categories().stream().map(NumberText::parse)
            .allMatch(number -> number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble()));
    }

    private static boolean isWhole(final NumberColumn column) {
        return Arrays.stream(column.values()).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
    }

    /** @return whether the values are whole numbers that increase by one per row, with gaps of filtered rows */
    static boolean isCounter(final NumberColumn column) {
        final var values = column.values();
        final var n = values.length;
        if (n < MIN_ROWS_OF_A_COUNTER || !isWhole(column) || !(values[n - 1] - values[0] < 2.0 * n)) {
            return false;
        }
        for (var i = 1; i < n; i++) {
            if (!(values[i] > values[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** @return whether all present cells are equal: such a column is uninformative, which the methods report */
    static boolean isConstant(final Column column) {
        if (column instanceof VectorColumn vectors) {
            return IntStream.range(0, vectors.width()).noneMatch(dimension -> varies(vectors, dimension));
        }
        if (column instanceof NumberColumn numbers) {
            return Arrays.stream(numbers.values()).filter(v -> !Double.isNaN(v)).distinct().limit(2).count() < 2;
        }
        if (column instanceof BitColumn bits) {
            return Arrays.stream(bits.bits()).filter(Objects::nonNull).map(LongBuffer::wrap).distinct().limit(2)
                .count() < 2;
        }
        if (column instanceof TextColumn texts) {
            return Arrays.stream(texts.texts()).filter(Objects::nonNull).distinct().limit(2).count() < 2;
        }
        return column instanceof NominalColumn nominal
            && Arrays.stream(nominal.codes()).filter(code -> code >= 0).distinct().limit(2).count() < 2;
    }

    private static boolean varies(final VectorColumn column, final int dimension) {
        var first = Float.NaN;
        for (var at = dimension; at < column.values().length; at += column.width()) {
            final var value = column.values()[at];
            if (!Float.isNaN(value) && value != first) {
                if (!Float.isNaN(first)) {
                    return true;
                }
                first = value;
            }
        }
        return false;
    }

    /** @return whether two columns of one kind have the same cells */
    static boolean same(final Column a, final Column b) {
        if (a instanceof NumberColumn x && b instanceof NumberColumn y) {
            return Arrays.equals(x.values(), y.values());
        }
        if (a instanceof BitColumn x && b instanceof BitColumn y) {
            return Arrays.deepEquals(x.bits(), y.bits());
        }
        if (a instanceof VectorColumn x && b instanceof VectorColumn y) {
            return x.width() == y.width() && Arrays.equals(x.values(), y.values());
        }
        if (a instanceof TextColumn x && b instanceof TextColumn y) {
            return Arrays.equals(x.texts(), y.texts());
        }
        return a instanceof NominalColumn x && b instanceof NominalColumn y && Arrays.equals(x.codes(), y.codes());
    }
}
