package org.fewlabel.learn.inputs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.State;

/**
 * The input of a fingerprint column: every bit that varies, centered by the share of rows in which it is set, so that
 * the mean is 0, which is also the value of missing fingerprints.
 *
 * @param indicator whether an additional number indicates that the cell is missing
 * @param bits the indices of the bits that vary
 * @param shares per bit the share of the rows in which it is set
 */
record BitInput(String name, boolean indicator, int[] bits, double[] shares) implements InputPart {

    static final String KIND = "bits";

    /**
     * @return {@code null} if all cells are equal
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static BitInput fit(final BitColumn column, final Progress progress) {
        final var known = (int)Arrays.stream(column.bits()).filter(words -> words != null).count();
        final var counts = new int[column.width()];
        final var cancelCheck = new CancelCheck(progress);
        for (var row = 0; row < column.size(); row++) {
            cancelCheck.before(counts.length);
            for (var bit = 0; column.bits()[row] != null && bit < counts.length; bit++) {
                counts[bit] += column.isSet(row, bit) ? 1 : 0;
            }
        }
        final var bits = IntStream.range(0, counts.length).filter(bit -> counts[bit] > 0 && counts[bit] < known)
            .toArray();
        final var missing = known < column.size() && known > 0;
        return bits.length == 0 && !missing ? null : new BitInput(column.name(), missing, bits,
            Arrays.stream(bits).mapToDouble(bit -> (double)counts[bit] / known).toArray());
    }

    @Override
    public int width() {
        return bits.length + (indicator ? 1 : 0);
    }

    @Override
    public List<InputColumn> columns(final int first) {
        return InputPart.dimensionColumns(name, bits, indicator, first, bit -> null);
    }

    @Override
    public void encode(final Column column, final float[] values, final int width, final int first,
        final Progress progress) {
        if (!(column instanceof BitColumn fingerprints)) {
            throw new UserMessageException("Column \"" + name + "\" must hold bit vectors.");
        }
        for (var row = 0; row < column.size(); row++) {
            progress.checkCanceled();
            final var at = row * width + first;
            if (fingerprints.bits()[row] == null) {
                if (indicator) {
                    values[at + bits.length] = 1;
                }
                continue;
            }
            for (var b = 0; b < bits.length; b++) {
                values[at + b] = (float)((fingerprints.isSet(row, bits[b]) ? 1 : 0) - shares[b]);
            }
        }
    }

    @Override
    public int unseenCells(final Column column) {
        return column instanceof BitColumn fingerprints && !indicator
            ? (int)Arrays.stream(fingerprints.bits()).filter(words -> words == null).count() : 0;
    }

    @Override
    public State state() {
        return new State().put("name", name).put("kind", KIND).put("indicator", indicator ? 1 : 0).put("bits", bits)
            .put("shares", shares);
    }

    static BitInput restore(final State state) {
        final var bits = state.integers("bits", -1, 0, Integer.MAX_VALUE);
        final var missing = state.integer("indicator", 0, 1) == 1;
        if (bits.length == 0 && !missing) {
            throw new UserMessageException(
                "The stored model is damaged: \"" + state.text("name") + "\" has no bits.");
        }
        return new BitInput(state.text("name"), missing, bits, state.numbers("shares", bits.length));
    }
}
