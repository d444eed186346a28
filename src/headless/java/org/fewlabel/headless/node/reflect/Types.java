package org.fewlabel.headless.node.reflect;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Generic types as reflection shows them. */
public final class Types {

    private Types() {
    }

    /** @return the class without its arguments */
    public static Class<?> raw(final Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType p) {
            return (Class<?>)p.getRawType();
        }
        if (type instanceof GenericArrayType a) {
            return raw(a.getGenericComponentType()).arrayType();
        }
        if (type instanceof WildcardType w) {
            return raw(w.getUpperBounds()[0]);
        }
        return raw(((TypeVariable<?>)type).getBounds()[0]);
    }

    /** @return the arguments of a generic class, empty if it has none */
    public static List<Type> arguments(final Type type) {
        return type instanceof ParameterizedType p ? List.of(p.getActualTypeArguments()) : List.of();
    }

    /** @return the type of the elements of an array or collection, empty if the type is neither */
    public static Optional<Type> element(final Type type) {
        final var raw = raw(type);
        if (type instanceof GenericArrayType a) {
            return Optional.of(a.getGenericComponentType());
        }
        if (raw.isArray()) {
            return Optional.of(raw.getComponentType());
        }
        return Collection.class.isAssignableFrom(raw) ? arguments(type).stream().findFirst() : Optional.empty();
    }

    /** @return the class of objects that hold values of the given class */
    public static Class<?> boxed(final Class<?> type) {
        return type.isPrimitive() ? java.lang.invoke.MethodType.methodType(type).wrap().returnType() : type;
    }

    /** @return the values of the type variables of the class and its superclasses */
    public static Map<TypeVariable<?>, Type> bindings(final Type type) {
        final var bindings = new HashMap<TypeVariable<?>, Type>();
        for (Type t = type; t != null; t = raw(t).getGenericSuperclass()) {
            final var variables = raw(t).getTypeParameters();
            final var arguments = arguments(t);
            for (int i = 0; i < arguments.size(); i++) {
                bindings.put(variables[i], resolve(arguments.get(i), bindings));
            }
        }
        return bindings;
    }

    /** @return the type with its variables replaced as far as they are known */
    public static Type resolve(final Type type, final Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof TypeVariable<?> v) {
            return bindings.getOrDefault(v, v);
        }
        if (type instanceof GenericArrayType a) {
            return raw(resolve(a.getGenericComponentType(), bindings)).arrayType();
        }
        if (type instanceof ParameterizedType p) {
            final var arguments = Stream.of(p.getActualTypeArguments()).map(t -> resolve(t, bindings))
                .toArray(Type[]::new);
            return new Generic((Class<?>)p.getRawType(), arguments, p.getOwnerType());
        }
        return type;
    }

    /** @return the arguments that a class gives to an interface that it implements, empty if it gives none */
    public static List<Type> supertypeArguments(final Class<?> type, final Class<?> target) {
        for (final var candidate : type.getGenericInterfaces()) {
            if (raw(candidate) == target) {
                return arguments(candidate);
            }
            final var deeper = supertypeArguments(raw(candidate), target);
            if (!deeper.isEmpty()) {
                return deeper;
            }
        }
        return type.getSuperclass() == null ? List.of() : supertypeArguments(type.getSuperclass(), target);
    }

    /** A generic class whose arguments are known. */
    private record Generic(Class<?> rawClass, Type[] arguments, Type owner) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return rawClass;
        }

        @Override
        public Type getOwnerType() {
            return owner;
        }

        @Override
        public String getTypeName() {
            return rawClass.getName() + Stream.of(arguments).map(Type::getTypeName).toList().toString()
                .replace('[', '<').replace(']', '>');
        }
    }
}
