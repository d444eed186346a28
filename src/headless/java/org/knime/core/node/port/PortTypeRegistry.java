package org.knime.core.node.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.fewlabel.headless.slice.PortTypes;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** The port types that there are, and who writes and reads their port objects. */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private final Map<Class<?>, PortType> types = new ConcurrentHashMap<>();

    private final Map<Class<?>, PortType> optionalTypes = new ConcurrentHashMap<>();

    private final Map<String, Class<? extends PortObject>> objects = new ConcurrentHashMap<>();

    private final Map<String, Class<? extends PortObjectSpec>> specs = new ConcurrentHashMap<>();

    private final Map<Class<?>, PortObjectSerializer<PortObject>> objectSerializers = new ConcurrentHashMap<>();

    private final Map<Class<?>, PortObjectSpecSerializer<PortObjectSpec>> specSerializers = new ConcurrentHashMap<>();

    private PortTypeRegistry() {
        objects.put(PortObject.class.getName(), PortObject.class);
        specs.put(PortObjectSpec.class.getName(), PortObjectSpec.class);
        addType(PortObject.class, "Generic Port", PortType.DEFAULT_COLOR, false);
        objects.put(BufferedDataTable.class.getName(), BufferedDataTable.class);
        addType(BufferedDataTable.class, "Table", 0, false);
        addSpec(DataTableSpec.class, new DataTableSpec.Serializer());
        PortTypes.connect(this::register);
    }

    /** @return the registry */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    private void register(final PortTypes.Registration registration) {
        objects.put(registration.objectClass().getName(), registration.objectClass());
        objectSerializers.put(registration.objectClass(), generalized(registration.objectSerializer()));
        addSpec(registration.specClass(), registration.specSerializer());
        addType(registration.objectClass(), registration.name(), registration.color(), registration.hidden());
    }

    private void addSpec(final Class<? extends PortObjectSpec> specClass,
        final PortObjectSpecSerializer<?> serializer) {
        specs.put(specClass.getName(), specClass);
        specSerializers.put(specClass, generalized(serializer));
    }

    private void addType(final Class<? extends PortObject> objectClass, final String name, final int color,
        final boolean hidden) {
        getPortType(objectClass, false).show(name, color, hidden);
        getPortType(objectClass, true).show(name, color, hidden);
    }

    @SuppressWarnings("unchecked") // a serializer is only ever given objects of the class it was registered for
    private static PortObjectSerializer<PortObject> generalized(final PortObjectSerializer<?> serializer) {
        return (PortObjectSerializer<PortObject>)serializer;
    }

    @SuppressWarnings("unchecked") // a serializer is only ever given specs of the class it was registered for
    private static PortObjectSpecSerializer<PortObjectSpec> generalized(final PortObjectSpecSerializer<?> serializer) {
        return (PortObjectSpecSerializer<PortObjectSpec>)serializer;
    }

    /** @return all registered types */
    public synchronized Collection<PortType> availablePortTypes() {
        return types.values().stream().filter(type -> objects.containsValue(type.getPortObjectClass())).toList();
    }

    /**
     * @param portClass a class of port objects
     * @return the type of ports for them; of a class that is not registered, a hidden one
     */
    public synchronized PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    /**
     * @param portClass a class of port objects
     * @param isOptional whether the port needs no connection
     * @return the type of ports for them; of a class that is not registered, a hidden one
     */
    public synchronized PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        final var known = isOptional ? optionalTypes : types;
        return known.computeIfAbsent(portClass, c -> new PortType(portClass, isOptional));
    }

    /**
     * @param className a name
     * @return the registered class of port objects of this name; no other class is ever loaded
     */
    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        return Optional.ofNullable(className).map(objects::get);
    }

    /**
     * @param className a name
     * @return the registered class of specs of this name; no other class is ever loaded
     */
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        return Optional.ofNullable(className).map(specs::get);
    }

    /**
     * @param objectClass a class of port objects
     * @return who writes and reads them, if it is registered
     */
    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
        final Class<? extends PortObject> objectClass) {
        return Optional.ofNullable(objectSerializers.get(objectClass));
    }

    /**
     * @param specClass a class of specs
     * @return who writes and reads them, if it is registered
     */
    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
        final Class<? extends PortObjectSpec> specClass) {
        return Optional.ofNullable(specSerializers.get(specClass));
    }
}
