package org.fewlabel.learn.features;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.State;

/** The encoding of a number column as one scaled dimension. */
record NumberEncoder(String name, NumberScale scale) implements ColumnEncoder {

    static final String KIND = "number";

    @Override
    public int dimensions() {
        return 1;
    }

    @Override
    public void encode(final Column column, final float[] target, final int width, final int first,
        final Progress progress) {
        if (!(column instanceof NumberColumn numbers)) {
            throw new UserMessageException("Column \"" + name + "\" must hold numbers.");
        }
        var at = first;
        for (final var value : numbers.values()) {
            target[at] = scale.apply(value);
            at += width;
        }
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("name", name).put("centre", scale.center())
            .put("spread", scale.spread()).put("low", scale.low()).put("high", scale.high());
    }

    static NumberEncoder restore(final State state) {
        final var max = Double.MAX_VALUE;
        return new NumberEncoder(state.text("name"),
            new NumberScale(state.number("centre"), state.number("spread", Double.MIN_VALUE, max),
                state.number("low", -Float.MAX_VALUE, 0), state.number("high", 0, Float.MAX_VALUE)));
    }
}
