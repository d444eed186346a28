package org.fewlabel.headless.slice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.knime.core.node.NodeFactory;

/**
 * Opens a node factory to those who drive nodes from outside. KNIME's public classes do not show what a node does, so
 * the classes of the stand-in that know it register themselves here.
 */
public final class NodeAccess {

    private static final Map<Class<?>, Access> REGISTERED = new ConcurrentHashMap<>();

    private record Access(Function<NodeFactory<?>, RunnableNode> opener, Function<NodeFactory<?>, NodeFacts> describer) {
    }

    private NodeAccess() {
    }

    /**
     * Called by classes of the stand-in when they are loaded.
     *
     * @param type the base class of the factories
     * @param opener makes a node from a factory
     * @param describer tells what a factory's node says about itself
     */
    public static <F extends NodeFactory<?>> void register(final Class<F> type, final Function<F, RunnableNode> opener,
        final Function<F, NodeFacts> describer) {
        REGISTERED.put(type, new Access(factory -> opener.apply(type.cast(factory)),
            factory -> describer.apply(type.cast(factory))));
    }

    /**
     * @return a new node; two nodes of one factory share nothing
     * @throws IllegalArgumentException if nothing is known about factories of this kind, or KNIME could not create the
     *             node because its declaration is wrong
     */
    public static RunnableNode of(final NodeFactory<?> factory) {
        // a description that is not well-formed keeps KNIME from creating the node
        facts(factory);
        return access(factory).opener().apply(factory);
    }

    /**
     * @return what the node says about itself
     * @throws IllegalArgumentException as {@link #of}
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
