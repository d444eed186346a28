package org.fewlabel.headless.node;

import java.util.List;

import org.fewlabel.headless.slice.NodeFacts;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

/** Checks the output of a node against its ports. */
final class OutputCheck {

    static final String EMPTY = "The node created an empty table.";

    static final String ALL_EMPTY = "The node created empty tables at all output ports.";

    private final List<NodeFacts.Port> ports;

    OutputCheck(final List<NodeFacts.Port> ports) {
        this.ports = ports;
    }

    /**
     * @param own the node's own warning, {@code null} if there is none
     * @return the warning that the user sees, {@code null} if there is none
     * @throws KNIMEException if data are missing or do not fit a port
     */
    String warning(final PortObject[] objects, final String own) throws KNIMEException {
        int tables = 0;
        int emptyTables = 0;
        for (int i = 0; i < objects.length; i++) {
            check(objects[i], i);
            if (objects[i] instanceof BufferedDataTable table) {
                tables++;
                emptyTables += table.size() == 0 ? 1 : 0;
            }
        }
        if (own == null && tables > 0 && tables == emptyTables) {
            return tables == 1 ? EMPTY : ALL_EMPTY;
        }
        return own;
    }

    private void check(final PortObject object, final int index) throws KNIMEException {
        final var port = ports.get(index);
        final var where = "output port " + (index + 1) + " (" + port.name() + ")";
        if (object == null) {
            throw new KNIMEException("Execute failed: the data at " + where + " must not be null.");
        }
        if (!port.type().getPortObjectClass().isInstance(object)) {
            throw new KNIMEException(
                "Execute failed: the data at " + where + " must be " + port.type().getPortObjectClass().getSimpleName()
                    + ", not " + object.getClass().getSimpleName() + ".");
        }
        if (object.getSpec() == null) {
            throw new KNIMEException("Execute failed: the data at " + where + " have no spec.");
        }
    }
}
