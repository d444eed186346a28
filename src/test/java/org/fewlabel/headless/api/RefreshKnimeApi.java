package org.fewlabel.headless.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the lists in {@code src/test/resources/knime-api} anew from full lists of KNIME's API, one file per version:
 *
 * <pre>
 * mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.0:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=org.fewlabel.headless.api.RefreshKnimeApi \
 *     -Dexec.args="FOLDER/knime-5.8-api.txt FOLDER/knime-5.12-api.txt"
 * </pre>
 *
 * <p>A full list has a line for every public or protected class, field and method of the packages that {@code
 * org.knime.core}, {@code org.knime.core.util} and {@code org.knime.core.ui} export, as {@link ApiListing} reads it.
 * Kept are the lines of the classes that the stand-in has or that anything compiled here refers to, and of their
 * ancestors. Classes that a full list does not have are left out; the tests then say what they miss.
 */
public final class RefreshKnimeApi {

    private static final Path TEST_DATA = Path.of("src", "test", "resources", "knime-api");

    private RefreshKnimeApi() {
    }

    /**
     * @param args the full lists
     * @throws IOException if a list cannot be read or written
     */
    public static void main(final String... args) throws IOException {
        if (args.length != ApiListing.VERSIONS.size()) {
            throw new IllegalArgumentException("Name the full lists of KNIME " + ApiListing.VERSIONS + ".");
        }
        final var needed = needed(CompiledClasses.ofBuild());
        Files.createDirectories(TEST_DATA);
        for (var i = 0; i < args.length; i++) {
            Files.write(TEST_DATA.resolve("knime-" + ApiListing.VERSIONS.get(i) + "-api.txt"),
                trim(Files.readAllLines(Path.of(args[i])), needed));
        }
    }

    private static Set<String> needed(final CompiledClasses compiled) {
        final var needed = new TreeSet<String>();
        compiled.slice().filter(compiled::isVisible).forEach(node -> needed.add(node.name));
        compiled.ours().forEach(node -> needed.addAll(new KnimeReferences(node, compiled).classes()));
        return needed;
    }

    /** @return the lines of the needed classes and their ancestors, in the order of the list */
    static List<String> trim(final List<String> lines, final Set<String> needed) {
        final Map<String, List<String>> byClass = lines.stream().collect(Collectors
            .groupingBy(line -> line.substring(0, line.indexOf(' ')), LinkedHashMap::new, Collectors.toList()));
        final var listing = new ApiListing("full", lines.stream());
        final var kept = new TreeSet<String>();
        final var todo = new ArrayDeque<>(needed);
        while (!todo.isEmpty()) {
            final var next = listing.find(todo.poll());
            if (next != null && kept.add(next.name())) {
                next.parents().forEach(todo::add);
            }
        }
        return byClass.entrySet().stream().filter(entry -> kept.contains(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream()).toList();
    }
}
