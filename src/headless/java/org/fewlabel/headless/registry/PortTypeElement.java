package org.fewlabel.headless.registry;

import java.util.function.UnaryOperator;

import org.fewlabel.headless.slice.PortTypes;
import org.fewlabel.headless.workflow.WorkflowException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** A {@code portType} element of a plugin.xml. */
final class PortTypeElement {

    /** KNIME's extension point for port types. */
    static final String POINT = "org.knime.core.PortType";

    /** The element's name. */
    static final String NAME = "portType";

    private final UnaryOperator<String> attributes;

    private final ClassFinder classes;

    /** Finds a class of the plug-in. */
    @FunctionalInterface
    interface ClassFinder {
        Class<?> find(String name) throws ClassNotFoundException;
    }

    PortTypeElement(final UnaryOperator<String> attributes, final ClassFinder classes) {
        this.attributes = attributes;
        this.classes = classes;
    }

    /**
     * Registers the port type, as KNIME does at its start.
     *
     * @throws WorkflowException if a class named by the element does not exist or is of the wrong kind
     */
    void register() throws WorkflowException {
        try {
            PortTypes.register(new PortTypes.Registration(attributes.apply("name"), color(),
                Boolean.parseBoolean(attributes.apply("hidden")),
                classes.find(attributes.apply("objectClass")).asSubclass(PortObject.class),
                instance("objectSerializer", PortObjectSerializer.class),
                classes.find(attributes.apply("specClass")).asSubclass(PortObjectSpec.class),
                instance("specSerializer", PortObjectSpecSerializer.class)));
        } catch (ReflectiveOperationException | ClassCastException | NumberFormatException e) {
            throw new WorkflowException(
                "The port type '" + attributes.apply("name") + "' cannot be registered: " + e, e);
        }
    }

    private int color() {
        final var color = attributes.apply("color");
        return color == null || color.isEmpty() ? 0 : Integer.parseInt(color.substring(1), 16);
    }

    private <T> T instance(final String attribute, final Class<T> type) throws ReflectiveOperationException {
        return type.cast(classes.find(attributes.apply(attribute)).getDeclaredConstructor().newInstance());
    }
}
