package org.fewlabel.headless.run;

import java.util.List;
import java.util.Optional;

import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/**
 * How it went with a node.
 *
 * @param node the node
 * @param state whether it was executed
 * @param objects what is at its data output ports; empty if it was not executed
 * @param portNames the names of these ports as the user sees them
 * @param seconds how long its execution took
 * @param information the information written to the log for the user, in order
 * @param warnings messages for the user about something that may be wrong
 * @param error why it was not executed, for the user; {@code null} if it was
 * @param cause what was thrown; {@code null} if nothing was
 */
public record NodeResult(WorkflowNode node, NodeState state, List<PortObject> objects, List<String> portNames,
    double seconds, List<String> information, List<String> warnings, String error, Throwable cause) {

    /** @return what is at an output port; ports count from 1 */
    public PortObject object(final int port) {
        return objects.get(port - 1);
    }

    /** @return the table at an output port, empty if something else is there; ports count from 1 */
    public Optional<BufferedDataTable> table(final int port) {
        return object(port) instanceof BufferedDataTable table ? Optional.of(table) : Optional.empty();
    }
}
