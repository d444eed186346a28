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

    private static final Map<Class<?>, Function<NodeFactory<?>, RunnableNode>> OPENERS = new ConcurrentHashMap<>();

    private NodeAccess() {
    }

    /**
     * Called by classes of the stand-in when they are loaded.
     *
     * @param type the base class of the factories
     * @param opener makes a node from a factory
     */
    public static <F extends NodeFactory<?>> void register(final Class<F> type, final Function<F, RunnableNode> opener) {
        OPENERS.put(type, factory -> opener.apply(type.cast(factory)));
    }

    /**
     * @return a new node; two nodes of one factory share nothing
     * @throws IllegalArgumentException if nothing is known about factories of this kind, or the node's declaration is
     *             wrong in a way that KNIME refuses too
     */
    public static RunnableNode of(final NodeFactory<?> factory) {
        for (Class<?> type = factory.getClass(); type != null; type = type.getSuperclass()) {
            final var opener = OPENERS.get(type);
            if (opener != null) {
                return opener.apply(factory);
            }
        }
        throw new IllegalArgumentException("The node factory " + factory.getClass().getName()
            + " is of a kind that is not supported: it does not extend DefaultNodeFactory.");
    }
}
