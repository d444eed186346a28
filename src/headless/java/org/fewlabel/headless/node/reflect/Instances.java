package org.fewlabel.headless.node.reflect;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Instantiates classes that a node only names, which need not be public. */
public final class Instances {

    private Instances() {
    }

    /**
     * @return a new object
     * @throws IllegalStateException if the class has no constructor without arguments, or it fails; the message names
     *             the class
     */
    public static <T> T create(final Class<T> type) {
        try {
            return create(type.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                "The class " + type.getName() + " needs a constructor without arguments.", e);
        }
    }

    /**
     * @return a new object by the constructor with one argument, or, if there is none, by the constructor without
     *         arguments
     * @throws IllegalStateException if the class has no such constructor, or it fails; the message names the class
     */
    public static <T, A> T create(final Class<T> type, final Class<A> argumentType, final A argument) {
        Constructor<T> constructor;
        try {
            constructor = type.getDeclaredConstructor(argumentType);
        } catch (NoSuchMethodException e) { // a class that does not use its input
            return create(type);
        }
        return create(constructor, argument);
    }

    private static <T> T create(final Constructor<T> constructor, final Object... arguments) {
        final var type = constructor.getDeclaringClass().getName();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + type + " failed: " + e.getCause(), e.getCause());
        } catch (InstantiationException e) {
            throw new IllegalStateException("The class " + type + " is abstract.", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The constructor of " + type + " was made accessible", e);
        }
    }
}
