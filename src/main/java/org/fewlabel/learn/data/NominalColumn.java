package org.fewlabel.learn.data;

import java.util.List;
import java.util.Objects;

/**
 * One of several categories per row. The array is not copied and must not be changed afterwards.
 *
 * @param name the name that the user knows it by
 * @param codes one per row: an index of {@code categories}, -1 for a missing cell
 * @param categories distinct names; some may be in no row
 */
public record NominalColumn(String name, int[] codes, List<String> categories) implements Column {

    /** @throws IllegalArgumentException if a code is no index of the categories, or a category is there twice */
    public NominalColumn {
        Objects.requireNonNull(name);
        categories = List.copyOf(categories);
        Labels.checkCodes("Column \"" + name + "\"", codes, categories);
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public NominalColumn select(final int[] rows) {
        return new NominalColumn(name, Labels.select(codes, rows), categories);
    }
}
