package org.fewlabel.table;

/**
 * A column that a fitted model reads.
 *
 * @param name the column's name in the table
 * @param kind how it is read
 */
public record FeatureColumn(String name, FeatureKind kind) {
}
