package org.fewlabel.nodes.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.learn.audio.WaveBytes;
import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.encode.encodercheck.EncoderCheckNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.nodes.judge.fewlabelscorer.FewLabelScorerNodeFactory;
import org.fewlabel.nodes.judge.whichisbetter.WhichIsBetterNodeFactory;
import org.fewlabel.nodes.label.consistencylearner.ConsistencyLearnerNodeFactory;
import org.fewlabel.nodes.label.cotrainer.CoTrainerNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.nodes.label.pseudolabeler.PseudoLabelerNodeFactory;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeFactory;
import org.fewlabel.nodes.prepare.spectrogram.SpectrogramNodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/**
 * Every node with an input table and default columns, on a table with two features and a column that is none: it
 * executes with the same result as without that column, and names it.
 */
class OddColumnsTest {

    private static final int ROWS = 40;

    private static final byte[] SOUND = new WaveBytes().of(new Random(5).doubles(4000).map(v -> v - 0.5).toArray());

    private static Map<Application, List<String>> without;

    private static PortObject classifier;

    private static PortObject encoder;

    /** The nodes, each with what of its output does not depend on the odd column. */
    private enum Application {
        MASK(new LabelMaskerNodeFactory(), false, "label"),
        HEAR(new SpectrogramNodeFactory(), false, "Spectrogram"),
        PROPAGATE(new LabelPropagatorNodeFactory(), true, "P (label=a)"),
        PSEUDO_LABEL(new PseudoLabelerNodeFactory(), true, "P (label=a)"),
        CO_TRAIN(new CoTrainerNodeFactory(), true, "P (label=a)"),
        TRI_TRAIN(new CoTrainerNodeFactory(), true, "P (label=a)"),
        COMPARE(new WhichIsBetterNodeFactory(), true, "Accuracy"),
        PRETEXT(new PretextGeneratorNodeFactory(), true, "x"),
        AUTOENCODE(new AutoencoderNodeFactory(), true, "Training loss"),
        CONTRAST(new ContrastiveEncoderNodeFactory(), false, "Training loss"),
        UNMASK(new MaskedEncoderNodeFactory(), false, "Training loss"),
        CONSIST(new ConsistencyLearnerNodeFactory(), false, "Supervised loss"),
        PREDICT(new FewLabelPredictorNodeFactory(), false, "P (label=a)"),
        APPLY(new EncoderApplyNodeFactory(), false, "Embedding"),
        CHECK(new EncoderCheckNodeFactory(), true, "Original columns"),
        SCORE(new FewLabelScorerNodeFactory(), false, "Prediction");

        private final NodeFactory<?> factory;

        private final boolean chooses;

        private final String compared;

        /** @param chooses whether the node itself chooses features; otherwise a model or a task does */
        Application(final NodeFactory<?> factory, final boolean chooses, final String compared) {
            this.factory = factory;
            this.chooses = chooses;
            this.compared = compared;
        }

        TestRun run(final BufferedDataTable table) throws Exception {
            return switch (this) {
                case CO_TRAIN -> TestRun.of(factory, ColumnSettings::twoViews, table);
                case TRI_TRAIN -> TestRun.of(factory, s -> s.addString("method", "TRI_TRAINING"), table);
                case COMPARE -> TestRun.of(factory, s -> {
                    s.addInt("draws", 2);
                    s.addBoolean("selfSupervised", false);
                    s.addBoolean("both", false);
                }, table);
                case AUTOENCODE -> TestRun.of(factory, quick(this, 2), table);
                case CONTRAST, UNMASK, CONSIST ->
                    TestRun.of(factory, quick(this, 2), table, PRETEXT.run(table).object(0));
                case PREDICT -> TestRun.of(factory, classifier, table);
                case APPLY -> TestRun.of(factory, encoder, table);
                default -> TestRun.of(factory, table);
            };
        }

        /** What comes out, as text: of the first table that has the column. */
        List<String> output(final TestRun run) {
            for (final var object : run.executed().objects()) {
                if (object instanceof BufferedDataTable table && table.getDataTableSpec().containsName(compared)) {
                    return texts(table, compared);
                }
            }
            throw new AssertionError(this + " gives no column " + compared);
        }
    }

    private static Consumer<NodeSettings> quick(final Application application, final int epochs) {
        return application == Application.PROPAGATE ? settings -> {} : settings -> {
            try {
                final var training = settings.getNodeSettings("training");
                training.addString("size", "SMALL");
                training.addInt("epochs", epochs);
                training.addBoolean("epochs_is_present", true);
            } catch (final InvalidSettingsException e) {
                throw new AssertionError(e);
            }
        };
    }

    /** Two groups of rows, some of which are labeled. */
    private static TestTable rows() {
        final var random = new Random(3);
        return new TestTable().doubles("x", cells(i -> i % 2 * 3 + random.nextGaussian()))
            .doubles("y", cells(i -> i % 2 * 3 + random.nextGaussian()))
            .strings("label", cells(i -> i < 24 ? i % 2 == 0 ? "a" : "b" : null));
    }

    private static Object[] cells(final IntFunction<Object> cell) {
        return IntStream.range(0, ROWS).mapToObj(cell).toArray();
    }

    private static BufferedDataTable table(final Application application, final OddColumn odd) {
        final var table = application == Application.HEAR ? new TestTable().files("recording", cells(i -> SOUND))
            : rows();
        if (odd != null) {
            table.cells("odd", odd.type(), cells(odd::cell));
        }
        if (application == Application.CHECK) {
            table.lists("Embedding", cells(i -> new double[]{i % 2 + i % 3, i % 2 - i % 5, i % 7}));
        }
        if (application == Application.SCORE) {
            table.strings("label (truth)", cells(i -> i % 2 == 0 ? "a" : "b"))
                .strings("Prediction (label)", cells(i -> "a"));
        }
        return table.build();
    }

    @BeforeAll
    static void runWithout() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, OddColumnsTest.class.getClassLoader()).registerPortTypes();
        }
        classifier = Application.PROPAGATE.run(table(Application.PROPAGATE, null)).object(1);
        encoder = Application.AUTOENCODE.run(table(Application.AUTOENCODE, null)).object(0);
        without = new EnumMap<>(Application.class);
        for (final var application : Application.values()) {
            without.put(application, application.output(application.run(table(application, null))));
        }
    }

    @Test
    void everyNodeThatTakesATableIsHere() throws Exception {
        final var nodes = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse("plugin.xml")
            .getElementsByTagName("node");
        final var ours = Stream.of(Application.values()).map(application -> application.factory.getClass().getName())
            .distinct().toList();
        final var registered = new ArrayList<String>();
        for (var i = 0; i < nodes.getLength(); i++) {
            registered.add(nodes.item(i).getAttributes().getNamedItem("factory-class").getNodeValue());
        }
        assertThat(ours).containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @EnumSource(OddColumn.class)
    void everyNodeExecutesAndNamesTheColumn(final OddColumn odd) throws Exception {
        for (final var application : Application.values()) {
            final var run = application.run(table(application, odd));
            if (odd.isFeature()) {
                continue;
            }
            assertThat(application.output(run)).as("%s", application).isEqualTo(without.get(application));
            if (application.chooses) {
                assertThat(run.sentences().replace("40 infinite numbers of \"odd\" are treated as missing.", ""))
                    .as("%s", application).contains("Ignored because ", odd.reason()).containsOnlyOnce("\"odd\"");
            }
        }
    }

    /** An unusable column selected by hand is an error; an uninformative one is ignored. */
    @ParameterizedTest
    @EnumSource(OddColumn.class)
    void chosenByHandItIsAnError(final OddColumn odd) throws Exception {
        for (final var application : List.of(Application.PROPAGATE, Application.AUTOENCODE)) {
            final Consumer<
                NodeSettings> byHand = quick(application, 2).andThen(settings -> ColumnSettings.choose(settings,
                    application == Application.AUTOENCODE ? "columns/features" : "features", "x", "y", "odd"));
            if (odd.isFeature() || odd.saysNothing()) {
                final var run = TestRun.of(application.factory, byHand, table(application, odd));
                assertThat(application.output(run)).as("%s", application).hasSameSizeAs(without.get(application));
            } else {
                assertThatThrownBy(() -> TestRun.of(application.factory, byHand, table(application, odd)))
                    .isInstanceOfAny(InvalidSettingsException.class, KNIMEException.class)
                    .hasMessageContaining("\"odd\"").hasMessageNotContaining("Ignored");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OddColumn.class)
    void ifThereIsNoOtherTheErrorNamesIt(final OddColumn odd) {
        for (final var application : List.of(Application.PROPAGATE, Application.AUTOENCODE)) {
            if (!odd.isFeature()) {
                final var table = new TestTable().strings("label", cells(i -> i % 2 == 0 ? "a" : "b"))
                    .cells("odd", odd.type(), cells(odd::cell)).build();
                assertThatThrownBy(() -> TestRun.of(application.factory, quick(application, 2), table))
                    .isInstanceOfAny(InvalidSettingsException.class, KNIMEException.class)
                    .hasMessageContaining("feature column is left").hasMessageContaining(odd.reason());
            }
        }
    }

    /** All of them beside each other, so that none hides another. */
    @Test
    void allTogetherAreNamed() throws Exception {
        final var table = rows();
        Arrays.stream(OddColumn.values()).filter(odd -> !odd.isFeature())
            .forEach(odd -> table.cells(odd.name(), odd.type(), cells(odd::cell)));
        final var run = Application.PROPAGATE.run(table.build());
        assertThat(Application.PROPAGATE.output(run)).isEqualTo(without.get(Application.PROPAGATE));
        assertThat(run.sentences()).contains(
            "Ignored because their types cannot be read as features: \"DATE\" (Moment), ",
            "Ignored because their vectors differ in length: \"LISTS_OF_ANY_LENGTH\" (");
    }
}
