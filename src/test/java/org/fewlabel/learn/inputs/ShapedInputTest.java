package org.fewlabel.learn.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Pictures;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.inputs.InputEncoder.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapedInputTest {

    private static final float NONE = Float.NaN;

    private static Rows rows(final int size, final Shape shape, final float... values) {
        return new Rows(size, List.of(new VectorColumn("v", size, shape.size(), values, shape)));
    }

    private static InputEncoder fit(final Rows rows) {
        return InputEncoder.fit(rows, Scaling.ROBUST, Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void allPixelsHaveOneScaleAndConstantOnesAreKept(final Scaling scaling) {
        final var rows = rows(2, new Shape(1, 4, 1), 0, 0, 2, 4, 0, 0, 4, 6); // mean 2, mean square 9
        final var encoder = InputEncoder.fit(rows, scaling, Progress.NONE);

        assertThat(encoder.width()).isEqualTo(4);
        assertThat(encoder.shape()).contains(new Shape(1, 4, 1));
        final var s = (float)Math.sqrt(9 - 4);
        assertThat(encoder.encode(rows, Progress.NONE).values())
            .containsExactly(new float[]{-2 / s, -2 / s, 0, 2 / s, -2 / s, -2 / s, 2 / s, 4 / s}, within(1e-6f));
    }

    @Test
    void eachChannelHasItsOwnScale() {
        final var encoded = fit(rows(2, new Shape(1, 2, 2), 0, 100, 2, 300, 0, 100, 2, 300))
            .encode(rows(1, new Shape(1, 2, 2), 2, 100, 0, 500), Progress.NONE);
        // of the same rows nothing varies
        assertThat(encoded.columns()).isZero();

        final var varying = fit(rows(2, new Shape(1, 2, 2), 0, 100, 2, 300, 2, 100, 0, 300));
        assertThat(varying.encode(rows(1, new Shape(1, 2, 2), 2, 100, 0, 500), Progress.NONE).values())
            .containsExactly(1, -1, -1, 3);
    }

    @Test
    void missingNumbersBecomeTheMean() {
        final var shape = new Shape(2, 1, 1);
        final var encoder = fit(rows(3, shape, 0, 2, 2, NONE, NONE, NONE));
        assertThat(encoder.encode(rows(2, shape, NONE, NONE, 2, Float.POSITIVE_INFINITY), Progress.NONE).values()[0])
            .isZero();
        assertThat(encoder.unseenCells(rows(1, shape, NONE, NONE))).as("some were missing before").isEmpty();

        final var complete = fit(rows(2, shape, 0, 2, 2, 0));
        assertThat(complete.unseenCells(rows(2, shape, NONE, NONE, 1, 1))).containsEntry("v", 1);
        assertThat(
            complete.encode(new Rows(1, List.of(new VectorColumn("v", 1, 0, new float[0]))), Progress.NONE).values())
            .containsExactly(0, 0);
    }

    @Test
    void aRestoredInputIsEqual() {
        final var encoder = fit(Pictures.bars(10, new Shape(6, 6, 3), 1));
        final var restored = InputEncoder.restore(encoder.state());
        final var others = Pictures.bars(4, new Shape(6, 6, 3), 2);

        assertThat(restored.shape()).contains(new Shape(6, 6, 3));
        assertThat(restored.encode(others, Progress.NONE).values())
            .isEqualTo(encoder.encode(others, Progress.NONE).values());
        assertThatThrownBy(() -> encoder.encode(Pictures.bars(4, new Shape(6, 6, 1), 2), Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("36 numbers")
            .hasMessageContaining("have 108");
    }

    @Test
    void aDamagedStateIsRefused() {
        assertThat(ShapedInput.restore(state("2 x 1 x 1", 1)).width()).isEqualTo(2);
        assertRefused(state("2 x 1 x 1", 0));
        assertRefused(state("2 x 1 x 1", 1, 1));
        assertRefused(state("2 x 1 x 100000", 1));
        assertRefused(state("9999999 x 9999999 x 1", 1));
        assertRefused(state("-1 x 1 x 1", 1));
    }

    private static State state(final String shape, final double... spreads) {
        return new State().put("name", "v").put("kind", "shaped").put("shape", shape).put("missing", 0)
            .put("centres", new double[]{1}).put("spreads", spreads);
    }

    private static void assertRefused(final State state) {
        assertThatThrownBy(() -> ShapedInput.restore(state)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("damaged");
    }

    @Test
    void onlyASingleImageColumnIsAnImageInput() {
        final var image = Pictures.bars(4, new Shape(6, 6, 1), 1).columns().get(0);
        final var both = new Rows(4, List.of(image, new NumberColumn("x", new double[]{1, 2, 3, 4})));
        assertThat(fit(both).shape()).isEmpty();
        final var constant = new Rows(4, List.of(image, new NumberColumn("x", new double[]{1, 1, 1, 1})));
        assertThat(fit(constant).shape()).contains(new Shape(6, 6, 1));
    }

    @Test
    void framesAreNoImage() {
        final var frames = new VectorColumn("v", 2, 4, 2, new float[]{1, 2, 3, 4, 5, 6, 7, 9});
        assertThat(frames.image()).isNull();
        assertThat(frames.frames()).isEqualTo(2);
        assertThat(frames.shape()).hasToString("2 x 2");
        assertThat(fit(new Rows(2, List.of(frames))).shape()).isEmpty();
    }

    @Test
    void aShapeHasTheNumbersOfItsVectors() {
        assertThatThrownBy(() -> rows(1, new Shape(2, 2, 1), 1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VectorColumn("v", 1, 3, new float[3], new Shape(2, 2, 1)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"v\"")
            .hasMessageContaining("2 x 2 x 1 = 4");
    }

    @Test
    void shapesAreReadAsTheyAreWritten() {
        assertThat(Shape.parse("8x9")).isEqualTo(new Shape(8, 9, 1));
        assertThat(Shape.parse(" 32 x 16 x 3 ")).isEqualTo(new Shape(32, 16, 3));
        assertThat(Shape.parse(new Shape(3, 4, 5).toString())).isEqualTo(new Shape(3, 4, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "8 x", "8 x 8 x 3 x 1", "a x b", "0 x 8", "8,8", "99999 x 99999"})
    void otherTextIsNoShape(final String text) {
        assertThatThrownBy(() -> Shape.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
