package org.fewlabel.headless.api;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

import org.objectweb.asm.Type;

/** Members of classes that are not KNIME's. */
final class JdkMembers {

    private JdkMembers() {
    }

    /** @return whether the class or an ancestor has such a public or protected field or method */
    static boolean declares(final String className, final String key) {
        for (var type = load(className); type != null; type = type.getSuperclass()) {
            final var found = Stream.concat(
                Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getMethods()))
                    .filter(m -> visible(m.getModifiers())).map(m -> m.getName() + Type.getMethodDescriptor(m)),
                Arrays.stream(type.getDeclaredFields()).filter(f -> visible(f.getModifiers()))
                    .map(f -> f.getName() + Type.getDescriptor(f.getType())));
            if (found.anyMatch(key::equals)) {
                return true;
            }
        }
        return false;
    }

    /** @return whether the one class is the other or inherits from it */
    static boolean isA(final String className, final String ancestor) {
        final var type = load(className);
        final var parent = load(ancestor);
        return type != null && parent != null && parent.isAssignableFrom(type);
    }

    private static boolean visible(final int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** @return the class, {@code null} if it is not part of the JDK */
    private static Class<?> load(final String className) {
        try {
            return Class.forName(className.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
        } catch (final ClassNotFoundException elsewhere) {
            return null;
        }
    }
}
