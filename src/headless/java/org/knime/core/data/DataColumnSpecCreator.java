package org.knime.core.data;

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

    /** @param domain what is known of the values, {@code null} for nothing */
    public void setDomain(final DataColumnDomain domain) {
        this.domain = domain == null ? new DataColumnDomain(null, null, null) : domain;
    }

    /** @param props the annotations, {@code null} for none */
    public void setProperties(final DataColumnProperties props) {
        properties = props == null ? new DataColumnProperties() : props;
    }

    /** @return the column */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, elementNames, type, domain, properties);
    }
}
