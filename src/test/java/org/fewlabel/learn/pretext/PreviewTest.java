package org.fewlabel.learn.pretext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.inputs.InputEncoder;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The preview of corrupted rows. */
class PreviewTest {

    private static final int MASKED = Corruption.MASKED;

    private static final float NONE = Float.NaN;

    private static Rows rows(final Column column) {
        return new Rows(column.size(), List.of(column));
    }

    private static long[][] bits(final BitColumn column, final int... sources) {
        return ((BitColumn)Corruption.apply(sources, rows(column)).columns().get(0)).bits();
    }

    private static VectorColumn vectors(final VectorColumn column, final int... sources) {
        return (VectorColumn)Corruption.apply(sources, rows(column)).columns().get(0);
    }

    @Test
    void everyBitAndEveryDimensionIsAUnit() {
        final var rows = new Rows(1, List.of(new NumberColumn("n", new double[1]),
            new NominalColumn("c", new int[1], List.of("x")), new BitColumn("b", 70, new long[1][]),
            new VectorColumn("v", 1, 5, new float[5]), new BitColumn("no bits", 0, new long[1][]),
            new VectorColumn("no numbers", 1, 0, new float[0])));

        assertThat(Corruption.units(rows)).isEqualTo(1 + 1 + 70 + 5 + 1 + 1);
        assertThat(Corruption.units(new Rows(0, List.of()))).isZero();
    }

    @Test
    void aFingerprintIsComposedBitByBit() {
        final var prints = new BitColumn("b", 3, new long[][]{{0b101}, {0b010}, null, {}});

        assertThat(bits(prints, 0, 0, 0, /* */ 1, 1, 0, /* */ 0, MASKED, MASKED, /* */ 0, 0, 2, /* */ MASKED, 2, 3))
            .isDeepEqualTo(new long[][]{{0b101}, {0b110}, {0b001}, {0b001}, {0}});
    }

    @Test
    void aFingerprintWithoutAnyKnownBitIsMissing() {
        final var prints = new BitColumn("b", 3, new long[][]{{0b111}, null});

        assertThat(bits(prints, MASKED, MASKED, MASKED, /* */ 1, 1, 1, /* */ MASKED, 1, MASKED))
            .isDeepEqualTo(new long[3][]);
        assertThat(bits(new BitColumn("b", 0, new long[][]{null, {}}), 0, MASKED, 1))
            .isDeepEqualTo(new long[][]{null, null, {}});
    }

    @Test
    void longFingerprintsSpanManyWords() {
        final var prints = new BitColumn("b", 130, new long[][]{{-1, -1, 3}, {0}});
        final var sources = IntStream.range(0, 130).map(bit -> bit % 65 == 0 || bit == 129 ? 0 : 1).toArray();

        assertThat(bits(prints, sources)).isDeepEqualTo(new long[][]{{1, 2, 2}});
    }

    @Test
    void aVectorIsComposedNumberByNumber() {
        final var vectors = new VectorColumn("v", 3, 2, new float[]{1, 2, 3, 4, NONE, NONE});
        final var seen = vectors(vectors, 0, 0, /* */ 1, 0, /* */ MASKED, 1, /* */ 0, 2, /* */ MASKED, 2);

        assertThat(seen.values()).containsExactly(1, 2, 3, 2, NONE, 4, 1, NONE, NONE, NONE);
        assertThat(seen.isMissing(3)).isFalse();
        assertThat(seen.isMissing(4)).isTrue();
        final var none = vectors(new VectorColumn("v", 2, 0, new float[0]), 0, MASKED, 1);
        assertThat(none.size()).isEqualTo(3);
        assertThat(none.width()).isZero();
    }

    @Test
    void adjacentColumnsUseTheirOwnUnits() {
        final var rows = new Rows(2, List.of(new NumberColumn("n", new double[]{1, 2}),
            new BitColumn("b", 2, new long[][]{{0b01}, {0b10}}), new VectorColumn("v", 2, 2, new float[]{1, 2, 3, 4}),
            new NominalColumn("c", new int[]{0, 1}, List.of("x", "y"))));
        final var seen = Corruption.apply(new int[]{1, 0, 1, 1, MASKED, 0, /* */ MASKED, 1, 1, 0, 1, MASKED}, rows);

        assertThat(((NumberColumn)seen.columns().get(0)).values()).containsExactly(2, Double.NaN);
        assertThat(((BitColumn)seen.columns().get(1)).bits()).isDeepEqualTo(new long[][]{{0b11}, {0b10}});
        assertThat(((VectorColumn)seen.columns().get(2)).values()).containsExactly(3, NONE, 1, 4);
        assertThat(((NominalColumn)seen.columns().get(3)).codes()).containsExactly(0, -1);
    }

    @Test
    void aDrawForAnotherNumberOfUnitsIsRefused() {
        assertThatThrownBy(() -> vectors(new VectorColumn("v", 1, 2, new float[2]), 0, 0, 0))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 sources")
            .hasMessageContaining("2 units");
    }

    /** If all columns vary and nothing is missing, the units are the columns of the network's input. */
    @Property(tries = 40)
    void equalsTheInputOfANetwork(@ForAll final PretextTask.Kind kind, @ForAll final long seed) {
        Assume.that(kind != PretextTask.Kind.WORDS && !kind.needsShape()); // these have no units
        final var random = new SplittableRandom(seed);
        final var bits = new long[20][];
        final var numbers = new float[20 * 4];
        for (var i = 0; i < 20; i++) {
            bits[i] = new long[]{i < 2 ? 31L * i : random.nextInt(32)};
            for (var d = 0; d < 4; d++) {
                numbers[4 * i + d] = i * (d + 1) + (float)random.nextDouble();
            }
        }
        final var vectors = new VectorColumn("v", 20, 4, 2, numbers);
        // a masked bit is shown as not set, but the network gets the mean
        final var rows = kind == PretextTask.Kind.BLOCKS ? rows(vectors)
            : new Rows(20, List.of(vectors, new BitColumn("b", 5, bits)));
        final var encoder = InputEncoder.fit(rows, InputEncoder.Scaling.ROBUST, Progress.NONE);
        final var all = IntStream.range(0, 20).toArray();
        final var corruption = new Corruption(PretextTask.of(kind, List.of("v", "b"), seed), rows);
        final var sources = corruption.draw(all, 20, random)[0];

        assertThat(encoder.columns()).hasSize(Corruption.units(rows));
        final var given = new float[20 * encoder.width()];
        Corruption.apply(sources, encoder.encode(rows, Progress.NONE), encoder.columns(), given, 0);
        assertThat(encoder.encode(Corruption.apply(sources, rows), Progress.NONE).values())
            .containsExactly(given, within(0f));
    }
}
