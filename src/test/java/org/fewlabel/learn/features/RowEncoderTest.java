package org.fewlabel.learn.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.junit.jupiter.api.Test;

class RowEncoderTest {

    private static final Offset<Double> CLOSE = within(1e-5);

    @Test
    void measurementsAreStandardizedWhateverTheirUnit() {
        final var random = new Random(1);
        final var metres = random.doubles(500).toArray();
        final var rows = rows(column("m", metres.length, i -> metres[i]),
            column("km", metres.length, i -> metres[i] / 1000), column("°", metres.length, i -> 3 * i));
        final var encoded = encode(rows);
        for (var d = 0; d < 3; d++) {
            assertThat(mean(encoded, d)).isCloseTo(0, within(0.01));
            assertThat(variance(encoded, d)).isCloseTo(1, within(0.05));
        }
        for (var i = 0; i < metres.length; i++) {
            assertThat((double)encoded.values()[3 * i + 1]).isCloseTo(encoded.values()[3 * i], CLOSE);
        }
    }

    @Test
    void columnsAreMappedToTheirDimensions() {
        final var encoder = RowEncoder.fit(rows(column("x", 6, i -> i), column("same", 6, i -> 1),
            new NominalColumn("colour", new int[]{0, 1, 2, 0, 1, 2}, List.of("a", "b", "c")),
            column("y", 6, i -> i * i)),
            Progress.NONE);
        assertThat(encoder.columns()).isEqualTo(5);
        assertThat(encoder.dimensionsOf(List.of("colour"))).containsExactly(1, 2, 3);
        assertThat(encoder.dimensionsOf(List.of("y", "same", "x"))).containsExactly(0, 4);
        assertThat(encoder.dimensionsOf(List.of("same"))).isEmpty();
    }

    @Test
    void aTypingErrorDoesNotDominateDistances() {
        final var random = new Random(1);
        final var clean = random.doubles(1000).toArray();
        final var typo = clean.clone();
        typo[0] = 1e12;
        final var a = encode(rows(new NumberColumn("x", clean)));
        final var b = encode(rows(new NumberColumn("x", typo)));
        for (var i = 1; i < clean.length; i++) {
            assertThat((double)b.values()[i]).isCloseTo(a.values()[i], within(0.01));
        }
        assertThat(b.values()[0]).isBetween(3f, 3.2f);
    }

    @Test
    void aNearlyConstantColumnIsKept() {
        final var encoded = encode(rows(column("x", 1000, i -> i == 17 ? 5 : 0)));
        assertThat(encoded.columns()).isEqualTo(1);
        assertThat(encoded.values()[17]).isBetween(3f, 3.2f);
        assertThat(encoded.values()[0]).isBetween(-0.1f, 0f);
    }

    @Test
    void columnsOfOneScaleAreDividedByOneSpread() {
        final var random = new Random(2);
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < 5; c++) { // pixels of the middle: 0 to 16
            columns.add(column("middle " + c, 400, i -> i == 0 ? 0 : i == 1 ? 16 : random.nextInt(17)));
        }
        columns.add(column("border", 400, i -> i < 2 ? 1 : 0)); // nearly always 0
        final var rows = new Rows(400, columns);
        final var encoded = encode(rows);
        // a step of 1 is the same in all of them
        final var step = (encoded.values()[6] - encoded.values()[0]) / 16;
        assertThat(step).isPositive();
        assertThat(encoded.values()[5] - encoded.values()[2 * 6 + 5]).isCloseTo(step, within(1e-5f));
        assertThat(IntStream.range(0, 6).mapToDouble(d -> variance(encoded, d)).average().orElseThrow())
            .isCloseTo(1, within(1e-4));
    }

    @Test
    void aFractionDoesNotJoinColumnsOfWholeNumbers() {
        final var random = new Random(3);
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < 4; c++) {
            columns.add(column("answer " + c, 300, i -> i == 0 ? 0 : i == 1 ? 10 : random.nextInt(11)));
        }
        columns.add(column("share", 300, i -> i / 1000.0));
        final var encoded = encode(new Rows(300, columns));
        assertThat(variance(encoded, 4)).isCloseTo(1, within(0.05));
    }

    @Test
    void twoColumnsWithTheSameBoundsAreNoScale() {
        final var rows = rows(column("a", 100, i -> i % 2), column("b", 100, i -> i == 5 ? 1 : 0));
        final var encoded = encode(rows);
        assertThat(variance(encoded, 0)).isCloseTo(1, CLOSE);
        assertThat(encoded.values()[5 * 2 + 1]).isBetween(3f, 3.2f);
    }

    @Test
    void newRowsAreLimitedToTheBoundsOfTheirScale() {
        final var random = new Random(4);
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < 3; c++) {
            columns.add(column("p" + c, 100, i -> i == 0 ? 0 : i == 1 ? 255 : random.nextInt(256)));
        }
        final var encoder = RowEncoder.fit(new Rows(100, columns), Progress.NONE);
        final var wild = new Rows(2, columns.stream()
            .map(c -> (Column)new NumberColumn(c.name(), new double[]{255, 1e9})).toList());
        final var encoded = encoder.encode(wild, Progress.NONE);
        for (var c = 0; c < 3; c++) {
            assertThat(encoded.values()[3 + c]).isBetween(encoded.values()[c], encoded.values()[c] + 0.2f);
        }
    }

    @Test
    void aDistantGroupIsNotASinglePoint() {
        final var random = new Random(5);
        final var encoded = encode(rows(column("x", 1000, i -> i < 10 ? 1000 + i : random.nextGaussian())));
        final var far = new TreeSet<Float>();
        for (var i = 0; i < 10; i++) {
            far.add(encoded.values()[i]);
        }
        assertThat(far).hasSize(10).allMatch(x -> x > 3 && x < 3.2f);
    }

    @Test
    void twoRowsOfDifferentCategoriesAreAtTheSquaredDistanceTwo() {
        final var rows = rows(new NominalColumn("c", new int[]{0, 1, 2, 0, -1}, List.of("a", "b", "c", "never")));
        final var encoded = encode(rows);
        assertThat(encoded.columns()).isEqualTo(3);
        assertThat(squaredDistance(encoded, 0, 1)).isCloseTo(2, CLOSE);
        assertThat(squaredDistance(encoded, 1, 2)).isCloseTo(2, CLOSE);
        assertThat(squaredDistance(encoded, 0, 3)).isZero();
        assertThat(Arrays.copyOfRange(encoded.values(), 12, 15)).containsOnly(Float.NaN);
        for (var d = 0; d < 3; d++) {
            final var dimension = d;
            assertThat(IntStream.range(0, 4).mapToDouble(i -> encoded.values()[i * 3 + dimension]).sum())
                .isCloseTo(0, CLOSE);
        }
    }

    @Test
    void categoriesAreKnownByNameNotByCode() {
        final var encoder = RowEncoder
            .fit(rows(new NominalColumn("c", new int[]{0, 0, 1, 2}, List.of("a", "b", "c"))), Progress.NONE);
        final var one = encoder.encode(rows(new NominalColumn("c", new int[]{0}, List.of("b"))), Progress.NONE);
        final var other = encoder.encode(rows(new NominalColumn("c", new int[]{2}, List.of("c", "a", "b"))),
            Progress.NONE);
        assertThat(one.values()).containsExactly(other.values());
    }

    @Test
    void anUnseenCategoryIsMissingAndCounted() {
        final var encoder = RowEncoder.fit(
            rows(new NominalColumn("c", new int[]{0, 1}, List.of("a", "b")), column("n", 2, i -> i)), Progress.NONE);
        final var rows = rows(new NominalColumn("c", new int[]{1, 0, 1, -1}, List.of("a", "x")),
            column("n", 4, i -> 0));
        assertThat(encoder.unseenCells(rows)).containsExactly(entry("c", 2));
        final var encoded = encoder.encode(rows, Progress.NONE);
        assertThat(encoded.values()[0]).isNaN();
        assertThat(encoded.values()[3]).isNotNaN();
    }

    @Test
    void veryManyCategoriesShareTheLastDimension() {
        final var codes = IntStream.range(0, 2000).map(i -> i < 1000 ? i % 10 : i - 990).toArray();
        final var names = IntStream.range(0, 1010).mapToObj(i -> String.valueOf(10_000 + i)).toList();
        final var encoder = RowEncoder.fit(rows(new NominalColumn("c", codes, names)), Progress.NONE);
        assertThat(encoder.columns()).isEqualTo(256);
        final var encoded = encoder.encode(rows(new NominalColumn("c", codes, names)), Progress.NONE);
        assertThat(squaredDistance(encoded, 0, 1)).isCloseTo(2, CLOSE);
        assertThat(squaredDistance(encoded, 0, 1999)).isCloseTo(2, CLOSE);
        assertThat(squaredDistance(encoded, 1998, 1999)).isZero();
    }

    @Test
    void columnsWithoutTwoValuesAreDroppedByName() {
        final var encoder = RowEncoder.fit(
            rows(column("constant", 3, i -> 7), column("empty", 3, i -> Double.NaN), column("used", 3, i -> i),
                column("infinite", 3, i -> i == 0 ? 1 : Double.POSITIVE_INFINITY),
                new NominalColumn("one", new int[]{0, -1, 0}, List.of("a", "b"))),
            Progress.NONE);
        assertThat(encoder.used()).containsExactly("used");
        assertThat(encoder.dropped()).containsExactly("constant", "empty", "infinite", "one");
    }

    @Test
    void missingAndInfiniteNumbersAreNaN() {
        final var encoded = encode(
            rows(new NumberColumn("x", new double[]{1, Double.NaN, 2, Double.NEGATIVE_INFINITY, 4})));
        assertThat(encoded.values()[1]).isNaN();
        assertThat(encoded.values()[3]).isNaN();
        assertThat(encoded.values()[4]).isFinite();
    }

    @Test
    void hugeNumbersStayFinite() {
        final var encoded = encode(rows(new NumberColumn("x",
            new double[]{-Double.MAX_VALUE, Double.MAX_VALUE, 0, 1, Double.MIN_VALUE})));
        for (final var value : encoded.values()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void columnsMayComeInAnyOrderWithOthersBetween() {
        final var a = column("a", 5, i -> i * i);
        final var b = column("b", 5, i -> -i);
        final var encoder = RowEncoder.fit(rows(a, b), Progress.NONE);
        assertThat(encoder.encode(rows(b, column("z", 5, i -> 1), a), Progress.NONE).values())
            .containsExactly(encoder.encode(rows(a, b), Progress.NONE).values());
    }

    @Test
    void aMissingOrRetypedColumnIsNamed() {
        final var encoder = RowEncoder.fit(
            rows(column("a", 2, i -> i), new NominalColumn("c", new int[]{0, 1}, List.of("x", "y"))), Progress.NONE);
        assertThatThrownBy(() -> encoder.encode(rows(column("b", 2, i -> i)), Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"a\" is missing");
        assertThatThrownBy(() -> encoder.encode(rows(column("a", 2, i -> i), column("c", 2, i -> i)), Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"c\" must hold categories");
        final var nominal = new NominalColumn("a", new int[]{0, 0}, List.of("x"));
        assertThatThrownBy(() -> encoder.encode(rows(nominal, new NominalColumn("c", new int[2], List.of("x"))),
            Progress.NONE)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"a\" must hold numbers");
    }

    @Test
    void anEmptyTableHasNoDimensions() {
        final var encoder = RowEncoder.fit(new Rows(0, List.of(column("a", 0, i -> i))), Progress.NONE);
        assertThat(encoder.columns()).isZero();
        assertThat(encoder.encode(rows(column("a", 3, i -> i)), Progress.NONE).values()).isEmpty();
    }

    @Test
    void canBeCanceled() {
        final var canceled = Checks.canceledAt(1);
        final var rows = rows(column("a", 3, i -> i));
        assertThatThrownBy(() -> RowEncoder.fit(rows, canceled)).isInstanceOf(CancellationException.class);
        final var encoder = RowEncoder.fit(rows, Progress.NONE);
        assertThatThrownBy(() -> encoder.encode(rows, canceled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aRestoredEncoderEncodesTheSame() {
        final var rows = mixed();
        final var encoder = RowEncoder.fit(rows, Progress.NONE);
        final var restored = RowEncoder.restore(encoder.state());
        assertThat(restored.encode(rows, Progress.NONE).values())
            .containsExactly(encoder.encode(rows, Progress.NONE).values());
        assertThat(restored.used()).isEqualTo(encoder.used());
        assertThat(restored.dropped()).containsExactly("constant");
    }

    @Test
    void aForgedStateIsRefused() {
        final var number = new State().put("kind", "number").put("name", "x").put("centre", 0.0).put("spread", 0.0)
            .put("low", -3.0).put("high", 3.0);
        assertRefused(number);
        assertRefused(new State().put("kind", "script").put("name", "x"));
        assertRefused(nominal(new String[]{"a", "b"}, new double[]{0.5}));
        assertRefused(nominal(new String[]{"a", "a"}, new double[]{0.5, 0.5}));
        assertRefused(nominal(new String[]{"a", "b"}, new double[]{0.5, 2}));
        assertRefused(nominal(new String[0], new double[0]));
        final var same = nominal(new String[]{"a", "b"}, new double[]{0.5, 0.5});
        assertRefused(same, same);
        assertThatThrownBy(
            () -> RowEncoder.restore(new State().put("dropped", new String[0]).put("columns", Integer.MAX_VALUE)))
            .isInstanceOf(IllegalArgumentException.class);
    }

    private static State nominal(final String[] categories, final double[] shares) {
        return new State().put("kind", "nominal").put("name", "x").put("categories", categories)
            .put("rare", new String[0]).put("shares", shares);
    }

    private static void assertRefused(final State... columns) {
        final var state = new State().put("dropped", new String[0]).put("columns", columns.length);
        for (var i = 0; i < columns.length; i++) {
            state.put("column " + i, columns[i]);
        }
        assertThatThrownBy(() -> RowEncoder.restore(state)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("The stored model is damaged");
    }

    private static Rows mixed() {
        final var random = new Random(5);
        return rows(column("a", 50, i -> random.nextGaussian()), column("constant", 50, i -> 1),
            new NominalColumn("c", IntStream.range(0, 50).map(i -> i % 4 - 1).toArray(), List.of("x", "y", "z")),
            column("b", 50, i -> i % 7 == 0 ? Double.NaN : random.nextInt(5)));
    }

    private static DenseRows encode(final Rows rows) {
        return RowEncoder.fit(rows, Progress.NONE).encode(rows, Progress.NONE);
    }

    private static Rows rows(final Column... columns) {
        return new Rows(columns[0].size(), List.of(columns));
    }

    private static NumberColumn column(final String name, final int rows, final IntToDoubleFunction value) {
        return new NumberColumn(name, IntStream.range(0, rows).mapToDouble(value).toArray());
    }

    private static double mean(final DenseRows rows, final int d) {
        return IntStream.range(0, rows.rows()).mapToDouble(i -> rows.values()[i * rows.columns() + d]).average()
            .orElseThrow();
    }

    private static double variance(final DenseRows rows, final int d) {
        final var mean = mean(rows, d);
        return IntStream.range(0, rows.rows())
            .mapToDouble(i -> Math.pow(rows.values()[i * rows.columns() + d] - mean, 2)).average().orElseThrow();
    }

    private static double squaredDistance(final DenseRows rows, final int i, final int j) {
        return IntStream.range(0, rows.columns())
            .mapToDouble(
                d -> Math.pow(rows.values()[i * rows.columns() + d] - rows.values()[j * rows.columns() + d], 2))
            .sum();
    }
}
