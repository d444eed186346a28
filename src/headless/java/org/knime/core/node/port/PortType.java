package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What may go through a port: port objects of a class. Two types are equal if the classes are. */
public final class PortType {

    /** The color of types that have none of their own. */
    public static final int DEFAULT_COLOR = 0xff9b9b9b;

    private static final String OBJECT_CLASS = "object_class";

    private final Class<? extends PortObject> objectClass;

    private final Class<? extends PortObjectSpec> specClass;

    private final boolean optional;

    private volatile String name;

    private volatile int color = DEFAULT_COLOR;

    private volatile boolean hidden = true;

    PortType(final Class<? extends PortObject> objectClass, final boolean optional) {
        this.objectClass = objectClass;
        specClass = getPortObjectSpecClass(objectClass);
        this.optional = optional;
        name = objectClass.getSimpleName();
    }

    /** Takes what is registered of it: a class may ask for its type before, and keeps it. */
    void show(final String newName, final int newColor, final boolean isHidden) {
        name = newName == null ? objectClass.getSimpleName() : newName;
        color = newColor;
        hidden = isHidden;
    }

    /** @return the name the user sees */
    public String getName() {
        return name;
    }

    /** @return the color the user sees, red, green and blue in one number */
    public int getColor() {
        return color;
    }

    /** @return whether a port of this type needs no connection */
    public boolean isOptional() {
        return optional;
    }

    /** @return whether the type is not offered where ports are configured */
    public boolean isHidden() {
        return hidden;
    }

    /** @return the class of the port objects */
    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    /** @return the class of their specs */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return specClass;
    }

    /**
     * @param objectClass a class of port objects
     * @return the class of their specs, as their {@code getSpec} says
     */
    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
        final Class<? extends PortObject> objectClass) {
        try {
            return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
        } catch (final NoSuchMethodException impossible) {
            throw new IllegalStateException(objectClass.getName() + " has no public method getSpec.", impossible);
        }
    }

    /**
     * @param subType another type
     * @return whether its port objects may go through a port of this type
     */
    public boolean isSuperTypeOf(final PortType subType) {
        return objectClass.isAssignableFrom(subType.objectClass);
    }

    /**
     * @param spec a spec or {@code null}
     * @return whether it may go through a port of this type
     */
    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return spec == null || specClass.isInstance(spec);
    }

    /**
     * @param obj a port object or {@code null}
     * @return whether it may go through a port of this type
     */
    public boolean acceptsPortObject(final PortObject obj) {
        return obj == null || objectClass.isInstance(obj);
    }

    /** @param settings takes the type */
    public void save(final ConfigWO settings) {
        settings.addString(OBJECT_CLASS, objectClass.getName());
    }

    /**
     * @param settings what {@link #save} wrote
     * @return the type
     * @throws InvalidSettingsException if there is none, or one that is not registered
     */
    public static PortType load(final ConfigRO settings) throws InvalidSettingsException {
        final var className = settings.getString(OBJECT_CLASS);
        final var registry = PortTypeRegistry.getInstance();
        return registry.getPortType(registry.getObjectClass(className).orElseThrow(
            () -> new InvalidSettingsException("The port type \"" + className + "\" is not registered.")));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PortType type && objectClass == type.objectClass;
    }

    @Override
    public int hashCode() {
        return objectClass.hashCode();
    }

    @Override
    public String toString() {
        return "PortType(" + specClass.getSimpleName() + "," + objectClass.getSimpleName() + ")";
    }
}
