package org.fewlabel.learn.model;

import java.util.List;

/**
 * What is unusual about rows that a classifier has predicted.
 *
 * @param unseen the columns with cells of a kind that was not there in training
 * @param undecided the number of rows without a prediction
 */
public record UnusualRows(List<UnseenCells> unseen, int undecided) {

    /**
     * Cells of a kind that was not there in training.
     *
     * @param column the name of the column
     * @param cells the number of such cells, at least 1
     * @param ofNumbers whether these can also be missing numbers; else they are new categories
     */
    public record UnseenCells(String column, int cells, boolean ofNumbers) {
    }
}
