package org.knime.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.fewlabel.headless.node.NodeDeclaration;
import org.fewlabel.headless.node.NodeDeclaration.Model;
import org.fewlabel.headless.slice.NodeFacts;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.Rearranging;
import org.knime.node.DefaultModel.Standard;

/** Reads a {@link DefaultNode}. Refuses what KNIME refuses when a node is created. */
final class Declarations {

    private Declarations() {
    }

    /**
     * @param factory makes the node
     * @param node with the ports of a new one
     * @throws IllegalArgumentException if the groups of ports contradict each other
     * @throws IllegalStateException if the ports do not suit the model
     */
    static NodeDeclaration of(final DefaultNodeFactory factory, final DefaultNode node) {
        try {
            return of(factory, node, ConfiguredPorts.none());
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException("A new node has no settings that could be wrong.", e);
        }
    }

    /**
     * @param factory makes the node
     * @param node with the ports of a new one
     * @param configured the ports that the user gave it
     * @throws InvalidSettingsException if the user's ports are none that the node can have
     * @throws IllegalArgumentException if the groups of ports contradict each other
     * @throws IllegalStateException if the ports do not suit the model
     */
    @SuppressWarnings("unchecked") // the class of a factory is a class of factories
    static NodeDeclaration of(final DefaultNodeFactory factory, final DefaultNode node,
        final ConfiguredPorts configured) throws InvalidSettingsException {
        configured.check(node.m_ports);
        final var inputs = new ArrayList<NodeFacts.Port>();
        final var outputs = new ArrayList<NodeFacts.Port>();
        final Map<String, List<PortType>> groups = new HashMap<>();
        for (final var group : node.m_ports) {
            final var types = types(group, groups, configured);
            for (final var type : types) {
                if (group.input() != null) {
                    inputs.add(port(group, group.input(), type));
                }
                if (group.output() != null) {
                    outputs.add(port(group, group.output(), type));
                }
            }
            groups.put(group.id(), types);
        }
        return new NodeDeclaration((Class<? extends NodeFactory<?>>)factory.getClass(), node.m_name, node.m_icon,
            node.m_shortDescription, node.m_fullDescription, node.m_sinceVersion, type(node), node.keywords(),
            node.m_externalResources, inputs, outputs, node.m_model.parametersClass(),
            model(node.m_model, inputs, outputs));
    }

    private static NodeFacts.Port port(final PortGroup group, final PortGroup.Text text, final PortType type) {
        return new NodeFacts.Port(group.id(), text.name(), text.description(), type, group.ports().configurable);
    }

    private static List<PortType> types(final PortGroup group, final Map<String, List<PortType>> before,
        final ConfiguredPorts configured) throws InvalidSettingsException {
        if (group.id() == null || group.id().isEmpty()) {
            throw new IllegalArgumentException("A group of ports needs an identifier; a fixed port's is its name.");
        }
        if (before.containsKey(group.id())) {
            throw new IllegalArgumentException("Two groups of ports have the identifier \"" + group.id() + "\". It "
                + "must be unique over inputs and outputs; a fixed port's is its name.");
        }
        final var ports = group.ports();
        if (ports.boundTo != null) {
            final var bound = before.get(ports.boundTo);
            if (bound == null || bound.isEmpty()) {
                throw new IllegalArgumentException("The group of ports \"" + group.id() + "\" takes its type from \""
                    + ports.boundTo + "\", which has no port before it.");
            }
            return Stream.generate(() -> bound.get(0)).limit(configured.count(group)).toList();
        }
        Stream.concat(ports.fixed.stream(), ports.initial.stream()).filter(ports.supported.negate()).findFirst()
            .ifPresent(type -> {
                throw new IllegalArgumentException("The group of ports \"" + group.id() + "\" starts with the type "
                    + type.getName() + ", which it does not support.");
            });
        return configured.types(group);
    }

    private static NodeType type(final DefaultNode node) {
        if (node.nodeType() != null) {
            return node.nodeType();
        }
        if (node.m_ports.stream().noneMatch(group -> group.input() != null)) {
            return NodeType.Source;
        }
        return node.m_ports.stream().noneMatch(group -> group.output() != null) ? NodeType.Sink : NodeType.Manipulator;
    }

    private static Model model(final DefaultModel model, final List<NodeFacts.Port> inputs,
        final List<NodeFacts.Port> outputs) {
        if (model instanceof Standard standard) {
            return new NodeDeclaration.Standard(standard.m_configure, standard.m_execute);
        }
        if (!isOneTable(inputs) || !isOneTable(outputs)) {
            throw new IllegalStateException("A node that rearranges columns has one input table and one output table.");
        }
        return new NodeDeclaration.Rearranging(((Rearranging)model).m_rearrange);
    }

    private static boolean isOneTable(final List<NodeFacts.Port> ports) {
        return ports.size() == 1 && BufferedDataTable.TYPE.equals(ports.get(0).type());
    }
}
