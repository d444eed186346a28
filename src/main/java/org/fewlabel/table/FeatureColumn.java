package org.fewlabel.table;

import org.fewlabel.learn.data.Shape;

/**
 * A column that a fitted model reads.
 *
 * @param name the column's name in the table
 * @param kind how it is read
 * @param shape of images to which size they are brought, of vectors that they are images, and how large; {@code null}
 *            if nothing is known of that
 */
public record FeatureColumn(String name, FeatureKind kind, Shape shape) {

    /** A column of which no shape is known. */
    public FeatureColumn(final String name, final FeatureKind kind) {
        this(name, kind, null);
    }

    /** @return the same with another shape */
    public FeatureColumn with(final Shape other) {
        return new FeatureColumn(name, kind, other);
    }
}
