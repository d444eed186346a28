package org.fewlabel.nodes.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.Canceled.assertStops;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.util.Random;
import java.util.function.Consumer;

import org.fewlabel.device.Tensors;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.learn.text.TopicTexts;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.encode.encodercheck.EncoderCheckNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** A user's cancel is honored wherever a node that has to do with encoders is at that moment. */
class EncoderCancelTest {

    private static final Consumer<NodeSettings> LONG = settings -> {
        Trainer.inside(settings, "training", training -> training.addString("size", "LARGE"));
        Trainer.epochs(settings, 1000);
    };

    private static BufferedDataTable large;

    private static BufferedDataTable embedded;

    @BeforeAll
    static void fill() {
        large = TestTable.twoGroups(150_000, "a", "b").build();
        final var random = new Random(1);
        final var rows = 6000;
        embedded = new TestTable().lists("spectrum", cells(rows, i -> random.doubles(400).toArray()))
            .lists("Embedding", cells(rows, i -> random.doubles(60).toArray()))
            .strings("label", cells(rows, i -> i % 2 == 0 ? "a" : i % 3 == 0 ? "b" : null)).build();
    }

    @Test
    void readingRowsStops() throws Exception {
        assertStops(new PretextGeneratorNodeFactory(), s -> {}, 0.01, large);
        assertStops(new AutoencoderNodeFactory(), s -> {}, 0.001, large);
    }

    /**
     * The engine for texts is loaded once, which takes seconds, by one thread; as long as the lock is held, that goes
     * on. Encoders of numbers need none of that.
     */
    @Test
    void loadingTheEngineStops() throws Exception {
        final var words = TopicTexts.of(30, 14, 3).texts();
        final var texts = new TestTable().strings("text", (Object[])words)
            .strings("label", cells(words.length, i -> i < 20 ? "group " + i % 2 : null)).build();
        final var task = TestRun.of(new PretextGeneratorNodeFactory(), s -> {}, texts).object(0);
        final var encoder = TestRun.of(new MaskedEncoderNodeFactory(), s -> Trainer.epochs(s, 1), texts, task)
            .object(0);
        final var table = groups(40).build();
        synchronized (Tensors.class) {
            assertStopsWhileItWaits(new MaskedEncoderNodeFactory(), texts, task);
            assertStopsWhileItWaits(new EncoderApplyNodeFactory(), encoder, texts);
            assertThat(Trainer.DENOISING.run(table).table(1).size()).isEqualTo(3);
        }
        assertThat(TestRun.of(new EncoderApplyNodeFactory(), s -> {}, encoder, texts).table(0).size())
            .as("works afterwards")
            .isEqualTo(texts.size());
    }

    private static void assertStopsWhileItWaits(final NodeFactory<?> factory, final PortObject... in) throws Exception {
        final var before = waiting();
        assertStops(NodeAccess.of(factory), s -> {}, 0, () -> waiting() > before, in);
    }

    /** How many threads cannot go on before the lock of this test is given back. */
    private static long waiting() {
        return Thread.getAllStackTraces().keySet().stream().filter(
            thread -> thread.getName().equals("fewlabel-detached") && thread.getState() == Thread.State.BLOCKED)
            .count();
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"NT_XENT", "VICREG", "MASKED", "VARIATIONAL"})
    void trainingStops(final Trainer trainer) throws Exception {
        final var table = groups(3000).build();
        assertStops(trainer.factory(), trainer.settings(LONG), 0.1001, trainer.inputs(table));
    }

    @Test
    void encodingRowsStops() throws Exception {
        final var encoder = Trainer.DENOISING.train(TestTable.twoGroups(50, "a", "b").build(),
            s -> Trainer.widths(s, "512,512,64"));
        assertStops(new EncoderApplyNodeFactory(), s -> s.addBoolean("errors", true), 0.06, encoder, large);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.201, 0.3, 0.7})
    void checkingAnEmbeddingStops(final double progress) throws Exception {
        assertStops(new EncoderCheckNodeFactory(), s -> {}, progress, embedded);
    }
}
