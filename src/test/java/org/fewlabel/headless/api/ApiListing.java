package org.fewlabel.headless.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * KNIME's public API of one version. A line is {@code CLASS access super interface,interface} or
 * {@code CLASS METHOD|FIELD name descriptor access}; {@code -} stands for no interfaces.
 */
final class ApiListing {

    /** The versions that the plug-in must run in: the oldest and the newest that there is a list of. */
    static final List<String> VERSIONS = List.of("5.8", "5.12");

    private final String version;

    private final Map<String, ApiClass> classes = new LinkedHashMap<>();

    ApiListing(final String version, final Stream<String> lines) {
        this.version = version;
        lines.filter(line -> !line.isBlank()).forEach(this::read);
    }

    static Stream<ApiListing> all() {
        return VERSIONS.stream().map(ApiListing::ofTestData);
    }

    private static ApiListing ofTestData(final String version) {
        final var resource = "/knime-api/knime-" + version + "-api.txt";
        try (var reader = new BufferedReader(
            new InputStreamReader(ApiListing.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return new ApiListing(version, reader.lines());
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(final String line) {
        final var words = line.split(" ");
        if (words.length < 4) {
            throw new IllegalArgumentException("Not a line of an API list: " + line);
        }
        final var type = classes.computeIfAbsent(words[0], ApiClass::new);
        if ("METHOD".equals(words[1]) || "FIELD".equals(words[1])) {
            type.add(new ApiMember(words[2], words[3], Set.of(words[4].split(","))));
        } else {
            type.describe(Set.of(words[1].split(",")), words[2],
                "-".equals(words[3]) ? List.of() : List.of(words[3].split(",")));
        }
    }

    String version() {
        return version;
    }

    static boolean isKnime(final String className) {
        return className.startsWith("org/knime/");
    }

    /** @return the class, {@code null} if the list does not have it */
    ApiClass find(final String className) {
        return classes.get(className);
    }

    /** @return what to say of a class that the list does not have */
    String absent(final String className) {
        return className + " is not in the list of KNIME " + version + ". Either it is no public API there, or the test"
            + " data must be made anew: see " + RefreshKnimeApi.class.getName();
    }

    /** @return the class and all its listed ancestors, nearest first; superclasses before interfaces */
    Stream<ApiClass> withAncestors(final String className) {
        final Set<String> seen = new LinkedHashSet<>();
        final var todo = new ArrayDeque<>(List.of(className));
        while (!todo.isEmpty()) {
            final var next = todo.poll();
            if (seen.add(next) && classes.containsKey(next)) {
                classes.get(next).parents().forEach(todo::add);
            }
        }
        return seen.stream().map(classes::get).filter(found -> found != null);
    }

    /** @return whether the one class is the other or inherits from it; what is not listed has no ancestors */
    boolean isA(final String className, final String ancestor) {
        return className.equals(ancestor)
            || withAncestors(className).flatMap(ApiClass::parents).anyMatch(ancestor::equals);
    }

    /** @return the member as the class or its nearest listed ancestor declares it, {@code null} if none does */
    ApiMember member(final String className, final String key) {
        return withAncestors(className).map(type -> type.member(key)).filter(found -> found != null).findFirst()
            .orElse(null);
    }

    /** @return the member as an ancestor outside KNIME declares it */
    boolean inheritsFromElsewhere(final String className, final String key) {
        final var outside = Stream.concat(Stream.of("java/lang/Object"),
            withAncestors(className).flatMap(ApiClass::parents).filter(parent -> !isKnime(parent)));
        return outside.distinct().anyMatch(parent -> JdkMembers.declares(parent, key));
    }
}
