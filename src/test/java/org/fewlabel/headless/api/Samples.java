package org.fewlabel.headless.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.objectweb.asm.ClassWriter;

/** Small parts of what was compiled and of what is listed, to show that the checks find what they look for. */
final class Samples {

    private Samples() {
    }

    /** @return only some of the compiled classes */
    static CompiledClasses only(final CompiledClasses compiled, final String... names) {
        return new CompiledClasses(Stream.of(names).map(name -> {
            final var writer = new ClassWriter(0);
            compiled.find(name).accept(writer);
            return writer.toByteArray();
        }));
    }

    /** @return classes of the tests */
    static CompiledClasses ofTests(final Class<?>... types) {
        return new CompiledClasses(Stream.of(types).map(type -> {
            try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                return in.readAllBytes();
            } catch (final IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }));
    }

    /** @return the lines of a class in the list of the oldest version */
    static List<String> lines(final String className) {
        final var resource = "/knime-api/knime-" + ApiListing.VERSIONS.get(0) + "-api.txt";
        try (var in = Samples.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith(className + " ")).toList();
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
