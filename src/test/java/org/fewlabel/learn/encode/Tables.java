package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.VectorColumn;

/** Generated tables: rows of three groups, which differ in numbers and categories. */
final class Tables {

    static final int GROUPS = 3;

    private Tables() {
    }

    /** @return that many rows with four numbers (one with missing cells), a color and a place of 60 */
    static Rows mixed(final int rows) {
        final var columns = new ArrayList<Column>(numbers(rows).columns());
        columns.add(nominal("colour", rows, 4));
        columns.add(nominal("place", rows, 60));
        return new Rows(rows, columns);
    }

    static Rows numbers(final int rows) {
        final var random = new Random(rows);
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < 4; c++) {
            final var values = new double[rows];
            for (var i = 0; i < rows; i++) {
                values[i] = c == 3 && random.nextInt(5) == 0 ? Double.NaN
                    : 100 * c + (i % GROUPS == c ? 5 : 0) + random.nextGaussian();
            }
            columns.add(new NumberColumn("number " + c, values));
        }
        return new Rows(rows, columns);
    }

    /** @return that many rows with a vector of six numbers (some missing, sometimes the whole cell) and a color */
    static Rows vectors(final int rows, final long seed) {
        final var random = new Random(seed);
        final var values = new float[rows * 6];
        for (var i = 0; i < rows; i++) {
            final var empty = random.nextInt(10) == 0;
            for (var d = 0; d < 6; d++) {
                final var value = (float)((i % GROUPS == d % GROUPS ? 5 : 0) + random.nextGaussian());
                values[6 * i + d] = empty || d == 5 && random.nextInt(5) == 0 ? Float.NaN : value;
            }
        }
        return new Rows(rows, List.of(new VectorColumn("embedding", rows, 6, values), nominal("colour", rows, 4)));
    }

    static Rows nominal(final int rows) {
        return new Rows(rows, List.of(nominal("colour", rows, 4), nominal("place", rows, 60)));
    }

    private static NominalColumn nominal(final String name, final int rows, final int categories) {
        final var random = new Random(categories);
        final var codes = IntStream.range(0, rows)
            .map(i -> random.nextInt(8) == 0 ? -1
                : (random.nextInt(categories) / GROUPS * GROUPS + i % GROUPS) % categories)
            .toArray();
        return new NominalColumn(name, codes, IntStream.range(0, categories).mapToObj(c -> name + c).toList());
    }

    /** @return the group of each row */
    static Labels groups(final int rows) {
        return new Labels(IntStream.range(0, rows).map(i -> i % GROUPS).toArray(), List.of("a", "b", "c"));
    }
}
