package org.knime.core.node.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Whose work a thread is doing: a stack for each thread, which other threads do not see. */
public final class NodeContext {

    private static final ThreadLocal<Deque<NodeContext>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    private final Object contextObject;

    private NodeContext(final Object contextObject) {
        this.contextObject = contextObject;
    }

    /** @return the context of this thread, {@code null} if it has none */
    public static NodeContext getContext() {
        return STACK.get().peek();
    }

    /**
     * @param <C> what is wanted
     * @param contextObjectClass its class
     * @return what is known of that class
     */
    public <C> Optional<C> getContextObjectForClass(final Class<C> contextObjectClass) {
        return contextObjectClass.isInstance(contextObject) ? Optional.of(contextObjectClass.cast(contextObject))
            : Optional.empty();
    }

    /** @param contextObject what is to be known from now on in this thread */
    public static void pushContext(final Object contextObject) {
        STACK.get().push(new NodeContext(contextObject));
    }

    /** @throws IllegalStateException if this thread has no context */
    public static void removeLastContext() {
        try {
            STACK.get().pop();
        } catch (final NoSuchElementException e) {
            throw new IllegalStateException("This thread has no context that could be removed.", e);
        }
    }
}
