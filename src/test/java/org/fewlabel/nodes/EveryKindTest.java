package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.TestTable.texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.fewlabel.learn.text.TopicTexts;
import org.fewlabel.nodes.encode.Trainer;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.judge.whichisbetter.WhichIsBetterNodeFactory;
import org.fewlabel.nodes.label.consistencylearner.ConsistencyLearnerNodeFactory;
import org.fewlabel.nodes.label.cotrainer.CoTrainerNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.nodes.label.pseudolabeler.PseudoLabelerNodeFactory;
import org.fewlabel.table.image.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Every learner on every kind of column, alone and all beside each other, with missing cells, and on new rows. */
class EveryKindTest {

    private static final int ROWS = 120;

    private static final int SIDE = 8;

    private static final int LABELED = 16;

    /** Enough of each topic for two tables. */
    private static final TopicTexts TOPICS = TopicTexts.of(ROWS, 30, 1);

    /** The kinds of features; each separates the two classes. */
    enum Kind {
        NUMBERS, CATEGORIES, TEXT, IMAGES, SPECTROGRAMS, ALL;

        BufferedDataTable table(final int labeled, final boolean fresh) {
            final var random = new Random(fresh ? 2 : 1);
            final var table = new TestTable();
            if (this == NUMBERS || this == ALL) {
                table.doubles("size", cells(i -> 3.0 * (i % 2) + random.nextGaussian()))
                    .doubles("weight", cells(i -> -2.0 * (i % 2) + random.nextGaussian()));
            }
            if (this == CATEGORIES || this == ALL) {
                table.strings("colour", cells(i -> i % 2 == 0 ^ random.nextInt(10) == 0 ? "red" : "blue"))
                    .strings("form",
                        cells(i -> i % 2 == 0 ^ random.nextInt(10) == 0 ? "round" : i % 3 == 0 ? "flat" : "long"));
            }
            if (this == TEXT || this == ALL) {
                final var of = new int[2][];
                Arrays.setAll(of,
                    t -> IntStream.range(0, TOPICS.topics().length).filter(i -> TOPICS.topics()[i] == t).toArray());
                table.strings("text", cells(i -> TOPICS.texts()[of[i % 2][(fresh ? ROWS / 2 : 0) + i / 2]]));
            }
            if (this == IMAGES || this == ALL) {
                table.images("picture", cells(i -> bar(random, i % 2 == 0)));
            }
            if (this == SPECTROGRAMS || this == ALL) {
                table.vectors("sound", cells(i -> random.doubles(24).map(v -> v + i % 2).toArray()));
            }
            return table
                .strings("label", IntStream.range(0, ROWS).mapToObj(i -> i < labeled ? className(i) : null).toArray())
                .build();
        }
    }

    private static String className(final int row) {
        return row % 2 == 0 ? "even" : "odd";
    }

    /** Every fortieth cell is missing, from the twentieth on. */
    private static Object[] cells(final IntFunction<Object> cell) {
        return IntStream.range(0, ROWS).mapToObj(i -> i % 40 == 19 ? null : cell.apply(i)).toArray();
    }

    private static byte[] bar(final Random random, final boolean lying) {
        final var pixels = new int[SIDE * SIDE];
        Arrays.setAll(pixels, p -> random.nextInt(40));
        final var at = 1 + random.nextInt(SIDE - 2);
        for (var along = 0; along < SIDE; along++) {
            pixels[lying ? at * SIDE + along : along * SIDE + at] = 220;
        }
        return Files.gray(SIDE, SIDE, pixels);
    }

    /** Asserts an accuracy well above that of chance, one half. */
    private static void assertRight(final String what, final BufferedDataTable table) {
        final var predicted = texts(table, "Prediction (label)");
        assertThat(predicted).hasSize(ROWS);
        final var right = IntStream.range(LABELED, ROWS).filter(i -> className(i).equals(predicted.get(i))).count();
        assertThat(right / (double)(ROWS - LABELED)).as(what).isGreaterThan(0.6);
    }

    private static BufferedDataTable predicted(final PortObject classifier, final BufferedDataTable fresh)
        throws Exception {
        return TestRun.of(new FewLabelPredictorNodeFactory(), classifier, fresh).table(0);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void learnersOfLabels(final Kind kind) throws Exception {
        final var table = kind.table(LABELED, false);
        final var fresh = kind.table(0, true);
        final var factories = new ArrayList<NodeFactory<?>>(
            List.of(new LabelPropagatorNodeFactory(), new PseudoLabelerNodeFactory()));
        if (table.getDataTableSpec().getNumColumns() > 2) { // two views
            factories.add(new CoTrainerNodeFactory());
        }
        for (final var factory : factories) {
            final var run = TestRun.of(factory, table);
            final var what = factory.getClass().getSimpleName();
            assertRight(what, run.table(0));
            assertRight(what + ", new rows", predicted(run.object(1), fresh));
        }
    }

    private static Consumer<NodeSettings> small(final int epochs) {
        return settings -> {
            Trainer.inside(settings, "training", training -> training.addString("size", "SMALL"));
            Trainer.epochs(settings, epochs);
        };
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void learnersOfNetworks(final Kind kind) throws Exception {
        final var table = kind.table(LABELED, false);
        final var fresh = kind.table(0, true);
        final var task = Trainer.task(table, "AUTOMATIC").object(0);
        final var learned = TestRun.of(new ConsistencyLearnerNodeFactory(), small(kind == Kind.TEXT ? 5 : 40), table,
            task);
        final var on = predicted(learned.object(0), fresh);
        if (kind == Kind.TEXT) { // words need more texts and more time than a test has
            assertThat(texts(on, "Prediction (label)")).doesNotContainNull();
        } else {
            assertRight("Consistency Learner", on);
        }
        for (final NodeFactory<?> factory : List.of(new ContrastiveEncoderNodeFactory(),
            new MaskedEncoderNodeFactory())) {
            final var encoder = TestRun.of(factory, small(kind == Kind.TEXT ? 2 : 20), table, task);
            final var embedded = TestRun.of(new EncoderApplyNodeFactory(), encoder.object(0), table).table(0);
            assertThat(texts(embedded, "Embedding")).hasSize(ROWS).doesNotContainNull()
                .noneMatch(embedding -> embedding.contains("NaN"));
        }
    }

    @Test
    void whichIsBetterOfAllKindsTogether() throws Exception {
        final var run = TestRun.of(new WhichIsBetterNodeFactory(), settings -> {
            settings.addInt("draws", 2);
            settings.addDouble("minutes", 1e6);
            settings.addBoolean("selfSupervised", false);
            settings.addBoolean("both", false);
        }, Kind.ALL.table(LABELED, false));
        assertRight("Which Is Better?", predicted(run.object(2), Kind.ALL.table(0, true)));
    }
}
