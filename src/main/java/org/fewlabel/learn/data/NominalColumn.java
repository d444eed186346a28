package org.fewlabel.learn.data;

import java.util.List;
import java.util.Objects;

/**
 * A column of categories. The array is not copied and must not be changed afterwards.
 *
 * @param name the column name
 * @param codes per row an index of {@code categories}, -1 for a missing cell
 * @param categories distinct names; some may occur in no row
 */
public record NominalColumn(String name, int[] codes, List<String> categories) implements Column {

    /** @throws IllegalArgumentException if a code is not an index of the categories, or a category occurs twice */
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
