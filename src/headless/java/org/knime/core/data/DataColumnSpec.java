package org.knime.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * A column: its name, the type of its cells, and what is known of its values. Made by {@link DataColumnSpecCreator}.
 */
public final class DataColumnSpec {

    private static final String NAME = "column_name";

    private static final String ELEMENT_NAMES = "element_names";

    private static final String TYPE = "column_type";

    private static final String DOMAIN = "column_domain";

    private static final String PROPERTIES = "column_properties";

    private static final String META_DATA = "meta_data";

    private final String name;

    private final List<String> elementNames;

    private final DataType type;

    private final DataColumnDomain domain;

    private final DataColumnProperties properties;

    DataColumnSpec(final String name, final List<String> elementNames, final DataType type,
        final DataColumnDomain domain, final DataColumnProperties properties) {
        this.name = Objects.requireNonNull(name, "column name");
        this.elementNames = List.copyOf(elementNames);
        this.type = Objects.requireNonNull(type, "column type");
        this.domain = Objects.requireNonNull(domain, "column domain");
        this.properties = Objects.requireNonNull(properties, "column properties");
    }

    /** @return the name, unique within a table */
    public String getName() {
        return name;
    }

    /** @return names of the positions of a vector, empty if they have none */
    public List<String> getElementNames() {
        return elementNames;
    }

    /** @return the type that fits every cell of the column */
    public DataType getType() {
        return type;
    }

    /** @return what is known of the values, never {@code null} */
    public DataColumnDomain getDomain() {
        return domain;
    }

    /** @return the annotations, never {@code null} */
    public DataColumnProperties getProperties() {
        return properties;
    }

    /**
     * @param cspec another column, may be {@code null}
     * @return whether it has the same name, and its type fits the cells of this column
     */
    public boolean isCompatibleWith(final DataColumnSpec cspec) {
        return cspec == this || cspec != null && name.equals(cspec.name) && cspec.type.isASuperTypeOf(type);
    }

    /**
     * @param cspec another column, may be {@code null}
     * @return whether it has the same name and type
     */
    public boolean equalStructure(final DataColumnSpec cspec) {
        return cspec == this || cspec != null && name.equals(cspec.name) && type.equals(cspec.type);
    }

    /** @param config takes the column */
    public void save(final ConfigWO config) {
        config.addString(NAME, name);
        if (elementNames.size() != 1 || !name.equals(elementNames.get(0))) {
            config.addStringArray(ELEMENT_NAMES, elementNames.toArray(new String[0]));
        }
        type.save(config.addConfig(TYPE));
        domain.save(config.addConfig(DOMAIN));
        properties.save(config.addConfig(PROPERTIES));
        config.addConfig(META_DATA);
    }

    /**
     * @param config what {@link #save} wrote; colors, shapes and the like are passed over
     * @return the column
     * @throws InvalidSettingsException if something is missing or of an unknown type
     */
    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        final var name = config.getString(NAME);
        if (name == null) {
            throw new InvalidSettingsException("A column in \"" + config.getKey() + "\" has no name.");
        }
        final var elementNames = config.getStringArray(ELEMENT_NAMES, name);
        if (elementNames == null || Arrays.asList(elementNames).contains(null)) {
            throw new InvalidSettingsException("The element names of column \"" + name + "\" are not complete.");
        }
        return new DataColumnSpec(name, List.of(elementNames), DataType.load(config.getConfig(TYPE)),
            DataColumnDomain.load(config.getConfig(DOMAIN)), DataColumnProperties.load(config.getConfig(PROPERTIES)));
    }

    @Override
    public boolean equals(final Object other) {
        return this == other || other instanceof DataColumnSpec that && equalStructure(that)
            && domain.equals(that.domain) && properties.equals(that.properties)
            && elementNames.equals(that.elementNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type);
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
