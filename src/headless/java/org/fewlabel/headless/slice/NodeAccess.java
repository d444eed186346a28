package org.fewlabel.headless.slice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * Gives runners access to the nodes of a factory. KNIME's public classes do not expose the model of a node, so the
 * classes of the stand-in that have it register themselves here.
 */
public final class NodeAccess {

    private static final Map<Class<?>, Access> REGISTERED = new ConcurrentHashMap<>();

    private record Access(Opener<NodeFactory<?>> opener, Function<NodeFactory<?>, NodeFacts> describer) {
    }

    /**
     * Creates a node from a factory.
     *
     * @param <F> the base class of the factories
     */
    @FunctionalInterface
    public interface Opener<F> {

        /**
         * @param factory the node's factory
         * @param file the content of the node's settings file, which may define the ports of the node
         * @throws InvalidSettingsException if the node cannot have such ports
         */
        RunnableNode open(F factory, NodeSettingsRO file) throws InvalidSettingsException;
    }

    private NodeAccess() {
    }

    /**
     * Called by classes of the stand-in when they are loaded.
     *
     * @param type the base class of the factories
     * @param opener creates a node from a factory
     * @param describer reads the description of a factory's node
     */
    public static <F extends NodeFactory<?>> void register(final Class<F> type, final Opener<F> opener,
        final Function<F, NodeFacts> describer) {
        REGISTERED.put(type, new Access((factory, file) -> opener.open(type.cast(factory), file),
            factory -> describer.apply(type.cast(factory))));
    }

    /**
     * @return a new node with the default ports; two nodes of one factory share nothing
     * @throws IllegalArgumentException if nothing is known about factories of this kind, or KNIME could not create the
     *             node because its declaration is wrong
     */
    public static RunnableNode of(final NodeFactory<?> factory) {
        try {
            return of(factory, new NodeSettings("settings.xml"));
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException("A new node has no settings that could be wrong.", e);
        }
    }

    /**
     * @param factory the node's factory
     * @param file the content of the node's settings file, of which only the ports are read
     * @return a new node, with these ports
     * @throws InvalidSettingsException if the node cannot have such ports; the message says which
     * @throws IllegalArgumentException as {@link #of(NodeFactory)}
     */
    public static RunnableNode of(final NodeFactory<?> factory, final NodeSettingsRO file)
        throws InvalidSettingsException {
        // a description that is not well-formed keeps KNIME from creating the node
        facts(factory);
        return access(factory).opener().open(factory, file);
    }

    /**
     * @return the description of the node
     * @throws IllegalArgumentException as {@link #of(NodeFactory)}
     */
    public static NodeFacts facts(final NodeFactory<?> factory) {
        return access(factory).describer().apply(factory);
    }

    private static Access access(final NodeFactory<?> factory) {
        for (Class<?> type = factory.getClass(); type != null; type = type.getSuperclass()) {
            final var access = REGISTERED.get(type);
            if (access != null) {
                return access;
            }
        }
        throw new IllegalArgumentException("The node factory " + factory.getClass().getName()
            + " is of a kind that is not supported: it does not extend DefaultNodeFactory.");
    }
}
