package org.fewlabel.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StateTest {

    private final State state = new State().put("count", 3).put("size", 2.5).put("name", "x")
        .put("codes", new int[]{0, 2}).put("values", new double[]{1, Double.NaN})
        .put("rows", new float[]{1, Float.NaN, Float.POSITIVE_INFINITY}).put("texts", new String[]{"a", "b"})
        .put("inner", new State().put("deep", 1));

    @Test
    void givesBackWhatWasPutInItsOrder() {
        assertThat(state.entries().keySet()).containsExactly("count", "size", "name", "codes", "values", "rows",
            "texts", "inner");
        assertThat(state.integer("count", 3, 3)).isEqualTo(3);
        assertThat(state.number("size", 2, 3)).isEqualTo(2.5);
        assertThat(state.text("name")).isEqualTo("x");
        assertThat(state.integers("codes", 2, 0, 2)).containsExactly(0, 2);
        assertThat(state.texts("texts", -1)).containsExactly("a", "b");
        assertThat(state.state("inner").integer("deep")).isEqualTo(1);
    }

    @Test
    void namesWhatIsMissingOrOfAnotherType() {
        assertDamaged(() -> state.integer("other"), "\"other\" is missing");
        assertDamaged(() -> state.number("count"), "\"count\" is not a number");
        assertDamaged(() -> state.state("name"), "\"name\" is not a state");
    }

    @Test
    void refusesWhatIsOutOfItsRange() {
        assertDamaged(() -> state.integer("count", 4, 9), "\"count\" is 3, not within 4 and 9");
        assertDamaged(() -> state.number("size", 0, 1), "\"size\" is 2.5");
        assertDamaged(() -> state.integers("codes", 2, 0, 1), "\"codes\" holds 2");
        assertDamaged(() -> state.numbers("values", 2), "\"values\" holds NaN");
        assertDamaged(() -> state.floatsOrMissing("rows", 3), "\"rows\" holds Infinity");
    }

    @Test
    void refusesAnotherLength() {
        assertDamaged(() -> state.integers("codes", 3, 0, 2), "\"codes\" has 2 values, not 3");
        assertDamaged(() -> state.texts("texts", 1L << 40), "\"texts\" has 2 values, not 1099511627776");
    }

    @Test
    void takesKnownTypesOnlyAndEachNameOnce() {
        assertDamaged(() -> state.put("bad", 1L), "\"bad\" has a value of no known type");
        assertDamaged(() -> state.put("bad", null), "\"bad\" has a value of no known type");
        assertDamaged(() -> state.put("bad", Double.NaN), "\"bad\" has a value of no known type");
        assertDamaged(() -> state.put("bad", new String[]{null}), "\"bad\" has a value of no known type");
        assertDamaged(() -> state.put("count", 4), "\"count\" is there twice");
        assertThatThrownBy(() -> state.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void assertDamaged(final ThrowingCallable call, final String problem) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("The stored model is damaged").hasMessageContaining(problem);
    }
}
