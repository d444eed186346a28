package org.fewlabel.learn.model;

import java.util.List;

/**
 * Unusual rows among those that a classifier has predicted.
 *
 * @param unseen the columns with values unseen in training
 * @param undecided the number of rows without a prediction
 */
public record UnusualRows(List<UnseenCells> unseen, int undecided) {

    /**
     * Cells with values unseen in training.
     *
     * @param column the name of the column
     * @param cells the number of such cells, at least 1
     * @param ofNumbers whether these may also be missing numbers; otherwise they are new categories
     */
    public record UnseenCells(String column, int cells, boolean ofNumbers) {
    }
}
