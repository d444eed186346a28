package org.fewlabel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.NodeFacts;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeFactory;

/** Texts for users have American spelling, as KNIME's have. */
class SpellingTest {

    private static final Pattern BRITISH = Pattern.compile("\\b\\w*(?:" + String.join("|", List.of("abell(?:ed|ing)",
        "eighbour", "olour", "ehaviour", "avour", "umour", "onour", "normalis", "standardis", "recognis", "serialis",
        "summaris", "maximis", "minimis", "optimis(?:e|ing|ation)", "randomis", "regularis", "generalis", "initialis",
        "synthesis(?:e|ing)", "organis(?:e|ing|ation)", "analys(?:e[dr]?|ing)\\b", "odell(?:ed|ing)",
        "ancell(?:ed|ing)", "centre", "icence", "\\bgrey", "misspelt", "artefact", "judgement")) + ")\\w*",
        Pattern.CASE_INSENSITIVE);

    /** What is stored or typed as it is: options, methods and columns of {@code ./bench}, keys of settings, a file. */
    private static final Pattern FIXED = Pattern.compile("--labelled|--neighbours|labelled-only|labelled_only"
        + "|columns,neighbours,classes|tumours\\.csv|key=\"[^\"]*\"");

    /** Of the files of a workflow that have no other texts of ours: annotations. */
    private static final Pattern ANNOTATION = Pattern.compile("key=\"text\" type=\"xstring\" value=\"([^\"]*)\"");

    private static final Pattern USAGE = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);

    private static Map<String, List<String>> british(final Map<String, String> texts) {
        final var found = new TreeMap<String, List<String>>();
        texts.forEach((name, text) -> {
            final var words = BRITISH.matcher(FIXED.matcher(text).replaceAll("")).results().map(MatchResult::group)
                .distinct().toList();
            if (!words.isEmpty()) {
                found.put(name, words);
            }
        });
        return found;
    }

    private static Map<String, String> files(final String folder, final String pattern) throws IOException {
        final var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (final var file : files.filter(path -> path.toString().matches(pattern)).toList()) {
                texts.put(file.toString(), Files.readString(file));
            }
        }
        assertThat(texts).as("files in " + folder).isNotEmpty();
        return texts;
    }

    private static String found(final Pattern pattern, final String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.joining("\n"));
    }

    @Test
    void findsBritishWordsAndNoOthers() {
        assertThat(british(Map.of("a", "Unlabelled neighbours in grey; the licence was normalised and analysed."))
            .get("a")).containsExactly("Unlabelled", "neighbours", "grey", "licence", "normalised", "analysed");
        assertThat(
            british(Map.of("a", "A labeled neighbor; ./bench cost --labelled 100; methods labelled-only; optimistic,"
                + " cancellation, analysis, synthesis, license, gray, center")))
            .isEmpty();
    }

    @Test
    void documents() throws IOException {
        final var texts = files("docs", ".*\\.(md|svg)");
        for (final var file : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "plugin.xml")) {
            texts.put(file, Files.readString(Path.of(file)));
        }
        texts.putAll(files("features", ".*\\.(xml|inf)"));
        assertThat(british(texts)).isEmpty();
    }

    @Test
    void workflows() throws IOException {
        final var texts = files("test-workflows", ".*(workflow-metadata\\.xml|SOURCE\\.txt)");
        files("test-workflows", ".*(settings\\.xml|workflow\\.knime)")
            .forEach((name, text) -> texts.put(name, found(ANNOTATION, text)));
        assertThat(british(texts)).isEmpty();
    }

    @Test
    void helpOnTheCommandLine() throws IOException {
        final var texts = new TreeMap<String, String>();
        for (final var file : List.of("src/bench/java/org/fewlabel/bench/Bench.java",
            "src/headless/java/org/fewlabel/headless/cli/Usage.java")) {
            texts.put(file, found(USAGE, Files.readString(Path.of(file))));
        }
        assertThat(texts.values()).allSatisfy(text -> assertThat(text).contains("Usage: "));
        assertThat(british(texts)).isEmpty();
    }

    @Test
    void nodesAndTheirDialogs() throws Exception {
        final var texts = new TreeMap<String, String>();
        final var nodes = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse("plugin.xml")
            .getElementsByTagName("node");
        for (var i = 0; i < nodes.getLength(); i++) {
            final var name = nodes.item(i).getAttributes().getNamedItem("factory-class").getNodeValue();
            final var facts = NodeAccess.facts((NodeFactory<?>)Class.forName(name).getConstructor().newInstance());
            texts.put(facts.name(), String.join("\n", texts(facts)));
        }
        assertThat(texts).hasSizeGreaterThan(10);
        assertThat(british(texts)).isEmpty();
    }

    private static List<String> texts(final NodeFacts facts) {
        final var texts = new ArrayList<>(List.of(facts.summary(), facts.descriptionText()));
        texts.addAll(facts.keywords());
        facts.resources().forEach(resource -> texts.add(resource.description()));
        Stream.concat(facts.inputs().stream(), facts.outputs().stream())
            .forEach(port -> texts.addAll(List.of(port.name(), port.description())));
        facts.parameters().forEach(parameter -> {
            texts.addAll(List.of(parameter.title(), parameter.description(), parameter.section()));
            parameter.choices().forEach(choice -> texts.addAll(List.of(choice.title(), choice.description())));
            parameter.checks().forEach(check -> texts.add(check.message()));
        });
        return texts;
    }
}
