package org.fewlabel.learn.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputEncoderTest {

    private static final Rows ROWS = new Rows(4,
        List.of(new NumberColumn("full", new double[]{1, 2, 3, 4}),
            new NumberColumn("gaps", new double[]{1, Double.NaN, 3, Double.POSITIVE_INFINITY}),
            new NumberColumn("flag", new double[]{7, Double.NaN, 7, 7}),
            new NumberColumn("constant", new double[]{7, 7, 7, 7}),
            new NumberColumn("nothing", new double[]{Double.NaN, Double.NaN, Double.NaN, Double.NaN}),
            new NominalColumn("colour", new int[]{0, 1, -1, 0}, List.of("red", "blue", "never"))));

    @Test
    void missingIsAStateOfItsOwn() {
        final var encoder = InputEncoder.fit(ROWS, InputEncoder.Scaling.STANDARD, Progress.NONE);

        assertThat(encoder.dropped()).containsExactly("constant", "nothing");
        assertThat(encoder.columns()).extracting(InputColumn::width).containsExactly(1, 2, 2, 3);
        final var values = encoder.encode(ROWS, Progress.NONE).values();
        final var d = (float)(1 / Math.sqrt(1.25));
        assertThat(values).containsExactly(new float[]{-1.5f * d, -1, 0, 0, 0, 1, 0, 0,
            -0.5f * d, 0, 1, 0, 1, 0, 1, 0,
            0.5f * d, 1, 0, 0, 0, 0, 0, 1,
            1.5f * d, 0, 1, 0, 0, 1, 0, 0}, within(1e-6f));
        assertThat(encoder.columns().get(1).missing(values, 8)).isTrue();
        assertThat(encoder.columns().get(3).category(values, 8)).isEqualTo(1);
        assertThat(encoder.columns().get(3).missing(values, 16)).isTrue();
    }

    @Test
    void manyCategoriesAreCodesAndTheRarestOne() {
        final var codes = IntStream.range(0, 3000).map(i -> i % 1500).toArray();
        final var names = IntStream.range(0, 1501).mapToObj(Integer::toString).toList();
        final var rows = new Rows(3000, List.of(new NominalColumn("many", codes, names)));
        final var encoder = InputEncoder.fit(rows, InputEncoder.Scaling.ROBUST, Progress.NONE);

        final var column = encoder.columns().get(0);
        assertThat(column.kind()).isEqualTo(InputColumn.Kind.CODE);
        assertThat(column.categories()).isEqualTo(InputEncoder.MAX_CATEGORIES);
        final var unseen = new Rows(2, List.of(new NominalColumn("many", new int[]{1500, -1}, names)));
        assertThat(encoder.encode(unseen, Progress.NONE).values()).containsExactly(0, 0);
        assertThat(encoder.unseenCells(unseen)).containsEntry("many", 1);
    }

    @Test
    void newRowsMayHaveMissingCellsWhereNoneWas() {
        final var encoder = InputEncoder.fit(ROWS, InputEncoder.Scaling.STANDARD, Progress.NONE);
        final var rows = new Rows(1, List.of(new NumberColumn("full", new double[]{Double.NaN}),
            new NumberColumn("gaps", new double[]{1e300}), new NumberColumn("flag", new double[]{7}),
            new NominalColumn("colour", new int[]{0}, List.of("never seen"))));

        assertThat(encoder.encode(rows, Progress.NONE).values()).containsExactly(0, 100.2f, 0, 0, 0, 0, 0, 1);
        assertThat(encoder.unseenCells(rows)).containsOnlyKeys("full", "colour");
    }

    @Test
    void everyBitThatVariesIsAColumn() {
        final var rows = new Rows(4, List.of(new BitColumn("prints", 3, new long[][]{{5}, {1}, null, {3}})));
        final var encoder = InputEncoder.restore(
            InputEncoder.fit(rows, InputEncoder.Scaling.ROBUST, Progress.NONE).state());

        assertThat(encoder.used()).containsExactly("prints");
        assertThat(encoder.columns()).extracting(InputColumn::name).containsExactly("prints [1]", "prints [2]",
            "prints (missing)");
        final var third = 1f / 3;
        assertThat(encoder.encode(rows, Progress.NONE).values()).containsExactly(
            new float[]{-third, 2 * third, 0, -third, -third, 0, 0, 0, 1, 2 * third, -third, 0}, within(1e-6f));
        assertThatThrownBy(() -> encoder.encode(new Rows(1, List.of(new NumberColumn("prints", new double[1]))),
            Progress.NONE)).hasMessageContaining("must hold bit vectors");
    }

    @ParameterizedTest
    @EnumSource
    void isRestored(final InputEncoder.Scaling scaling) {
        final var encoder = InputEncoder.fit(ROWS, scaling, Progress.NONE);
        final var restored = InputEncoder.restore(encoder.state());

        assertThat(restored.columns()).isEqualTo(encoder.columns());
        assertThat(restored.encode(ROWS, Progress.NONE).values())
            .isEqualTo(encoder.encode(ROWS, Progress.NONE).values());
        assertThat(restored.dropped()).isEqualTo(encoder.dropped());
    }

    /** Stored encoders must stay readable: the entries and their order are those of the first version. */
    @Test
    void theStoredFormStays() {
        final var prints = new BitColumn("prints", 2, new long[][]{{1}, {3}, null, {1}});
        final var rows = new Rows(4, Stream.concat(ROWS.columns().stream(), Stream.of(prints)).toList());
        final var state = InputEncoder.fit(rows, InputEncoder.Scaling.STANDARD, Progress.NONE).state();

        assertThat(text(state)).isEqualTo("{dropped=[constant, nothing], columns=5, "
            + "column 0={name=full, kind=number, indicator=0, "
            + "scale={centre=2.5, spread=1.118033988749895, low=-100.0, high=100.0}}, "
            + "column 1={name=gaps, kind=number, indicator=1, scale={centre=2.0, spread=1.0, low=-100.0, high=100.0}}, "
            + "column 2={name=flag, kind=number, indicator=1, scale={centre=7.0, spread=1.0, low=-100.0, high=100.0}}, "
            + "column 3={name=colour, kind=nominal, categories=[red, blue], rare=[]}, "
            + "column 4={name=prints, kind=bits, indicator=1, bits=[1], shares=[0.3333333333333333]}}");
    }

    private static String text(final State state) {
        return state.entries().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + (entry.getValue() instanceof State inner ? text(inner)
                : entry.getValue() instanceof String[] texts ? Arrays.toString(texts)
                    : entry.getValue() instanceof int[] integers ? Arrays.toString(integers)
                        : entry.getValue() instanceof double[] numbers ? Arrays.toString(numbers) : entry.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    }

    @Test
    void aForgedStateIsRefused() {
        final var one = new State().put("name", "a").put("kind", "nominal").put("categories", new String[]{"x", "x"})
            .put("rare", new String[0]);

        assertThatThrownBy(() -> InputEncoder.restore(
            new State().put("dropped", new String[0]).put("columns", 1).put("column 0", one)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("damaged");
        assertThatThrownBy(() -> InputEncoder.restore(new State().put("dropped", new String[0]).put("columns", -1)))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
