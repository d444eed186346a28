package org.fewlabel.nodes.encode.maskedencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.Canceled.assertStops;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.learn.text.TopicTexts;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.Trainer;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.nodes.label.consistencylearner.ConsistencyRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** The nodes for encoders on a table whose only feature is free text. */
class MaskedWordsTest {

    private static final TopicTexts TOPICS = TopicTexts.of(30, 14, 3);

    @BeforeAll
    static void register() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, MaskedWordsTest.class.getClassLoader()).registerPortTypes();
        }
    }

    private static TestTable table() {
        return labeled(TOPICS);
    }

    private static TestTable labeled(final TopicTexts topics) {
        final var labels = IntStream.range(0, topics.texts().length)
            .mapToObj(i -> i < 24 ? TopicTexts.NAMES.get(topics.topics()[i]) : null).toArray();
        return new TestTable().strings("text", (Object[])topics.texts()).strings("label", labels);
    }

    private static TestRun task(final BufferedDataTable table) throws Exception {
        return TestRun.of(new PretextGeneratorNodeFactory(), s -> {}, table);
    }

    private static void shortly(final NodeSettings settings) {
        Trainer.inside(settings, "training", training -> training.addString("size", "SMALL"));
        Trainer.epochs(settings, 2);
    }

    @Test
    void theExamplesShowMaskedTextsAndWhatStoodThere() throws Exception {
        final var run = task(table().build());
        assertThat(run.information()).contains("Selected task: \"Mask words\", because the only feature is a text.");
        final var examples = run.table(1);
        assertThat(texts(examples, "Shown").subList(0, 4)).containsExactly("original", "masked", "view 1", "view 2");
        final var shown = texts(examples, "text");
        final var targets = texts(examples, "Target");
        final var masks = IntStream.range(0, 5).filter(i -> shown.get(4 * i + 1).contains("[MASK]")).count();
        assertThat(masks).as("of five examples, in each of which two pieces are asked").isGreaterThanOrEqualTo(3);
        for (var i = 0; i < 5; i++) {
            final var asked = targets.get(4 * i + 1).replace("Masked Encoder: predict ", "").split(", ");
            assertThat(asked).isNotEmpty();
            for (final var piece : asked) {
                assertThat(shown.get(4 * i).toLowerCase()).contains(piece.replace("##", ""));
            }
        }
        assertThat(texts(task(table().build()).table(1), "text")).as("the same seed").isEqualTo(shown);
    }

    static Stream<NodeFactory<?>> encoders() {
        return Stream.of(new MaskedEncoderNodeFactory(), new ContrastiveEncoderNodeFactory());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void encodersReadWords(final NodeFactory<?> factory) throws Exception {
        final var table = table().build();
        final var run = TestRun.of(factory, MaskedWordsTest::shortly, table, task(table).object(0));
        assertThat(run.information()).contains(" word pieces of each text in \"text\" are used.");
        assertThat(run.table(1).size()).isEqualTo(2);
        final var applied = TestRun.of(new EncoderApplyNodeFactory(), run.object(0), table);
        assertThat(texts(applied.table(0), "Embedding")).doesNotContainNull().doesNotHaveDuplicates();
        assertThatThrownBy(
            () -> TestRun.of(new EncoderApplyNodeFactory(), s -> s.addBoolean("errors", true), run.object(0), table))
            .hasMessageContaining("reconstruct");
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void trainingStops(final NodeFactory<?> factory) throws Exception {
        final var table = labeled(TopicTexts.of(300, 60, 1)).build();
        assertStops(factory, s -> Trainer.epochs(s, 100), 0.1001, table, task(table).object(0));
    }

    @Test
    void aTextBesideOtherColumnsIsReadAsAVector() throws Exception {
        final var numbers = IntStream.range(0, TOPICS.texts().length).mapToObj(i -> (double)(i % 7)).toArray();
        final var table = table().doubles("x", (Object[])numbers).build();
        final var run = task(table);
        assertThat(run.information()).contains("Selected task: \"Mask\"",
            "Texts are read as vectors for this task. To mask words, use one text as the only feature.");
        assertThat(
            TestRun.of(new MaskedEncoderNodeFactory(), MaskedWordsTest::shortly, table, run.object(0)).information())
            .doesNotContain("word pieces");
        assertThatThrownBy(
            () -> TestRun.of(new PretextGeneratorNodeFactory(), s -> s.addString("task", "WORDS"), table))
            .hasMessageContaining("the only column must be one of free text");
    }

    @Test
    void consistencyLearnerTakesTheTaskWithAndWithoutAnEncoder() throws Exception {
        final var table = table().build();
        final var task = task(table).object(0);
        final var encoder = TestRun.of(new MaskedEncoderNodeFactory(), MaskedWordsTest::shortly, table, task).object(0);
        for (final var ports : List.of(new PortObject[]{table, task},
            new PortObject[]{table, task, encoder})) {
            final var predicted = ConsistencyRun.run(ConsistencyRun.QUICK.andThen(s -> ConsistencyRun.epochs(s, 2)),
                ports);
            assertThat(ConsistencyRun.predicted(predicted.object(0), table, "Prediction (label)")).doesNotContainNull();
        }
        assertThatThrownBy(() -> ConsistencyRun.run(
            ConsistencyRun.QUICK.andThen(s -> s.addString("method", "VIRTUAL_ADVERSARIAL")), table, task,
            encoder)).hasMessageContaining("Virtual adversarial training needs numbers, but the encoder reads words.");
    }
}
