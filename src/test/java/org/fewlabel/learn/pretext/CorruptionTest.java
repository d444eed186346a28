package org.fewlabel.learn.pretext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.inputs.InputColumn;
import org.fewlabel.learn.inputs.InputEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorruptionTest {

    private static final int COLUMNS = 10;

    private static final int ALL = 500;

    private static final List<String> NAMES = IntStream.range(0, COLUMNS).mapToObj(Integer::toString).toList();

    private static int[][] draw(final PretextTask.Kind kind, final double strength) {
        return new Corruption(new PretextTask(kind, NAMES, strength, 4, 1), columns(COLUMNS)).draw(
            IntStream.range(0, 200).toArray(),
            ALL, new SplittableRandom(2));
    }

    private static List<InputColumn> columns(final int count) {
        return IntStream.range(0, count)
            .mapToObj(c -> new InputColumn(NAMES.get(c), InputColumn.Kind.NUMBER, c, 1, 0)).toList();
    }

    private static long changed(final int[] sources, final int row) {
        return IntStream.range(0, COLUMNS).filter(c -> sources[row * COLUMNS + c] != row).count();
    }

    @Test
    void corruptionReplacesItsShareOfEveryRow() {
        final var views = draw(PretextTask.Kind.CORRUPT, 0.6);

        // one in 500 draws is the row itself
        assertThat(IntStream.range(0, 200).filter(row -> changed(views[0], row) == 6).count()).isGreaterThan(190);
        assertThat(IntStream.range(0, 200).allMatch(row -> changed(views[1], row) == 0)).isTrue();
    }

    @Test
    void maskingDrawsForEveryCell() {
        final var sources = draw(PretextTask.Kind.MASK, 0.3)[0];

        assertThat(IntStream.range(0, 200).mapToLong(row -> changed(sources, row)).average().orElse(0))
            .isBetween(2.7, 3.3);
    }

    @Test
    void aSwappedRowConsistsOfTwo() {
        final var sources = draw(PretextTask.Kind.SWAP, 0.5)[0];

        for (var row = 0; row < 200; row++) {
            assertThat(Arrays.stream(sources, row * COLUMNS, (row + 1) * COLUMNS).distinct().count())
                .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void blocksDifferAndCoverAllColumns() {
        final var views = draw(PretextTask.Kind.BLOCKS, 0.7);
        final var seen = new boolean[COLUMNS];
        for (var row = 0; row < 200; row++) {
            final var at = row * COLUMNS;
            final var first = Arrays.copyOfRange(views[0], at, at + COLUMNS);
            assertThat(Arrays.copyOfRange(views[1], at, at + COLUMNS)).isNotEqualTo(first);
            assertThat(Arrays.stream(first).filter(source -> source == Corruption.MASKED).count()).isEqualTo(7);
            IntStream.range(0, COLUMNS).filter(c -> first[c] != Corruption.MASKED).forEach(c -> seen[c] = true);
        }
        assertThat(seen).containsOnly(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"CORRUPT", "MASK", "SWAP", "BLOCKS"})
    void oneColumnOneRow(final PretextTask.Kind kind) {
        final var views = new Corruption(PretextTask.of(kind, List.of("a"), 1), columns(1)).draw(new int[]{0}, 1,
            new SplittableRandom(1));

        assertThat(views[0]).hasSize(1);
        assertThat(views[1][0]).isZero();
    }

    @Test
    void rawAndEncodedRowsAreCorruptedAlike() {
        final var rows = new Rows(4, List.of(new NumberColumn("n", new double[]{1, 2, Double.NaN, 4}),
            new NominalColumn("c", new int[]{0, 1, -1, 1}, List.of("x", "y"))));
        final var encoder = InputEncoder.fit(rows, InputEncoder.Scaling.STANDARD, Progress.NONE);
        final var sources = new int[]{0, 1, Corruption.MASKED, 2, 3, Corruption.MASKED};

        final var raw = Corruption.apply(sources, rows);
        final var encoded = new float[3 * encoder.width()];
        Corruption.apply(sources, encoder.encode(rows, Progress.NONE), encoder.columns(), encoded, 0);

        assertThat(((NumberColumn)raw.columns().get(0)).values()).containsExactly(1, Double.NaN, 4);
        assertThat(((NominalColumn)raw.columns().get(1)).codes()).containsExactly(1, -1, -1);
        assertThat(encoder.encode(raw, Progress.NONE).values()).isEqualTo(encoded);
    }

    @Test
    void aTaskIsRestoredAndChecked() {
        final var task = PretextTask.of(PretextTask.Kind.MASK, List.of("a", "b"), Long.MIN_VALUE);

        assertThat(PretextTask.restore(task.state())).isEqualTo(task);
        assertThatThrownBy(() -> task.checkColumns(List.of("b", "c"))).hasMessageContaining("lacks \"a\"")
            .hasMessageContaining("does not know \"c\"");
        assertThatThrownBy(() -> new PretextTask(PretextTask.Kind.MASK, List.of(), 1.5, 4, 1))
            .hasMessageContaining("strength");
    }
}
