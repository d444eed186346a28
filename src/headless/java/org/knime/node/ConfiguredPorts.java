package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortType;

/**
 * Which ports the user gave a node, as KNIME keeps them in the node's settings file: under
 * {@code node_creation_config} a config for each group, under its identifier. That of a group without a port of the
 * user's is empty, as is that of one whose ports are fixed; a group without a config has the ports of a new node.
 */
final class ConfiguredPorts {

    private static final String KEY = "node_creation_config";

    private static final String TYPE = "object_class";

    private static final String COUNT = "configuredPortNumber";

    private final NodeSettingsRO groups;

    private ConfiguredPorts(final NodeSettingsRO groups) {
        this.groups = groups;
    }

    /** @return the ports of a new node */
    static ConfiguredPorts none() {
        return new ConfiguredPorts(new NodeSettings(KEY));
    }

    /** @param file the content of a node's settings file */
    static ConfiguredPorts of(final NodeSettingsRO file) throws InvalidSettingsException {
        return file.containsKey(KEY) ? new ConfiguredPorts(file.getNodeSettings(KEY)) : none();
    }

    /**
     * KNIME passes over groups that it does not know. Their ports would be missing, so here that is an error.
     *
     * @throws InvalidSettingsException if a group that the node does not have is given ports
     */
    void check(final List<PortGroup> known) throws InvalidSettingsException {
        final var ids = known.stream().map(PortGroup::id).toList();
        for (final var id : groups.keySet()) {
            if (!ids.contains(id) && !groups.getNodeSettings(id).keySet().isEmpty()) {
                throw new InvalidSettingsException("The settings give ports to the group \"" + id
                    + "\", which this version of the node does not have. It has: " + String.join(", ", ids) + ".");
            }
        }
    }

    /**
     * @return the types of all ports of a group that does not take them from another one
     * @throws InvalidSettingsException if a type is not known or not one that the group takes
     */
    List<PortType> types(final PortGroup group) throws InvalidSettingsException {
        final var ports = group.ports();
        if (!ports.configurable || !groups.containsKey(group.id())) {
            return Stream.concat(ports.fixed.stream(), ports.initial.stream()).toList();
        }
        final var config = groups.getNodeSettings(group.id());
        if (ports.exchangeable) {
            return List.of(type(group, config));
        }
        final var types = new ArrayList<>(ports.fixed);
        for (final var key : config.keySet()) {
            types.add(type(group, config.getNodeSettings(key)));
        }
        if (types.size() > ports.most) {
            throw new InvalidSettingsException("The settings give the group of ports \"" + group.id() + "\" "
                + types.size() + " ports; it has at most " + ports.most + ".");
        }
        return types;
    }

    /** @return how many ports a group has that takes their type from another one */
    long count(final PortGroup group) throws InvalidSettingsException {
        final var ports = group.ports();
        return (long)ports.fixedCount + (groups.containsKey(group.id())
            ? groups.getNodeSettings(group.id()).getInt(COUNT) : ports.initialCount);
    }

    private static PortType type(final PortGroup group, final NodeSettingsRO config) throws InvalidSettingsException {
        final PortType type;
        try {
            type = PortType.load(config);
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException("A port of the group \"" + group.id() + "\" cannot be made (entry "
                + TYPE + " of " + config.getKey() + "): " + e.getMessage(), e);
        }
        if (!group.ports().supported.test(type)) {
            throw new InvalidSettingsException("The settings give the group of ports \"" + group.id()
                + "\" a port of the type " + type.getName() + ", which it does not take.");
        }
        return type;
    }
}
