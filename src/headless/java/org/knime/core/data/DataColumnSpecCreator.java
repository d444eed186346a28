package org.knime.core.data;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.node.NodeLogger;

/** Makes columns. */
public final class DataColumnSpecCreator {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(DataColumnSpecCreator.class);

    private static final AtomicInteger EMPTY_NAMES = new AtomicInteger();

    private String name;

    private DataType type;

    private DataColumnDomain domain = new DataColumnDomain(null, null, null);

    private DataColumnProperties properties = new DataColumnProperties();

    private List<String> elementNames = List.of();

    /**
     * @param name the name; see {@link #setName}
     * @param type the type
     */
    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    /** @param cspec a column to start from */
    public DataColumnSpecCreator(final DataColumnSpec cspec) {
        name = cspec.getName();
        type = cspec.getType();
        domain = cspec.getDomain();
        properties = cspec.getProperties();
        elementNames = cspec.getElementNames();
    }

    /** @param name the name; blanks around it are cut, and a blank name is replaced by one that is new each
     *            time */
    public void setName(final String name) {
        final var trimmed = Objects.requireNonNull(name, "A column needs a name.").trim();
        this.name = trimmed.isEmpty() ? named(name) : trimmed;
    }

    private static String named(final String blank) {
        final var name = "<empty_" + EMPTY_NAMES.incrementAndGet() + ">";
        LOGGER.warn("A column cannot be named \"" + blank + "\"; it is now named \"" + name + "\".");
        return name;
    }

    /** @param type the type */
    public void setType(final DataType type) {
        this.type = Objects.requireNonNull(type, "A column needs a type.");
    }

    /** @return the type */
    public DataType getType() {
        return type;
    }

    /** @param domain what is known of the values, {@code null} for nothing */
    public void setDomain(final DataColumnDomain domain) {
        this.domain = domain == null ? new DataColumnDomain(null, null, null) : domain;
    }

    /** @param props the annotations, {@code null} for none */
    public void setProperties(final DataColumnProperties props) {
        properties = props == null ? new DataColumnProperties() : props;
    }

    /** @param elNames names of the positions of a vector, {@code null} for none */
    public void setElementNames(final String[] elNames) {
        elementNames = elNames == null ? List.of() : List.of(elNames);
    }

    /** Colors, shapes and the like are not kept here; there is nothing to remove. */
    public void removeAllHandlers() {
        // columns of this stand-in never have any
    }

    /**
     * Merges what is known of the values.
     *
     * @param cspec2 a column of the same name and type
     * @throws IllegalArgumentException if name, type or element names differ
     */
    public void merge(final DataColumnSpec cspec2) {
        if (!name.equals(cspec2.getName()) || !type.equals(cspec2.getType())) {
            throw new IllegalArgumentException(
                "The columns \"" + name + " (" + type + ")\" and \"" + cspec2 + "\" differ in name or type.");
        }
        if (!elementNames.equals(cspec2.getElementNames())) {
            throw new IllegalArgumentException("The columns \"" + name + "\" differ in their element names.");
        }
        final var other = cspec2.getDomain();
        final var order = type.getComparator();
        domain = new DataColumnDomain(bound(domain.getLowerBound(), other.getLowerBound(), order, 1),
            bound(domain.getUpperBound(), other.getUpperBound(), order, -1), values(other));
        final var common = new LinkedHashMap<String, String>();
        for (final var keys = properties.properties(); keys.hasMoreElements();) {
            final var key = keys.nextElement();
            if (properties.getProperty(key).equals(cspec2.getProperties().getProperty(key))) {
                common.put(key, properties.getProperty(key));
            }
        }
        properties = new DataColumnProperties(common);
    }

    private static DataCell bound(final DataCell mine, final DataCell other, final DataValueComparator order,
        final int sign) {
        if (mine == null || other == null) {
            return null;
        }
        return sign * order.compare(mine, other) > 0 ? other : mine;
    }

    private LinkedHashSet<DataCell> values(final DataColumnDomain other) {
        if (!domain.hasValues() || !other.hasValues()) {
            return null;
        }
        final var union = new LinkedHashSet<>(domain.getValues());
        union.addAll(other.getValues());
        return union;
    }

    /** @return the column */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, elementNames, type, domain, properties);
    }
}
