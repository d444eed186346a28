package org.fewlabel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What byte code does not show: the length of the sources, and that every package has a description. */
class SourcesTest {

    private static final int MOST_LINES = 400;

    private static final int LONGEST_LINE = 120;

    private static final List<Path> ROOTS = List.of(Path.of("src/main/java"), Path.of("src/headless/java"),
        Path.of("src/test/java"), Path.of("src/bench/java"));

    private static List<Path> sources;

    @BeforeAll
    static void findSources() throws IOException {
        sources = new ArrayList<>();
        for (final var root : ROOTS) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        assertThat(sources).isNotEmpty();
    }

    @Test
    void noClassIsLong() {
        assertThat(sources).allSatisfy(
            source -> assertThat(Files.readAllLines(source)).as("%s", source).hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    /** The formatter breaks code, but neither comments nor texts. */
    @Test
    void noLineIsLong() {
        assertThat(sources).allSatisfy(source -> assertThat(Files.readAllLines(source)).as("%s", source)
            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(LONGEST_LINE)));
    }

    @Test
    void everyPackageOfThePlugInAndTheRunnerHasADescription() {
        final var packages = new TreeSet<Path>();
        sources.stream().filter(source -> !source.startsWith("src/test") && !source.startsWith("src/bench"))
            .forEach(source -> packages.add(source.getParent()));
        assertThat(packages).allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }

    @Test
    void nothingIsLeftForLater() {
        final var later = List.of("TO" + "DO", "FIX" + "ME", "X" + "XX");
        assertThat(sources).allSatisfy(source -> assertThat(Files.readString(source)).as("%s", source)
            .doesNotContain(later.toArray(String[]::new)));
    }

    /** One name means one thing: no two classes of the plug-in share theirs, whatever their packages. */
    @Test
    void noNameIsGivenTwice() {
        final var names = sources.stream().filter(source -> source.startsWith("src/main/java"))
            .map(source -> source.getFileName().toString()).filter(name -> !name.equals("package-info.java")).toList();
        assertThat(names).doesNotHaveDuplicates();
    }
}
