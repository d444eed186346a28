package org.fewlabel.headless.slice.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.data.RowKey;
import org.knime.core.util.DuplicateKeyException;

/**
 * The keys of a table. Keys as KNIME makes them, <i>Row0, Row1, ...</i>, take no memory as long as there are no others.
 */
public final class RowKeys {

    private int counted;

    private final ArrayList<RowKey> others = new ArrayList<>();

    void add(final RowKey key) {
        if (others.isEmpty() && key.equals(RowKey.createRowKey(counted))) {
            counted++;
        } else {
            others.add(new RowKey(key.getString()));
        }
    }

    /** @return the number of keys */
    public int size() {
        return counted + others.size();
    }

    /**
     * @param row a position, counted from 0
     * @return the key there
     */
    public RowKey get(final int row) {
        return row < counted ? RowKey.createRowKey((long)row) : others.get(row - counted);
    }

    void close() {
        others.trimToSize();
        final Map<RowKey, Integer> seen = new HashMap<>(2 * others.size());
        for (var i = 0; i < others.size(); i++) {
            final var key = others.get(i);
            final var before = isCounted(key.getString()) ? Integer.valueOf(number(key)) : seen.put(key, counted + i);
            if (before != null) {
                throw new DuplicateKeyException(
                    "The row ID \"" + key + "\" is not unique: it occurs in rows " + (before + 1)
                        + " and " + (counted + i + 1) + "; the rows of a table need different IDs.",
                    key.getString());
            }
        }
    }

    private boolean isCounted(final String key) {
        if (!key.startsWith("Row") || key.length() > 13 || key.length() == 3) {
            return false;
        }
        final var digits = key.substring(3);
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') && (digits.length() == 1 || digits.charAt(0) != '0')
            && Long.parseLong(digits) < counted;
    }

    private static int number(final RowKey key) {
        return Integer.parseInt(key.getString().substring(3));
    }
}
