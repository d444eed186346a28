package org.fewlabel.headless.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fewlabel.headless.slice.RunnableNode;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** What the build compiled: the stand-in for KNIME, the runner and the plug-in. */
final class CompiledClasses {

    private final Map<String, ClassNode> classes = new LinkedHashMap<>();

    CompiledClasses(final Stream<byte[]> files) {
        files.forEach(file -> {
            final var node = new ClassNode();
            new ClassReader(file).accept(node, ClassReader.SKIP_FRAMES);
            classes.put(node.name, node);
        });
    }

    static CompiledClasses ofBuild() {
        try {
            final var location = RunnableNode.class.getProtectionDomain().getCodeSource().getLocation();
            return in(Path.of(location.toURI()));
        } catch (final URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static CompiledClasses in(final Path folder) {
        try (var files = Files.walk(folder)) {
            return new CompiledClasses(files.filter(file -> file.toString().endsWith(".class"))
                .filter(file -> !file.endsWith("module-info.class")).sorted().map(CompiledClasses::bytes));
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return the class, {@code null} if it was not compiled here */
    ClassNode find(final String className) {
        return classes.get(className);
    }

    private Stream<ClassNode> where(final Predicate<String> name) {
        return classes.values().stream().filter(node -> name.test(node.name));
    }

    /** @return the classes of the stand-in that bear KNIME's names */
    Stream<ClassNode> slice() {
        return where(ApiListing::isKnime);
    }

    /** @return all other classes: the plug-in, the runner and what the stand-in keeps to itself */
    Stream<ClassNode> ours() {
        return where(name -> !ApiListing.isKnime(name));
    }

    /** @return the classes that are shipped */
    Stream<ClassNode> plugin() {
        return ours().filter(node -> !node.name.startsWith("org/fewlabel/headless/"));
    }

    /**
     * @return the modifiers of a class, of which those of a nested one are not its own but stand with its outer class;
     *         0 if it is local, anonymous or nested in one that is
     */
    int access(final ClassNode node) {
        if (node.outerMethod != null || node.outerClass != null) {
            return 0;
        }
        return node.innerClasses.stream().filter(inner -> inner.name.equals(node.name)).findFirst()
            .map(inner -> inner.outerName == null ? 0 : inner.access).orElse(node.access);
    }

    /** @return whether other code can see the class */
    boolean isVisible(final ClassNode node) {
        if ((access(node) & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0) {
            return false;
        }
        final var outer = node.innerClasses.stream().filter(inner -> inner.name.equals(node.name)).findFirst()
            .map(inner -> inner.outerName).map(classes::get);
        return outer.map(this::isVisible).orElse(true);
    }
}
