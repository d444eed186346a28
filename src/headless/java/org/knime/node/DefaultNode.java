package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.fewlabel.headless.slice.NodeFacts;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;

/** Everything about a node: what the user sees of it, its ports and its model. Start with {@link #create()}. */
public final class DefaultNode implements FluentNodeAPI {

    final String m_name;

    final String m_icon;

    final String m_shortDescription;

    final String m_fullDescription;

    final String m_sinceVersion;

    final List<PortGroup> m_ports;

    final DefaultModel m_model;

    final List<NodeFacts.Resource> m_externalResources = new ArrayList<>();

    private NodeType m_nodeType;

    private final List<String> m_keywords = new ArrayList<>();

    private DefaultNode(final String name, final String icon, final String shortDescription,
        final String fullDescription, final String sinceVersion, final List<PortGroup> ports,
        final DefaultModel model) {
        m_name = name;
        m_icon = icon;
        m_shortDescription = shortDescription;
        m_fullDescription = fullDescription;
        m_sinceVersion = sinceVersion;
        m_ports = ports;
        m_model = model;
    }

    /** @return the first stage */
    public static RequireName create() {
        return name -> icon -> shortDescription -> fullDescription -> (major, minor, revision) -> ports -> model -> {
            final var groups = PortDeclarations.collect(ports);
            return new DefaultNode(name, icon, shortDescription, fullDescription, major + "." + minor + "." + revision,
                groups, model.apply(DefaultModel.create()));
        };
    }

    NodeType nodeType() {
        return m_nodeType;
    }

    List<String> keywords() {
        return List.copyOf(m_keywords);
    }

    /** The stage that asks for the name. */
    public interface RequireName {

        /** @param name what the user reads in the node repository and below the node */
        RequireIcon name(String name);
    }

    /** The stage that asks for the icon. */
    public interface RequireIcon {

        /** @param icon path of a 16x16 PNG file, relative to the factory's class */
        RequireShortDescription icon(String icon);
    }

    /** The stage that asks for the summary. */
    public interface RequireShortDescription {

        /** @param shortDescription one sentence */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** The stage that asks for the description. */
    public interface RequireFullDescription {

        /** @param fullDescription what the node does and when to use it, as HTML */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** The stage that asks for the version. */
    public interface RequireSinceVersion {

        /** The KNIME version that the node first appeared with. */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** The stage that asks for the model. */
    public interface RequireModel {

        /** @param model makes the model from its first stage */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }

    /**
     * @return this
     * @throws IllegalStateException if a type was given already
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        if (m_nodeType != null) {
            throw new IllegalStateException("The type of the node has been set already.");
        }
        m_nodeType = nodeType;
        return this;
    }

    /**
     * @param keywords what users may search for besides the name; not shown
     * @return this
     * @throws IllegalStateException if keywords were given already
     * @throws IllegalArgumentException if the list or one of its entries is {@code null}
     */
    public DefaultNode keywords(final String... keywords) {
        if (!m_keywords.isEmpty()) {
            throw new IllegalStateException("The keywords of the node have been set already.");
        }
        if (keywords == null || Arrays.stream(keywords).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Keywords must not be null.");
        }
        m_keywords.addAll(List.of(keywords));
        return this;
    }

    /**
     * @param href the address of a page that tells more
     * @param description what is found there
     * @return this
     * @throws IllegalArgumentException if one of them is {@code null}
     */
    public DefaultNode addExternalResource(final String href, final String description) {
        if (href == null || description == null) {
            throw new IllegalArgumentException("An external resource needs an address and a description.");
        }
        m_externalResources.add(new NodeFacts.Resource(href, description));
        return this;
    }
}
