package org.fewlabel.table;

import org.fewlabel.learn.data.Shape;

/**
 * A column that a fitted model reads.
 *
 * @param name the column's name in the table
 * @param kind how it is read
 * @param shape the size to which images are resized, or the shape of vectors that are images; {@code null} if unknown
 */
public record FeatureColumn(String name, FeatureKind kind, Shape shape) {

    /** A column of unknown shape. */
    public FeatureColumn(final String name, final FeatureKind kind) {
        this(name, kind, null);
    }

    /** @return the same with another shape */
    public FeatureColumn with(final Shape other) {
        return new FeatureColumn(name, kind, other);
    }
}
