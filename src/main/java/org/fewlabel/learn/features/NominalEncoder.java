package org.fewlabel.learn.features;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.data.State;

/**
 * The one-hot encoding of a nominal column, centered by each category's share of the rows. The squared distance of two
 * rows with different categories is 2, the expected squared distance of two rows in a standardized number. The {@value
 * #MAX_OWN} most frequent categories have a dimension of their own; if there are more, all others share one. That is
 * for Euclidean distances; for others the shares are not subtracted, and for Gower's, which sums absolute differences,
 * the value is one half, so that the distance of different categories is 1.
 *
 * @param categories of the dimensions, without the shared one
 * @param rare all categories that share one dimension, the last; often empty
 * @param shares per dimension the share of the rows
 * @param scale the value of a category in its dimension
 * @param centered whether the shares are subtracted
 */
record NominalEncoder(String name, List<String> categories, List<String> rare, double[] shares, double scale,
    boolean centered)
    implements
        ColumnEncoder {

    static final String KIND = "nominal";

    static final int MAX_OWN = 255;

    /** @return {@code null} if there are fewer than two categories */
    static NominalEncoder fit(final NominalColumn column, final Similarity similarity) {
        final var counts = new int[column.categories().size()];
        var known = 0;
        for (final var code : column.codes()) {
            if (code >= 0) {
                counts[code]++;
                known++;
            }
        }
        final var names = column.categories();
        // by name, not by code, so that the order in which a table lists its categories does not matter
        final var present = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).boxed()
            .sorted(Comparator.comparingInt((Integer c) -> -counts[c]).thenComparing(names::get)).toList();
        if (present.size() < 2) {
            return null;
        }
        final var own = present.size() <= MAX_OWN + 1 ? present.size() : MAX_OWN;
        final var kept = present.subList(0, own);
        final var rare = present.subList(own, present.size());
        final var shares = new double[own + (rare.isEmpty() ? 0 : 1)];
        for (var i = 0; i < own; i++) {
            shares[i] = (double)counts[kept.get(i)] / known;
        }
        for (final int code : rare) {
            shares[own] += (double)counts[code] / known;
        }
        return new NominalEncoder(column.name(), kept.stream().map(names::get).toList(),
            rare.stream().map(names::get).toList(), shares, similarity == Similarity.GOWER ? 0.5 : 1,
            similarity == Similarity.EUCLIDEAN);
    }

    @Override
    public int dimensions() {
        return shares.length;
    }

    @Override
    public void encode(final Column column, final float[] target, final int width, final int first,
        final Progress progress) {
        final var dimensions = dimensionOf(nominal(column));
        var at = first;
        for (final var code : ((NominalColumn)column).codes()) {
            final var own = code < 0 ? -1 : dimensions[code];
            for (var d = 0; d < shares.length; d++) {
                target[at + d] = own < 0 ? Float.NaN
                    : (float)((own == d ? scale : 0) - (centered ? shares[d] : 0));
            }
            at += width;
        }
    }

    /** @return the number of cells with a category that did not occur when this was fitted */
    int unseenCells(final Column column) {
        final var nominal = nominal(column);
        final var dimensions = dimensionOf(nominal);
        return (int)Arrays.stream(nominal.codes()).filter(code -> code >= 0 && dimensions[code] < 0).count();
    }

    private NominalColumn nominal(final Column column) {
        if (column instanceof NominalColumn nominal) {
            return nominal;
        }
        throw new UserMessageException("Column \"" + name + "\" must hold categories.");
    }

    /** Per code of that column its dimension, -1 for an unknown category. */
    private int[] dimensionOf(final NominalColumn column) {
        final Map<String, Integer> dimensions = new HashMap<>();
        for (final var category : categories) {
            dimensions.put(category, dimensions.size());
        }
        rare.forEach(category -> dimensions.put(category, categories.size()));
        return column.categories().stream().mapToInt(category -> dimensions.getOrDefault(category, -1)).toArray();
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("name", name).put("categories", categories.toArray(new String[0]))
            .put("rare", rare.toArray(new String[0])).put("shares", shares).put("scale", scale)
            .put("centred", centered ? 1 : 0);
    }

    static NominalEncoder restore(final State state) {
        final var categories = List.of(state.texts("categories", -1));
        final var rare = List.of(state.texts("rare", -1));
        final var shares = state.numbers("shares", categories.size() + (rare.isEmpty() ? 0 : 1));
        final var all = new HashSet<>(categories);
        all.addAll(rare);
        if (all.size() != categories.size() + rare.size() || shares.length == 0) {
            throw new UserMessageException("The stored model is damaged: the categories of the column \""
                + state.text("name") + "\" are not distinct, or there are none.");
        }
        for (final var share : shares) {
            if (share < 0 || share > 1) {
                throw new UserMessageException("The stored model is damaged: a category of the column \""
                    + state.text("name") + "\" has the share " + share + ".");
            }
        }
        return new NominalEncoder(state.text("name"), categories, rare, shares, state.number("scale", 0.5, 1),
            state.integer("centred", 0, 1) == 1);
    }
}
