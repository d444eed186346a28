package org.fewlabel.headless.slice;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Checks that the output tables of a node have the specs announced at configure. */
public final class AnnouncedSpecs {

    static final String OTHER = "The output table at port %d differs from the one that was announced before the "
        + "node was executed.";

    private AnnouncedSpecs() {
    }

    /**
     * Compares as KNIME does. With Java's assertions on, as in tests, columns must be the same by name, type and order,
     * otherwise an assertion fails.
     *
     * @param node the name of the node
     * @param announced from configure; an entry is {@code null} where nothing was announced
     * @param made the output of the node
     * @return the warning that the user sees in place of the node's own, {@code null} if there is none
     * @throws AssertionError if assertions are on and a table has other columns than the node announced
     */
    public static String compare(final String node, final PortObjectSpec[] announced, final PortObject[] made) {
        return compare(node, announced, made, AnnouncedSpecs.class.desiredAssertionStatus());
    }

    static String compare(final String node, final PortObjectSpec[] announced, final PortObject[] made,
        final boolean strict) {
        String warning = null;
        for (int i = 0; i < made.length; i++) {
            if (announced[i] instanceof DataTableSpec spec && made[i] instanceof BufferedDataTable table) {
                final var other = table.getDataTableSpec();
                if (strict && !other.equalStructure(spec)) {
                    throw new AssertionError("%s announced at output port %d%n  %s%nbut created%n  %s".formatted(node,
                        i + 1, columns(spec), columns(other)));
                }
                if (!other.isCompatibleWith(spec)) {
                    warning = String.format(OTHER, i + 1);
                }
            }
        }
        return warning;
    }

    private static String columns(final DataTableSpec spec) {
        return spec.stream().map(column -> column.getName() + ": " + column.getType().getName()).toList().toString();
    }
}
