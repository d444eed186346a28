package org.knime.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;

/** A node with all the ports that its user may give it: for tests of whole nodes. */
public final class NodeVariants {

    private NodeVariants() {
    }

    /**
     * @param types those that an added port may be of
     * @return the node as it comes from the repository, and with each port that can be added to it, by what was added
     */
    public static Map<String, RunnableNode> of(final DefaultNodeFactory factory, final List<PortType> types)
        throws Exception {
        final var variants = new LinkedHashMap<String, RunnableNode>();
        variants.put("no port added", NodeAccess.of(factory));
        for (final var group : groups(factory)) {
            for (final var type : types) {
                if (group.ports().configurable && group.ports().supported.test(type)) {
                    variants.put(group.id() + " of " + type.getName(), open(factory, group.id(), type));
                }
            }
        }
        return variants;
    }

    private static RunnableNode open(final DefaultNodeFactory factory, final String group, final PortType type)
        throws InvalidSettingsException {
        final var file = new NodeSettings("settings.xml");
        type.save(file.addNodeSettings("node_creation_config").addNodeSettings(group).addNodeSettings("port_0"));
        return NodeAccess.of(factory, file);
    }

    /** The declarations of a factory are accessible to KNIME only. */
    private static List<PortGroup> groups(final DefaultNodeFactory factory) throws ReflectiveOperationException {
        final var field = DefaultNodeFactory.class.getDeclaredField("m_node");
        field.setAccessible(true);
        return new ArrayList<>(((DefaultNode)field.get(factory)).m_ports);
    }
}
