package org.fewlabel.headless.node.settings;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.fewlabel.headless.node.reflect.Types;
import org.knime.node.parameters.persistence.Persist;

/**
 * A field that is saved.
 *
 * @param field accessible
 * @param name its name without {@code m_}
 * @param type its type, with the type variables of the owner replaced
 * @param owner the class whose fields are saved; the field's own class or one that extends it
 */
public record PersistedField(Field field, String name, Type type, Class<?> owner) {

    /** what KNIME appends to the key of a hidden field */
    private static final String INTERNAL = "_Internals";

    /**
     * @param ownerType a class, or a generic class with its arguments
     * @return the fields that are saved, those of the superclass first, in the order of their declaration
     * @throws IllegalStateException if two fields have the same name but for the {@code m_}
     */
    public static List<PersistedField> of(final Type ownerType) {
        final var owner = Types.raw(ownerType);
        final var hierarchy = new ArrayList<Class<?>>();
        for (Class<?> c = owner; c != null && c != Object.class; c = c.getSuperclass()) {
            hierarchy.add(0, c);
        }
        final var fields = new ArrayList<PersistedField>();
        final var names = new TreeSet<String>();
        for (final var declaring : hierarchy) {
            for (final var field : declaring.getDeclaredFields()) {
                if (isPersisted(field)) {
                    field.setAccessible(true);
                    final var name = field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
                    if (!names.add(name)) {
                        throw new IllegalStateException("Two fields of " + owner.getName() + " are saved as " + name);
                    }
                    fields.add(new PersistedField(field, name,
                        Types.resolve(field.getGenericType(), Types.bindings(ownerType)), owner));
                }
            }
        }
        return fields;
    }

    private static boolean isPersisted(final Field field) {
        final int m = field.getModifiers();
        return !(Modifier.isPrivate(m) || Modifier.isStatic(m) || Modifier.isTransient(m) || field.isSynthetic());
    }

    /** @return the key under which the field is saved */
    public String key() {
        final var persist = field.getAnnotation(Persist.class);
        if (persist == null) {
            return name;
        }
        final var key = persist.configKey().isEmpty() ? name : persist.configKey();
        return persist.hidden() ? key + INTERNAL : key;
    }

    /** @return the annotation of the field, or of the superclass that declares it */
    public <A extends Annotation> Optional<A> annotation(final Class<A> annotation) {
        final var own = field.getAnnotation(annotation);
        if (own != null || field.getDeclaringClass() == owner) {
            return Optional.ofNullable(own);
        }
        return Optional.ofNullable(field.getDeclaringClass().getAnnotation(annotation));
    }

    /** @return the value in the given object */
    public Object get(final Object parent) {
        if (parent == null) {
            throw new IllegalStateException("The group " + owner.getName() + " with the field " + name + " is null.");
        }
        try {
            return field.get(parent);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " was made accessible", e);
        }
    }

    void set(final Object parent, final Object value) {
        try {
            field.set(parent, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " was made accessible", e);
        }
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "." + field.getName();
    }
}
