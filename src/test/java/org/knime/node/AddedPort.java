package org.knime.node;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortType;

/**
 * A port that the user may add to a node.
 *
 * @param group the identifier of its group
 * @param type what passes through it
 */
public record AddedPort(String group, PortType type) {

    /**
     * @param types the types that there are
     * @return what can be added to the factory's nodes, once for each type
     */
    public static List<AddedPort> possible(final DefaultNodeFactory factory, final Iterable<PortType> types) {
        final var possible = new ArrayList<AddedPort>();
        for (final var group : groups(factory)) {
            for (final var type : types) {
                if (group.ports().configurable && group.ports().supported.test(type)) {
                    possible.add(new AddedPort(group.id(), type));
                }
            }
        }
        return possible;
    }

    /**
     * @param file the content of a node's settings file
     * @return what was added to that node
     */
    public static List<AddedPort> of(final DefaultNodeFactory factory, final NodeSettingsRO file)
        throws InvalidSettingsException {
        final var configured = ConfiguredPorts.of(file);
        final var fresh = ConfiguredPorts.none();
        final var added = new ArrayList<AddedPort>();
        for (final var group : groups(factory)) {
            final var types = new ArrayList<>(configured.types(group));
            fresh.types(group).forEach(types::remove);
            types.forEach(type -> added.add(new AddedPort(group.id(), type)));
        }
        return added;
    }

    /** The declarations of a factory are accessible to KNIME only. */
    private static List<PortGroup> groups(final DefaultNodeFactory factory) {
        try {
            final var field = DefaultNodeFactory.class.getDeclaredField("m_node");
            field.setAccessible(true);
            return ((DefaultNode)field.get(factory)).m_ports;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The stand-in's factory keeps its declaration in m_node", e);
        }
    }
}
