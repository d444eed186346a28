package org.fewlabel.learn.supervised.base;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.DenseRows;

/**
 * The input of a network for encoded rows. A missing dimension is replaced by 0, about the average, and dimensions with
 * missing values in training have an additional indicator: 1 if missing. Rows without dimensions become one zero each.
 *
 * @param columns the number of dimensions of the rows
 * @param flagged the dimensions with a missing indicator, ascending
 */
record NetworkInput(int columns, int[] flagged) {

    /** @throws IllegalArgumentException if a flagged one is not a dimension, or they do not ascend */
    NetworkInput {
        for (var i = 0; i < flagged.length; i++) {
            if (flagged[i] < 0 || flagged[i] >= columns || i > 0 && flagged[i] <= flagged[i - 1]) {
                throw new UserMessageException(
                    "The stored model is damaged: dimensions " + Arrays.toString(flagged) + " of " + columns + ".");
            }
        }
    }

    /** @return the input for rows without missing values */
    static NetworkInput plain(final int columns) {
        return new NetworkInput(columns, new int[0]);
    }

    /** @return the input for rows like the given ones */
    static NetworkInput of(final DenseRows rows) {
        return new NetworkInput(rows.columns(), IntStream.range(0, rows.columns()).filter(d -> {
            for (var at = d; at < rows.values().length; at += rows.columns()) {
                if (Float.isNaN(rows.values()[at])) {
                    return true;
                }
            }
            return false;
        }).toArray());
    }

    /** @return the number of inputs of the network */
    int width() {
        return Math.max(1, columns + flagged.length);
    }

    /** @throws IllegalArgumentException if the rows have another number of dimensions */
    DenseRows of(final DenseRows rows, final Progress progress) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                "Rows of " + rows.columns() + " dimensions, not of " + columns + ", cannot be classified.");
        }
        final var width = width();
        final var values = new float[Math.multiplyExact(rows.rows(), width)];
        for (var row = 0; row < rows.rows(); row++) {
            progress.checkCanceled();
            for (var d = 0; d < columns; d++) {
                final var value = rows.values()[row * columns + d];
                values[row * width + d] = Float.isNaN(value) ? 0 : value;
            }
            for (var f = 0; f < flagged.length; f++) {
                values[row * width + columns + f] = Float.isNaN(rows.values()[row * columns + flagged[f]]) ? 1 : 0;
            }
        }
        return new DenseRows(rows.rows(), width, values);
    }
}
