package org.knime.node;

import java.util.List;
import java.util.function.Predicate;

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

        /** which types a port can have */
        Predicate<PortType> supported = type -> true;

        /** whether the user can change something */
        boolean configurable = true;

        /** whether the user can change the type of the one port, which is then in {@link #fixed} */
        boolean exchangeable;

        /** how many ports there can be, if their types are not another group's */
        int most = Integer.MAX_VALUE;

        /** the group that determines the type, {@code null} if there is none */
        String boundTo;

        /** how many ports are always there, if another group determines their type */
        int fixedCount;

        /** how many ports are there until the user removes them, if another group determines their type */
        int initialCount;
    }
}
