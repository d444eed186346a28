package org.fewlabel.headless.node;

import java.util.List;
import java.util.Optional;

import org.fewlabel.headless.slice.NodeFacts;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.parameters.NodeParameters;

/**
 * Everything that a node's factory declares.
 *
 * @param factory the class of the factory
 * @param name the name that the user sees
 * @param icon the path of the icon, relative to the factory's class
 * @param summary the short description, as XHTML
 * @param description the full description, as XHTML
 * @param since the KNIME version that the node first appeared with, {@code x.y.z}
 * @param type the kind of node
 * @param keywords what users may search for besides the name
 * @param resources pages with more information
 * @param inputs the data input ports
 * @param outputs the data output ports
 * @param parameters the class of the parameters, empty if the node has none
 * @param model of the node
 */
public record NodeDeclaration(Class<? extends NodeFactory<?>> factory, String name, String icon, String summary,
    String description, String since, NodeType type, List<String> keywords, List<NodeFacts.Resource> resources,
    List<NodeFacts.Port> inputs, List<NodeFacts.Port> outputs, Optional<Class<? extends NodeParameters>> parameters,
    Model model) {

    /** The model of a node. */
    public sealed interface Model {
    }

    /** A node with any ports. */
    public record Standard(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        ExecuteConsumer execute) implements Model {
    }

    /** A node that adds, replaces or removes columns of one table. */
    public record Rearranging(ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange)
        implements
            Model {
    }
}
