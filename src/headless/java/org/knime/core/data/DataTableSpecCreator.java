package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes table specs column by column. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    private final Map<String, String> properties = new LinkedHashMap<>();

    private String name;

    /** No columns. */
    public DataTableSpecCreator() {
    }

    /** @param spec a spec to start from */
    public DataTableSpecCreator(final DataTableSpec spec) {
        addColumns(spec);
        setName(spec.getName());
        putProperties(spec.getProperties());
    }

    /**
     * @param columns columns to append
     * @return this
     * @throws IllegalArgumentException if there is a column of such a name already
     */
    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        for (final var column : columns) {
            refuseDuplicate(column.getName());
            this.columns.add(column);
        }
        return this;
    }

    private void refuseDuplicate(final String columnName) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).getName().equals(columnName)) {
                throw new IllegalArgumentException(
                    "There is a column \"" + columnName + "\" already, at position " + i + ".");
            }
        }
    }

    /**
     * @param fromSpec the spec whose columns are appended
     * @return this
     * @throws IllegalArgumentException if there is a column of such a name already
     */
    public DataTableSpecCreator addColumns(final DataTableSpec fromSpec) {
        return addColumns(fromSpec.stream().toArray(DataColumnSpec[]::new));
    }

    /**
     * @param index the column to replace, counted from 0
     * @param colSpec its replacement
     * @return this
     * @throws IllegalArgumentException if there is no such column, or another one has the name already
     */
    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec colSpec) {
        Objects.requireNonNull(colSpec, "column");
        if (index < 0 || index >= columns.size()) {
            throw new IllegalArgumentException("There is no column " + index + "; there are " + columns.size() + ".");
        }
        if (!columns.get(index).getName().equals(colSpec.getName())) {
            refuseDuplicate(colSpec.getName());
        }
        columns.set(index, colSpec);
        return this;
    }

    /**
     * @param name the name of the table, {@code null} for the default one
     * @return this
     */
    public DataTableSpecCreator setName(final String name) {
        this.name = name;
        return this;
    }

    /**
     * @param properties annotations of the table, with keys that are neither {@code null} nor empty
     * @return this
     */
    public DataTableSpecCreator putProperties(final Map<String, String> properties) {
        properties.forEach(this::putProperty);
        return this;
    }

    /**
     * @param key the key of an annotation, neither {@code null} nor empty
     * @param value its text
     * @return this
     */
    public DataTableSpecCreator putProperty(final String key, final String value) {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("An annotation of a table needs a key.");
        }
        properties.put(key, value);
        return this;
    }

    /** @return this, its columns without domains */
    public DataTableSpecCreator dropAllDomains() {
        columns.replaceAll(column -> {
            final var creator = new DataColumnSpecCreator(column);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    /** @return this without columns */
    public DataTableSpecCreator dropAllColumns() {
        columns.clear();
        return this;
    }

    /** @return the spec */
    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns.toArray(new DataColumnSpec[0]), properties);
    }
}
