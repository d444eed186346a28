package org.fewlabel.learn.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.learn.features.Vectors.rows;
import static org.fewlabel.learn.features.Vectors.with;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.features.Vectors;
import org.fewlabel.learn.inputs.InputEncoder.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The input of a network for vector columns. */
class VectorInputTest {

    private static final float NONE = Float.NaN;

    /** Variances 8/3 and 400, and a dimension between that never varies. */
    private static final VectorColumn VECTORS = new VectorColumn("v", 4, 3,
        new float[]{0, 7, -20, 4, 7, 20, NONE, NONE, NONE, 2, 7, Float.POSITIVE_INFINITY});

    private static float[] encode(final InputEncoder encoder, final Column column) {
        return encoder.encode(rows(column), Progress.NONE).values();
    }

    @Test
    void varyingDimensionsAreColumnsWithAPooledDeviation() {
        final var encoder = InputEncoder.fit(rows(VECTORS), Scaling.ROBUST, Progress.NONE);

        assertThat(encoder.used()).containsExactly("v");
        assertThat(encoder.columns()).containsExactly(new InputColumn("v [0]", InputColumn.Kind.NUMBER, 0, 1, 0, 2),
            new InputColumn("v [2]", InputColumn.Kind.NUMBER, 1, 1, 0, 2),
            new InputColumn("v (missing)", InputColumn.Kind.NUMBER, 2, 1, 0));
        final var spread = (float)Math.sqrt(604 / 3.0);
        assertThat(encode(encoder, VECTORS)).containsExactly(
            new float[]{-2 / spread, -20 / spread, 0, 2 / spread, 20 / spread, 0, 0, 0, 1, 0, 0, 0}, within(1e-6f));
    }

    @Test
    void standardizedDimensionsHaveTheirOwnDeviation() {
        final var encoder = InputEncoder.fit(rows(VECTORS), Scaling.STANDARD, Progress.NONE);
        final var spread = (float)Math.sqrt(8 / 3.0);

        assertThat(encode(encoder, VECTORS)).containsExactly(
            new float[]{-2 / spread, -1, 0, 2 / spread, 1, 0, 0, 0, 1, 0, 0, 0}, within(1e-6f));
    }

    @Property(tries = 200)
    void isAsItsDimensionsAsNumbersOfOneScale(@ForAll final Scaling scaling, @ForAll final long seed,
        @ForAll @IntRange(min = 2, max = 40) final int size, @ForAll @IntRange(min = 3, max = 9) final int width) {
        final var vectors = Vectors.ofOneScale(seed, size, width, 0);
        final var numbers = Vectors.expanded(vectors);
        final var expected = InputEncoder.fit(numbers, scaling, Progress.NONE).encode(numbers, Progress.NONE);

        assertThat(encode(InputEncoder.fit(rows(vectors), scaling, Progress.NONE), vectors))
            .containsExactly(expected.values(), within(1e-5f));
    }

    @Test
    void withoutAMissingNumberThereIsNoIndicator() {
        final var encoder = InputEncoder.fit(rows(new VectorColumn("v", 2, 1, new float[]{1, 3})), Scaling.STANDARD,
            Progress.NONE);

        assertThat(encoder.width()).isEqualTo(1);
        assertThat(encode(encoder, new VectorColumn("v", 3, 1, new float[]{NONE, 3, Float.MAX_VALUE})))
            .containsExactly(0, 1, 100.2f);
    }

    @Test
    void aMissingNumberAddsTheIndicatorForWholeCells() {
        final var encoder = InputEncoder.fit(rows(new VectorColumn("v", 2, 2, new float[]{1, NONE, 3, 5})),
            Scaling.STANDARD, Progress.NONE);

        assertThat(encoder.columns()).extracting(InputColumn::name).containsExactly("v [0]", "v (missing)");
        assertThat(encode(encoder, new VectorColumn("v", 2, 2, new float[]{NONE, 5, NONE, NONE})))
            .containsExactly(0, 0, 0, 1);
        assertThat(encode(encoder, new VectorColumn("v", 2, 0, new float[0]))).containsExactly(0, 1, 0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void constantColumnsAreDroppedUnlessSomeCellsAreMissing(final Scaling scaling) {
        final var encoder = InputEncoder.fit(rows(new VectorColumn("same", 3, 2, new float[]{1, 2, 1, 2, NONE, 2}),
            new VectorColumn("none", 3, 0, new float[0]), new VectorColumn("nan", 3, 1, new float[]{NONE, NONE, NONE}),
            new VectorColumn("flag", 3, 1, new float[]{4, NONE, 4})), scaling, Progress.NONE);

        assertThat(encoder.dropped()).containsExactly("same", "none", "nan");
        assertThat(encoder.columns()).extracting(InputColumn::name).containsExactly("flag (missing)");
        assertThat(encode(InputEncoder.restore(encoder.state()), new VectorColumn("flag", 2, 1, new float[]{NONE, 9})))
            .containsExactly(1, 0);
    }

    @Test
    void otherKindsAndWidthsAreRefusedByName() {
        final var encoder = InputEncoder.fit(rows(VECTORS), Scaling.ROBUST, Progress.NONE);

        assertThatThrownBy(() -> encode(encoder, new VectorColumn("v", 1, 128, new float[128])))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The column \"v\" has vectors of 128 numbers, but those in the training data have 3.");
        assertThatThrownBy(() -> encode(encoder, new NominalColumn("v", new int[1], List.of("a"))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"v\" must hold vectors of numbers");
        assertThat(encoder.unseenCells(rows(new NominalColumn("v", new int[1], List.of("a"))))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isRestored(final Scaling scaling) {
        final var encoder = InputEncoder.fit(rows(VECTORS), scaling, Progress.NONE);
        final var restored = InputEncoder.restore(encoder.state());

        assertThat(restored.columns()).isEqualTo(encoder.columns());
        assertThat(encode(restored, VECTORS)).containsExactly(encode(encoder, VECTORS));
    }

    @Test
    void aForgedStateIsRefused() {
        final var whole = InputEncoder.fit(rows(VECTORS), Scaling.ROBUST, Progress.NONE).state();
        final var column = whole.state("column 0");
        final var scale = column.state("scale");
        final var empty = new State().put("width", 3).put("dimensions", new int[0]).put("centres", new double[0])
            .put("spreads", new double[0]).put("low", 0.0).put("high", 0.0);
        final var forged = List.of(with(column, "indicator", 2), with(column, "kind", "vectors"),
            with(column, "scale", with(scale, "width", 1)),
            with(column, "scale", with(scale, "spreads", new double[2])),
            with(column, "scale", with(scale, "dimensions", new int[]{2, 1})),
            with(with(column, "indicator", 0), "scale", empty));

        assertThat(InputEncoder.restore(with(whole, "column 0", with(column, "scale", empty))).width()).isEqualTo(1);
        assertThat(forged)
            .allSatisfy(bad -> assertThatThrownBy(() -> InputEncoder.restore(with(whole, "column 0", bad)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("The stored model is damaged"));
        assertThatThrownBy(() -> InputEncoder.restore(with(whole, "columns", 2)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"column 1\" is missing");
        assertThatThrownBy(() -> InputEncoder.restore(with(whole, "columns", 2).put("column 1", column)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"v\" is there twice");
    }

    @Test
    void aMissingCellIsMissingInAllDimensions() {
        final var nan = Float.NaN;
        final var rows = new Rows(3, List.of(new VectorColumn("v", 3, 2, new float[]{1, 2, nan, nan, 3, 4}),
            new BitColumn("prints", 2, new long[][]{{1}, null, {2}})));
        final var encoder = InputEncoder.fit(rows, InputEncoder.Scaling.ROBUST, Progress.NONE);
        final var dense = encoder.encode(rows, Progress.NONE);
        for (final var column : encoder.columns()) {
            if (!column.name().endsWith("(missing)")) {
                assertThat(column.missing(dense.values(), 0)).as(column.name()).isFalse();
                assertThat(column.missing(dense.values(), dense.columns())).as(column.name()).isTrue();
            }
        }
        assertThat(encoder.columns()).hasSize(6);
    }
}
