package org.fewlabel.headless.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** The registry of port types, which KNIME finds at its extension point {@code org.knime.core.PortType}. */
public final class PortTypes {

    private static final List<Registration> REGISTRATIONS = new ArrayList<>();

    private static Consumer<Registration> registry = registration -> {};

    /**
     * A port type.
     *
     * @param name the name the user sees
     * @param color red, green and blue in one number
     * @param hidden whether it is not offered where ports are configured
     * @param objectClass the class of the port objects
     * @param objectSerializer writes and reads them
     * @param specClass the class of their specs
     * @param specSerializer writes and reads these
     */
    public record Registration(String name, int color, boolean hidden, Class<? extends PortObject> objectClass,
        PortObjectSerializer<?> objectSerializer, Class<? extends PortObjectSpec> specClass,
        PortObjectSpecSerializer<?> specSerializer) {
    }

    private PortTypes() {
    }

    /** @param registration a port type to add, or to replace one of the same class */
    public static synchronized void register(final Registration registration) {
        REGISTRATIONS.add(registration);
        registry.accept(registration);
    }

    /** @param newRegistry takes all port types, those there are and those to come */
    public static synchronized void connect(final Consumer<Registration> newRegistry) {
        registry = newRegistry;
        REGISTRATIONS.forEach(newRegistry);
    }
}
