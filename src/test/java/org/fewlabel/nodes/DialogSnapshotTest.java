package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.NodeFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;

/**
 * The sections and fields of every dialog, in the order in which the user sees them, are those of a text file per node:
 * so the diff of a change shows what becomes of the dialogs.
 */
class DialogSnapshotTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "fewlabel", "nodes", "dialogs");

    private static final String FIRST = "Data";

    private static final String TRAINING = "Training";

    private static final String LAST = "Output";

    private static final List<String> SHARED = List.of(FIRST, "Method", "Rounds", "Network", TRAINING, LAST);

    private static final String RENEW = "dialogs.renew";

    private static Path file(final NodeFactory<?> factory) {
        return FOLDER.resolve(factory.getClass().getSimpleName().replaceFirst("NodeFactory$", ".txt"));
    }

    @ParameterizedTest
    @MethodSource("org.fewlabel.nodes.EveryNodeTest#factories")
    void theDialogIsAsItIsWrittenDown(final NodeFactory<?> factory) throws IOException {
        final var file = file(factory);
        final var written = Files.exists(file) ? Files.readString(file) : "";
        final var dialog = DialogText.of(NodeAccess.facts(factory));
        if (Boolean.getBoolean(RENEW) && !dialog.equals(written)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, dialog);
            fail("%s is written anew. Look at its diff, then run this again without -D%s.", file, RENEW);
        }
        assertThat(dialog).as("the dialog, which %s. If it is to be as it is now: mvn test -Dtest=%s -D%s=true writes "
            + "the file anew", written.isEmpty() ? "should stand in " + file : "differs from " + file,
            getClass().getSimpleName(), RENEW).isEqualTo(written);
    }

    /**
     * Data first, then the method, for which a node may have a section of its own, then how it trains, then what is put
     * out: a renewed file could say otherwise.
     */
    @ParameterizedTest
    @MethodSource("org.fewlabel.nodes.EveryNodeTest#factories")
    void sectionsComeInTheOrderThatAllDialogsShare(final NodeFactory<?> factory) {
        final var sections = NodeAccess.facts(factory).parameters().stream().map(NodeFacts.Parameter::section)
            .filter(section -> !section.isEmpty()).distinct().toList();
        assertThat(sections).filteredOn(SHARED::contains)
            .containsExactlyElementsOf(SHARED.stream().filter(sections::contains).toList());
        if (sections.contains(FIRST)) {
            assertThat(sections).startsWith(FIRST);
        }
        final var end = Stream.of(TRAINING, LAST).filter(sections::contains).toList();
        assertThat(sections.subList(sections.size() - end.size(), sections.size())).isEqualTo(end);
    }

    @Test
    void noFileIsLeftOfARemovedNode() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(
                EveryNodeTest.factories().map(DialogSnapshotTest::file).toList());
        }
    }
}
