package org.fewlabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.run.RunListener;
import org.fewlabel.headless.run.WorkflowResult;
import org.fewlabel.headless.run.WorkflowRun;
import org.fewlabel.headless.workflow.NodeOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObjectSpec;

/** The workflows in the README with their results. */
class TestWorkflowsTest {

    private static final int LABEL_PROPAGATOR = 3;

    private static final int SCORER = 4;

    private static final int NEW_ROWS_SCORER = 7;

    /** On a busy machine the limit of Which Is Better? would be reached, and comparisons would be missing. */
    private static final String NO_TIME_LIMIT = "3,minutes,100000,double";

    private static WorkflowResult run(final String workflow, final String... options) throws Exception {
        final var run = load(Path.of("test-workflows", workflow));
        run.apply(Stream.of(options).map(NodeOption::parse).toList());
        final var result = run.execute(RunListener.NONE);
        assertThat(result.succeeded()).isTrue();
        return result;
    }

    private static WorkflowRun load(final Path workflow) throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            final var registry = new PluginXmlRegistry(in, TestWorkflowsTest.class.getClassLoader());
            return WorkflowRun.load(workflow, new BaseNodes().or(registry));
        }
    }

    static Stream<Path> all() throws IOException {
        return Files.list(Path.of("test-workflows")).sorted();
    }

    /** KNIME gives a node whose settings are not complete its defaults, or none. */
    @ParameterizedTest
    @MethodSource("all")
    void theSettingsOfOurNodesAreComplete(final Path workflow) throws Exception {
        final var run = load(workflow);
        for (final var node : run.workflow().nodes()) {
            if (node.factory().startsWith("org.fewlabel.")) {
                final var runnable = run.nodes().get(node.id());
                final var fresh = runnable.defaultSettings(new PortObjectSpec[runnable.inPorts().size()]);
                assertThat(node.model().keySet()).as(workflow + ", " + node.label())
                    .containsExactlyInAnyOrderElementsOf(fresh.keySet());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyWorkflowExplainsItselfAndNamesTheSourceOfItsData(final Path workflow) throws IOException {
        assertThat(Files.readString(workflow.resolve("workflow-metadata.xml"))).contains("Data: ");
        assertThat(workflow.resolve("data").resolve("SOURCE.txt")).isNotEmptyFile();
    }

    @Test
    void breastCancer() throws Exception {
        final var result = run("breast-cancer");
        final var scores = result.table(SCORER, 1);
        assertThat(figure(scores, "unlabeled", "Accuracy", "Rows")).isEqualTo(390);
        assertThat(figure(scores, "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.95, within(0.02));
        assertThat(figure(scores, "unlabeled", "Accuracy", "Baseline")).isCloseTo(0.96, within(0.02));
        assertThat(figure(scores, "unlabeled", "Balanced accuracy", "Prediction")).isCloseTo(0.945, within(0.02));
        final var newRows = result.table(NEW_ROWS_SCORER, 1);
        assertThat(figure(newRows, "held out", "Accuracy", "Rows")).isEqualTo(171);
        assertThat(figure(newRows, "held out", "Accuracy", "Prediction")).isCloseTo(0.95, within(0.02));
        assertThat(result.node(LABEL_PROPAGATOR).warnings()).singleElement().asString()
            .contains("The unlabeled rows do not seem to help", "logistic regression 100 %");
        assertThat(result.node(LABEL_PROPAGATOR).information()).singleElement().asString()
            .startsWith("390 of 390 unlabeled rows were classified from 8 labels. Selected by cross-validation");
    }

    @Test
    void digitsFromOneLabelEach() throws Exception {
        final var result = run("digits");
        for (final var scorer : new int[]{6, 7, 8}) {
            final var scores = result.table(scorer, 1);
            assertThat(figure(scores, "unlabeled", "Accuracy", "Rows")).isEqualTo(1787);
            assertThat(figure(scores, "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.945, within(0.025));
            assertThat(figure(scores, "unlabeled", "Accuracy", "Baseline")).isCloseTo(0.677, within(0.02));
            assertThat(figure(scores, "unlabeled", "Accuracy", "Difference (low)")).isGreaterThan(0.2);
        }
        assertThat(result.node(LABEL_PROPAGATOR).warnings()).singleElement().asString()
            .startsWith("With one label per class, the result cannot be compared with the baseline");
    }

    @Test
    void messyTable() throws Exception {
        final var result = run("messy-table");
        assertThat(result.node(2).warnings()).singleElement().asString().contains(
            "30 rows in 1 group have no prediction");
        assertThat(result.node(2).information()).singleElement().asString().contains("\"nr\", \"serial\"",
            "same values: \"temperature_copy\"", "all values are equal: \"units\"");
        final var predicted = result.table(2, 1);
        final var makers = texts(predicted, "maker");
        final var reached = texts(predicted, "Reached");
        for (var row = 0; row < makers.size(); row++) {
            assertThat(reached.get(row)).isEqualTo(makers.get(row).equals("Acme") ? "true" : "false");
        }
        assertThat(texts(predicted, "Decided by 1").stream().filter(Objects::nonNull).distinct())
            .hasSizeBetween(5, 15);
        final var scores = result.table(3, 1);
        assertThat(figure(scores, "all", "Accuracy", "Prediction")).isCloseTo(0.77, within(0.04));
        assertThat(figure(scores, "all", "Accuracy", "Baseline")).isCloseTo(0.785, within(0.03));
    }

    /** An encoder read from a file gives exactly the embeddings of the saved one. */
    @Test
    void encodeThenPropagate() throws Exception {
        final var result = run("encode-then-propagate");
        final var loaded = byKey(result.table(12, 1));
        assertThat(loaded).hasSize(693);
        assertThat(byKey(result.table(5, 1))).containsAllEntriesOf(loaded);
        final var scores = result.table(8, 1);
        assertThat(figure(scores, "unlabeled", "Accuracy", "Rows")).isEqualTo(1589);
        assertThat(figure(scores, "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.84, within(0.04));
        final var newRows = result.table(14, 1);
        assertThat(figure(newRows, "held out", "Accuracy", "Rows")).isEqualTo(693);
        assertThat(figure(newRows, "held out", "Accuracy", "Prediction")).isCloseTo(0.84, within(0.05));
        final var quality = result.table(6, 1);
        assertThat(texts(quality, "Explanation").get(0)).contains("cross-validated accuracy ", ", 28 labeled rows)");
        assertThat(texts(quality, "Embedding").subList(1, 7)).doesNotContainNull();
        assertThat(texts(quality, "Explanation")).anyMatch(words -> words.contains("It has not collapsed"));
    }

    /** On the pixels, on two halves of the image, and on the embedding of an autoencoder. */
    @Test
    void pseudoLabels() throws Exception {
        final var result = run("pseudo-labels");
        final var scores = result.table(4, 1);
        assertThat(figure(scores, "unlabeled", "Accuracy", "Rows")).isEqualTo(1158);
        assertThat(figure(scores, "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.94, within(0.03));
        assertThat(figure(scores, "unlabeled", "Accuracy", "Difference (low)")).isGreaterThan(0);
        assertThat(texts(result.table(3, 3), "Pseudo-label accuracy").stream().filter(Objects::nonNull))
            .isNotEmpty().allSatisfy(text -> assertThat(Double.parseDouble(text)).isGreaterThan(0.85));
        assertThat(figure(result.table(6, 1), "unlabeled", "Accuracy", "Difference")).isZero();
        assertThat(figure(result.table(9, 1), "held out", "Accuracy", "Prediction")).isCloseTo(0.93, within(0.04));
        assertThat(result.node(5).warnings()).singleElement().asString().contains("The views are not independent");
        assertThat(result.node(10).warnings()).isEmpty();
        assertThat(result.node(10).information()).singleElement().asString().contains("Trained 60 epochs.",
            "Ignored because it is the label column: \"digit\".", "539 held-out rows were ignored.");
        final var losses = texts(result.table(10, 2), "Validation loss");
        assertThat(Double.parseDouble(losses.get(losses.size() - 1))).isLessThan(Double.parseDouble(losses.get(0)) / 2);
        final var encoded = result.table(12, 1);
        assertThat(figure(encoded, "unlabeled", "Accuracy", "Rows")).isEqualTo(1158);
        assertThat(figure(encoded, "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.916, within(0.03));
        assertThat(figure(encoded, "unlabeled", "Accuracy", "Baseline")).isCloseTo(0.877, within(0.03));
        assertThat(figure(encoded, "unlabeled", "Accuracy", "Difference (low)")).isGreaterThan(0);
    }

    /** From scratch and from an encoder; the accuracy of logistic regression on the 40 labels is about 82 %. */
    @Test
    void consistency() throws Exception {
        final var result = run("consistency");
        for (final var scorer : new int[]{7, 11}) {
            final var scores = result.table(scorer, 1);
            assertThat(figure(scores, "held out", "Accuracy", "Rows")).isEqualTo(539);
            assertThat(figure(scores, "held out", "Accuracy", "Prediction")).isCloseTo(0.88, within(0.035));
        }
        assertThat(result.node(5).warnings()).isEmpty();
        assertThat(result.node(5).information()).singleElement().asString().contains("Trained 500 epochs.",
            "539 held-out rows were ignored.");
        for (final var learner : new int[]{5, 9}) {
            final var targets = texts(result.table(learner, 2), "Target accuracy");
            assertThat(targets).doesNotContainNull();
            assertThat(Double.parseDouble(targets.get(targets.size() - 1))).isBetween(0.85, 0.99);
        }
        assertThat(Double.parseDouble(texts(result.table(9, 2), "Supervised loss").get(0)))
            .as("the layer is solved first")
            .isLessThan(Double.parseDouble(texts(result.table(5, 2), "Supervised loss").get(0)) / 2);
    }

    @Test
    void textFewLabels() throws Exception {
        final var result = run("text-few-labels");
        final var bayes = result.table(4, 1);
        assertThat(figure(bayes, "unlabeled", "Accuracy", "Rows")).isEqualTo(784);
        assertThat(figure(bayes, "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.956, within(0.02));
        assertThat(figure(bayes, "unlabeled", "Accuracy", "Baseline")).isCloseTo(0.492, within(0.03));
        assertThat(figure(bayes, "unlabeled", "Accuracy", "Difference (low)")).isGreaterThan(0.4);
        assertThat(figure(result.table(6, 1), "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.84, within(0.04));
        final var begun = result.table(8, 1);
        assertThat(figure(begun, "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.86, within(0.04));
        assertThat(figure(begun, "unlabeled", "Accuracy", "Difference (low)")).as("from Label Propagator's guesses")
            .isGreaterThan(0);
        assertThat(result.node(7).information()).singleElement().asString()
            .contains("The given classifier predicted the pseudo-labels of round 1");
        for (final var learner : new int[]{3, 5, 7}) {
            assertThat(result.node(learner).information()).singleElement().asString()
                .contains("Read as free text: \"message\"");
        }
    }

    @Test
    void whichIsBetter() throws Exception {
        final var result = run("which-is-better", NO_TIME_LIMIT);
        final var scores = result.table(3, 1);
        final var methods = texts(scores, "Method");
        assertThat(methods.subList(0, 7)).containsExactlyInAnyOrder("Logistic regression", "Random forest",
            "Label Propagator", "Pseudo-Labeler", "Contrastive Encoder, logistic regression",
            "Contrastive Encoder, Label Propagator", "Ensemble of all methods");
        assertThat(texts(scores, "Accuracy").subList(0, 7))
            .allSatisfy(text -> assertThat(Double.parseDouble(text)).isGreaterThan(0.8));
        assertThat(texts(result.table(3, 2), "Labels").subList(0, 2)).containsExactly("2.0", "4.0");
        assertThat(result.node(3).information()).singleElement().asString().contains("Recommended: ",
            "Accuracy on held-out labels ", " labels, evaluated in 5 repetitions of ");
        final var newRows = result.table(6, 1);
        assertThat(figure(newRows, "held out", "Accuracy", "Rows")).isEqualTo(171);
        assertThat(figure(newRows, "held out", "Accuracy", "Prediction")).isCloseTo(0.94, within(0.04));
    }

    @Test
    void spokenDigits() throws Exception {
        final var result = run("spoken-digits");
        final var scores = result.table(5, 1);
        assertThat(figure(scores, "unlabeled", "Accuracy", "Rows")).isEqualTo(50);
        assertThat(figure(scores, "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.94, within(0.03));
        assertThat(figure(scores, "unlabeled", "Accuracy", "Baseline")).isCloseTo(0.9, within(0.03));
        assertThat(result.node(2).warnings()).isEmpty();
        assertThat(result.node(2).information()).containsExactly(
            "Selected automatically: sample rate 8000 Hz. Set the same values for new recordings to be predicted.");
    }

    @Test
    void theRecordingsAreThoseThatTheSynthesiserMakes() throws IOException {
        for (final var file : SyntheticSpeech.files().entrySet()) {
            assertThat(SyntheticSpeech.DATA.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
    }

    /**
     * Paths of PNG files; the accuracy of logistic regression on the embedding of the 40 labeled images is about 92 %.
     */
    @Test
    void digitImages() throws Exception {
        final var result = run("digit-images");
        assertThat(result.node(3).warnings()).isEmpty();
        assertThat(result.node(3).information()).singleElement().asString().contains("Selected task: \"Image views\"",
            "Read as images because all text there is the path of an image file: \"file\".",
            "The images in \"file\" have 8 x 8 pixels, grayscale.");
        assertThat(result.table(3, 2).getDataTableSpec().getColumnSpec("file").getType())
            .isEqualTo(PNGImageCellFactory.TYPE);
        assertThat(result.table(3, 2).size()).as("original and two views each").isEqualTo(15);
        assertThat(figure(result.table(7, 1), "unlabeled", "Accuracy", "Rows")).isEqualTo(310);
        assertThat(figure(result.table(7, 1), "unlabeled", "Accuracy", "Prediction")).isCloseTo(0.95, within(0.03));
        assertThat(figure(result.table(11, 1), "held out", "Accuracy", "Rows")).isEqualTo(150);
        assertThat(figure(result.table(11, 1), "held out", "Accuracy", "Prediction")).isCloseTo(0.93, within(0.04));
    }

    /** Sixteen diagnoses, and 8 % of the cells missing. */
    @Test
    void medical() throws Exception {
        final var result = run("medical", NO_TIME_LIMIT);
        assertThat(result.node(3).information()).singleElement().asString().contains("Recommended: ",
            "Accuracy on held-out labels ", " labels, evaluated in 5 repetitions of ");
        assertThat(texts(result.table(3, 1), "Accuracy").subList(0, 7))
            .allSatisfy(text -> assertThat(Double.parseDouble(text)).isGreaterThan(0.7));
        final var newRows = result.table(6, 1);
        assertThat(figure(newRows, "held out", "Accuracy", "Rows")).isEqualTo(171);
        assertThat(figure(newRows, "held out", "Accuracy", "Prediction")).isCloseTo(0.93, within(0.05));
    }

    private static Map<String, String> byKey(final BufferedDataTable encoded) {
        final var embedding = encoded.getDataTableSpec().findColumnIndex("Embedding");
        final var byKey = new HashMap<String, String>();
        for (final var row : encoded) {
            byKey.put(row.getKey().getString(), row.getCell(embedding).toString());
        }
        return byKey;
    }

    private static double figure(final BufferedDataTable scores, final String role, final String measure,
        final String column) {
        final var roles = texts(scores, "Role");
        final var measures = texts(scores, "Measure");
        final var row = IntStream.range(0, roles.size())
            .filter(i -> roles.get(i).equals(role) && measures.get(i).equals(measure)).findFirst().orElseThrow();
        return Double.parseDouble(texts(scores, column).get(row));
    }
}
