package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.label.RoundTables.PREDICTION;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.learn.text.TopicTexts;
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.nodes.judge.whichisbetter.WhichIsBetterNodeFactory;
import org.fewlabel.nodes.label.RoundTables;
import org.fewlabel.nodes.label.cotrainer.CoTrainerNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.nodes.label.pseudolabeler.PseudoLabelerNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** All nodes on tables of texts. */
class TextNodesTest {

    private static final int PER_TOPIC = 120;

    private static final TopicTexts TOPICS = TopicTexts.of(PER_TOPIC, 50, 3);

    private static final String READ = "Read as free text: \"text\".";

    @BeforeAll
    static void register() throws Exception {
        RoundTables.registerPortTypes();
    }

    private static TestTable table(final int perTopic) {
        return new TestTable().strings("text", (Object[])TOPICS.texts()).strings("label", labels(perTopic));
    }

    private static Object[] labels(final int perTopic) {
        return IntStream.range(0, TOPICS.texts().length)
            .mapToObj(i -> i < 4 * perTopic ? TopicTexts.NAMES.get(TOPICS.topics()[i]) : null).toArray();
    }

    private static double share(final TestRun run, final String column) {
        final var predicted = texts(run.table(0), column);
        return IntStream.range(0, predicted.size())
            .filter(i -> TopicTexts.NAMES.get(TOPICS.topics()[i]).equals(predicted.get(i)))
            .count() / (double)predicted.size();
    }

    private static TestRun run(final NodeFactory<?> factory, final BufferedDataTable table) throws Exception {
        return TestRun.of(factory, s -> {}, table);
    }

    @Test
    void pseudoLabelerTakesNaiveBayesWithEm(@TempDir final Path folder) throws Exception {
        final var run = run(new PseudoLabelerNodeFactory(), table(4).build());
        assertThat(run.sentences()).contains(READ,
            "The base learner is Naive Bayes on words with EM, which suits texts.",
            "With few labels, unlabeled texts usually help");
        assertThat(share(run, PREDICTION)).isGreaterThan(0.8);
        assertThat(share(run, "Baseline (label)")).isLessThan(0.65);
        RoundTables.assertPredictsTheSameWhenLoaded((ClassifierPortObject)run.object(1), folder, table(0).build());
    }

    @Test
    void labelPropagatorComparesTextsByTheirDirection(@TempDir final Path folder) throws Exception {
        final var run = run(new LabelPropagatorNodeFactory(), table(10).build());
        assertThat(run.sentences()).contains(READ);
        assertThat(share(run, PREDICTION)).isGreaterThan(0.6);
        RoundTables.assertPredictsTheSameWhenLoaded((ClassifierPortObject)run.object(1), folder, table(0).build());
    }

    @Test
    void coTrainerTakesTwoTextsAsTwoViews() throws Exception {
        final var second = TopicTexts.of(PER_TOPIC, 50, 3).texts();
        final var halves = Arrays.stream(second).map(t -> t.substring(t.length() / 2)).toArray();
        final var table = new TestTable()
            .strings("text", Arrays.stream(second).map(t -> t.substring(0, t.length() / 2)).toArray())
            .strings("more", halves).strings("label", labels(12)).build();
        final var run = TestRun.of(new CoTrainerNodeFactory(), s -> s.addString("method", "CO_TRAINING"), table);
        assertThat(run.sentences()).contains("Read as free text: \"text\", \"more\".", "labels: View A ");
        assertThat(share(run, PREDICTION)).isGreaterThan(0.4);
    }

    static Stream<NodeFactory<?>> learners() {
        return Stream.of(new PseudoLabelerNodeFactory(), new LabelPropagatorNodeFactory());
    }

    @ParameterizedTest
    @MethodSource("learners")
    void oddTextsAreNoTrouble(final NodeFactory<?> factory) throws Exception {
        final var odd = new Object[]{"", "   ", "yes", "\ud83d\ude00\ud83d\ude02",
            "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
            "<p>bold <b>move</b> of mine</p>", "a sentence ".repeat(90_000), "x".repeat(1 << 20), null};
        final var cells = IntStream.range(0, 40 + odd.length)
            .mapToObj(i -> i < odd.length ? odd[i] : (i % 2 == 0 ? "the cat sat on mat " : "my dog ran in park ") + i)
            .toArray();
        final var labels = new Object[cells.length];
        labels[9] = "dog";
        labels[10] = "cat";
        labels[11] = "dog";
        labels[12] = "cat";
        final var table = new TestTable().strings("text", cells).strings("label", labels).build();
        final var run = run(factory, table);
        assertThat(run.sentences()).contains(READ);
        final var predicted = texts(run.table(0), PREDICTION);
        for (var i = 13; i < cells.length; i++) {
            assertThat(predicted.get(i)).as("of row %d", i).isEqualTo(i % 2 == 0 ? "cat" : "dog");
        }
        assertThat(texts(TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1), table).table(0), PREDICTION))
            .hasSize(cells.length);
    }

    @Test
    void mixedTablesWork() throws Exception {
        final var numbers = IntStream.range(0, TOPICS.texts().length).mapToObj(i -> (double)(i % 7)).toArray();
        final var table = table(5).doubles("x", (Object[])numbers).build();
        for (final var factory : new NodeFactory<?>[]{new PseudoLabelerNodeFactory(),
            new LabelPropagatorNodeFactory()}) {
            final var run = run(factory, table);
            assertThat(run.sentences()).contains(READ);
            assertThat(texts(run.table(0), PREDICTION)).filteredOn(p -> p != null).hasSizeGreaterThan(3 * PER_TOPIC);
        }
    }

    @Test
    void whatIsTextTheUserCanSay() throws Exception {
        final var none = reading("NONE");
        assertThatThrownBy(() -> TestRun.of(new LabelPropagatorNodeFactory(), none, table(4).build()))
            .hasMessageContaining("No usable feature column is left")
            .hasMessageContaining("every value is unique (probably an ID)");
        final var names = IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? "red apple" : "green pear").toArray();
        final var labels = IntStream.range(0, 40).mapToObj(i -> i > 3 ? null : i % 2 == 0 ? "a" : "b").toArray();
        final var table = new TestTable().strings("text", names).strings("label", labels).build();
        assertThat(run(new LabelPropagatorNodeFactory(), table).sentences()).doesNotContain("free text");
        final var all = TestRun.of(new LabelPropagatorNodeFactory(), reading("ALL"), table);
        assertThat(all.sentences()).contains(READ);
        assertThat(texts(all.table(0), PREDICTION))
            .isEqualTo(IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? "a" : "b").toList());
    }

    private static Consumer<NodeSettings> reading(final String choice) {
        return settings -> settings.addString("texts", choice);
    }

    @Test
    void whichIsBetterComparesMethodsForText() throws Exception {
        final var few = TopicTexts.of(15, 20, 3);
        final var labels = IntStream.range(0, 60).mapToObj(i -> i < 32 ? TopicTexts.NAMES.get(few.topics()[i]) : null)
            .toArray();
        final var run = TestRun.of(new WhichIsBetterNodeFactory(), settings -> {
            settings.addInt("draws", 2);
            settings.addDouble("minutes", 1e6);
            settings.addBoolean("selfSupervised", false);
            settings.addBoolean("both", false);
        }, new TestTable().strings("text", (Object[])few.texts()).strings("label", labels).build());
        assertThat(run.sentences()).contains(READ);
        assertThat(texts(run.table(0), "Method")).contains("Logistic regression", "Pseudo-Labeler", "Label Propagator");
    }

    static Stream<NodeFactory<?>> encoders() {
        return Stream.of(new ContrastiveEncoderNodeFactory(), new MaskedEncoderNodeFactory());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void encodersLearnFromTexts(final NodeFactory<?> factory) throws Exception {
        final var table = table(4).build();
        final var pretext = run(new PretextGeneratorNodeFactory(), table);
        assertThat(pretext.sentences()).contains(READ);
        assertEncodes(TestRun.of(factory, TextNodesTest::shortly, table, pretext.object(0)).object(0), table);
    }

    @Test
    void theAutoencoderLearnsFromTexts() throws Exception {
        final var table = table(4).build();
        assertEncodes(TestRun.of(new AutoencoderNodeFactory(), TextNodesTest::shortly, table).object(0), table);
    }

    private static void shortly(final NodeSettings settings) {
        try {
            final var training = settings.getNodeSettings("training");
            training.addBoolean("epochs_is_present", true);
            training.addInt("epochs", 2);
        } catch (final org.knime.core.node.InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertEncodes(final PortObject encoder, final BufferedDataTable table) throws Exception {
        final var embedded = TestRun.of(new EncoderApplyNodeFactory(), encoder, table).table(0);
        assertThat(texts(embedded, "Embedding")).doesNotContainNull().hasSize(4 * PER_TOPIC);
    }
}
