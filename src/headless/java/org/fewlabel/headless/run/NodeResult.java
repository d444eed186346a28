package org.fewlabel.headless.run;

import java.util.List;
import java.util.Optional;

import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/**
 * The result of a node.
 *
 * @param node the node
 * @param state whether it was executed
 * @param objects at its data output ports; empty if it was not executed
 * @param portNames the names of these ports as the user sees them
 * @param seconds the time of its execution
 * @param information the information written to the log for the user, in order
 * @param warnings messages for the user about something that may be wrong
 * @param error why it was not executed, for the user; {@code null} if it was
 * @param cause the exception; {@code null} if there was none
 */
public record NodeResult(WorkflowNode node, NodeState state, List<PortObject> objects, List<String> portNames,
    double seconds, List<String> information, List<String> warnings, String error, Throwable cause) {

    /** @return the object at an output port; ports count from 1 */
    public PortObject object(final int port) {
        return objects.get(port - 1);
    }

    /** @return the table at an output port, empty if something else is there; ports count from 1 */
    public Optional<BufferedDataTable> table(final int port) {
        return object(port) instanceof BufferedDataTable table ? Optional.of(table) : Optional.empty();
    }
}
