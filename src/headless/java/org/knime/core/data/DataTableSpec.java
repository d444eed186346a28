package org.knime.core.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** The columns of a table: unique names, types, domains. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";

    private static final String NAME = "spec_name";

    private static final String COLUMN_COUNT = "number_columns";

    private static final String COLUMN = "column_spec_";

    private static final String PROPERTIES = "spec_properties";

    private static final int MAX_COLUMNS = 1_000_000;

    private final String name;

    private final List<DataColumnSpec> columns;

    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private final Map<String, String> properties;

    /** No columns. */
    public DataTableSpec() {
        this(DEFAULT_NAME);
    }

    /** @param name the name of a table without columns */
    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    /**
     * @param colSpecs the columns
     * @throws IllegalArgumentException if two columns have the same name
     */
    public DataTableSpec(final DataColumnSpec... colSpecs) {
        this(DEFAULT_NAME, colSpecs);
    }

    /**
     * @param name the name of the table, {@code null} for the default one
     * @param colSpecs the columns
     * @throws IllegalArgumentException if two columns have the same name
     */
    public DataTableSpec(final String name, final DataColumnSpec... colSpecs) {
        this(name, colSpecs, Map.of());
    }

    DataTableSpec(final String name, final DataColumnSpec[] colSpecs, final Map<String, String> properties) {
        this.name = name == null ? DEFAULT_NAME : name;
        columns = List.of(colSpecs);
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        for (var i = 0; i < colSpecs.length; i++) {
            final var before = positions.put(colSpecs[i].getName(), i);
            if (before != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + colSpecs[i].getName()
                    + "\" at positions " + before + " and " + i + "; the columns of a table need different names.");
            }
        }
    }

    /**
     * @param names the names of the columns
     * @param types the types of the columns
     * @throws IllegalArgumentException if the arrays differ in length or two columns have the same name
     */
    public DataTableSpec(final String[] names, final DataType[] types) {
        this(DEFAULT_NAME, names, types);
    }

    /**
     * @param name the name of the table
     * @param names the names of the columns
     * @param types the types of the columns
     * @throws IllegalArgumentException if the arrays differ in length or two columns have the same name
     */
    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    /**
     * @param spec1 the first columns
     * @param spec2 the columns after them
     * @throws IllegalArgumentException if two columns have the same name
     */
    public DataTableSpec(final DataTableSpec spec1, final DataTableSpec spec2) {
        this(DEFAULT_NAME.equals(spec1.name) ? spec2.name
            : DEFAULT_NAME.equals(spec2.name) ? spec1.name : spec1.name + "+" + spec2.name, spec1, spec2);
    }

    /**
     * @param name the name of the table
     * @param spec1 the first columns
     * @param spec2 the columns after them
     * @throws IllegalArgumentException if two columns have the same name
     */
    public DataTableSpec(final String name, final DataTableSpec spec1, final DataTableSpec spec2) {
        this(name, Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    /**
     * @param names the names of the columns
     * @param types the types of the columns
     * @return the columns
     * @throws IllegalArgumentException if the arrays differ in length or two names are equal
     */
    public static final DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(
                names.length + " column names do not go with " + types.length + " types.");
        }
        final var seen = new HashSet<String>();
        for (final var name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("Duplicate column name \"" + name + "\".");
            }
        }
        final var specs = new DataColumnSpec[names.length];
        Arrays.setAll(specs, i -> new DataColumnSpecCreator(names[i], types[i]).createSpec());
        return specs;
    }

    /** @return the name of the table */
    public String getName() {
        return name;
    }

    /** @return the number of columns */
    public int getNumColumns() {
        return columns.size();
    }

    /**
     * @param index a position, counted from 0
     * @return the column there
     * @throws IndexOutOfBoundsException if there is none
     */
    public DataColumnSpec getColumnSpec(final int index) {
        return columns.get(index);
    }

    /**
     * @param column a name
     * @return the column of this name, {@code null} if there is none
     */
    public DataColumnSpec getColumnSpec(final String column) {
        final var index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    /** @return the names of the columns */
    public final String[] getColumnNames() {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /**
     * @param columnName a name, may be {@code null}
     * @return the position of this column, -1 if there is none
     */
    public int findColumnIndex(final String columnName) {
        return positions.getOrDefault(columnName, -1);
    }

    /**
     * @param columnName a name, may be {@code null}
     * @return whether there is such a column
     */
    public boolean containsName(final String columnName) {
        return findColumnIndex(columnName) >= 0;
    }

    /**
     * @param indices positions
     * @throws IndexOutOfBoundsException if there is no column at one of them
     * @throws IllegalArgumentException if one of them comes twice
     */
    public void verifyIndices(final int... indices) {
        final var seen = new HashSet<Integer>();
        for (final var index : indices) {
            Objects.checkIndex(index, columns.size());
            if (!seen.add(index)) {
                throw new IllegalArgumentException("Column " + index + " is named twice.");
            }
        }
    }

    /**
     * @param valueClass a reading of cells, may be {@code null}
     * @return whether a column has it
     */
    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return valueClass != null && stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    /**
     * @param spec another spec, may be {@code null}
     * @return whether its columns have the same names and types in the same order
     */
    public boolean equalStructure(final DataTableSpec spec) {
        return eachColumn(spec, DataColumnSpec::equalStructure);
    }

    /**
     * @param spec another spec, may be {@code null}
     * @return whether its columns have the same names in the same order, with types that fit the cells of these columns
     */
    public boolean isCompatibleWith(final DataTableSpec spec) {
        return eachColumn(spec, DataColumnSpec::isCompatibleWith);
    }

    private boolean eachColumn(final DataTableSpec spec, final BiPredicate<DataColumnSpec, DataColumnSpec> test) {
        if (spec == null || spec.columns.size() != columns.size()) {
            return false;
        }
        for (var i = 0; i < columns.size(); i++) {
            if (!test.test(columns.get(i), spec.columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    /** @return the columns */
    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** @param config takes the spec */
    public void save(final ConfigWO config) {
        config.addString(NAME, name);
        config.addInt(COLUMN_COUNT, columns.size());
        for (var i = 0; i < columns.size(); i++) {
            columns.get(i).save(config.addConfig(COLUMN + i));
        }
        if (!properties.isEmpty()) {
            final var all = config.addConfig(PROPERTIES);
            var number = 0;
            for (final var property : properties.entrySet()) {
                final var one = all.addConfig("prop-" + number++);
                one.addString("key", property.getKey());
                one.addString("value", property.getValue());
            }
        }
    }

    /**
     * @param config what {@link #save} wrote
     * @return the spec
     * @throws InvalidSettingsException if something is missing, of an unknown type or given twice
     */
    public static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        final var count = config.getInt(COLUMN_COUNT);
        if (count < 0 || count > MAX_COLUMNS) {
            throw new InvalidSettingsException("A table cannot have " + count + " columns.");
        }
        final var specs = new ArrayList<DataColumnSpec>();
        for (var i = 0; i < count; i++) {
            specs.add(DataColumnSpec.load(config.getConfig(COLUMN + i)));
        }
        final var properties = new LinkedHashMap<String, String>();
        if (config.containsKey(PROPERTIES)) {
            final ConfigRO all = config.getConfig(PROPERTIES);
            for (final var key : all.keySet()) {
                properties.put(all.getConfig(key).getString("key"), all.getConfig(key).getString("value"));
            }
        }
        try {
            return new DataTableSpec(config.getString(NAME), specs.toArray(new DataColumnSpec[0]), properties);
        } catch (final IllegalArgumentException duplicate) {
            throw new InvalidSettingsException(duplicate.getMessage(), duplicate);
        }
    }

    @Override
    public boolean equals(final Object other) {
        return this == other || other instanceof DataTableSpec that && name.equals(that.name)
            && columns.equals(that.columns) && properties.equals(that.properties);
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns, properties);
    }

    @Override
    public String toString() {
        return "name=" + name + ",columns=" + Arrays.toString(getColumnNames());
    }

    /** Writes specs to port object files and reads them back. */
    public static final class Serializer extends PortObjectSpecSerializer<DataTableSpec> {

        private static final String ENTRY = "spec.xml";

        /** A serializer. */
        public Serializer() {
        }

        @Override
        public void savePortObjectSpec(final DataTableSpec portObjectSpec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final var content = new ModelContent(ENTRY);
            portObjectSpec.save(content);
            out.putNextEntry(new ZipEntry(ENTRY));
            content.saveToXML(out);
        }

        @Override
        public DataTableSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final var entry = in.getNextEntry();
            if (entry == null || !ENTRY.equals(entry.getName())) {
                throw new IOException("The table spec is broken: its file has no entry \"" + ENTRY + "\".");
            }
            try {
                return DataTableSpec.load(ModelContent.loadFromXML(in));
            } catch (final InvalidSettingsException broken) {
                throw new IOException("The table spec is broken: " + broken.getMessage(), broken);
            }
        }
    }
}
