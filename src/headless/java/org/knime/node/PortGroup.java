package org.knime.node;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.port.PortType;

/**
 * A group of ports of a node.
 *
 * @param id identifies the group within the node
 * @param input what the user reads at the inputs, {@code null} if the group has none
 * @param output what the user reads at the outputs, {@code null} if the group has none
 * @param ports which ports the group has
 */
record PortGroup(String id, Text input, Text output, Ports ports) {

    /** What the user reads at a port. */
    record Text(String name, String description) {
    }

    /** Which ports a group has. */
    static final class Ports {

        /** the ports that are always there */
        List<PortType> fixed = List.of();

        /** the ports that are there until the user removes them */
        List<PortType> initial = List.of();

        /** whether the user can change something */
        boolean configurable = true;

        /** the group that determines the type, if there is one */
        Optional<String> boundTo = Optional.empty();

        int fixedCount;

        int initialCount;
    }
}
