package org.fewlabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.run.RunListener;
import org.fewlabel.headless.run.WorkflowRun;
import org.fewlabel.headless.slice.NodeAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.w3c.dom.Element;

/** What the texts for people say is so. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    private static List<String> matches(final Path file, final String pattern) throws IOException {
        final var found = new ArrayList<String>();
        final var matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** The README and all other documents. */
    static List<Path> documents() throws IOException {
        final var documents = new ArrayList<>(List.of(README, Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        try (var files = Files.list(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    private static List<String> sources(final String root) throws IOException {
        try (var files = Files.walk(Path.of(root))) {
            return files.map(path -> path.getFileName().toString().replace(".java", "")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(final Path file) throws IOException {
        assertThat(matches(file, "\\]\\(([^)#]+)(?:#[^)]*)?\\)")).filteredOn(link -> !link.startsWith("https://"))
            .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTestThatIsNamedExists(final Path file) throws IOException {
        assertThat(sources("src/test/java")).containsAll(matches(file, "\\b([A-Z]\\w+(?:Test|IT))\\b"));
    }

    @Test
    void everyClassInTheGlossaryExists() throws IOException {
        final var classes = matches(Path.of("docs", "glossary.md"), "`([A-Z]\\w+)");
        assertThat(classes).hasSizeGreaterThan(50);
        assertThat(sources("src/main/java")).containsAll(classes);
    }

    @Test
    void theReadmeListsTheNodesThatThereAre() throws Exception {
        final var nodes = new ArrayList<String>();
        final var elements = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(Path.of("plugin.xml").toFile()).getElementsByTagName("node");
        for (int i = 0; i < elements.getLength(); i++) {
            final var factory = ((Element)elements.item(i)).getAttribute("factory-class");
            nodes.add(
                NodeAccess.facts((NodeFactory<?>)Class.forName(factory).getDeclaredConstructor().newInstance()).name());
        }
        assertThat(matches(README, "(?m)^\\| !\\[\\]\\([^)]+\\) \\| \\*\\*([^*]+)\\*\\*"))
            .containsExactlyElementsOf(nodes);
    }

    @Test
    void theReadmesFiguresAreThoseOfTheWorkflow() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            final var registry = new PluginXmlRegistry(in, ReadmeTest.class.getClassLoader());
            final var scores = WorkflowRun.load(Path.of("test-workflows/breast-cancer"), new BaseNodes().or(registry))
                .execute(RunListener.NONE).table(4, 1);
            final var readme = Files.readString(README);
            for (final var column : List.of("Prediction", "Baseline")) {
                final var accuracy = Double.parseDouble(texts(scores, column).get(0));
                assertThat(readme).contains(String.format(Locale.ROOT, "%.5f", accuracy),
                    String.format(Locale.ROOT, "%.1f %%", 100 * accuracy));
            }
        }
    }
}
