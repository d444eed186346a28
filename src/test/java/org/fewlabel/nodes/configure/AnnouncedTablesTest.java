package org.fewlabel.nodes.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.ExecutionContexts;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** The spec that a node announces is that of the table that it makes, or it announces none, whatever domains say. */
class AnnouncedTablesTest {

    private static final Consumer<NodeSettings> AS_IT_IS = settings -> {};

    /** What is executed with a table. */
    @FunctionalInterface
    private interface Course {
        void go(BufferedDataTable table) throws Exception;
    }

    /** A workflow for each node, which contains it. */
    private static final Map<Class<? extends NodeFactory<?>>,
        Course> COURSES = Map.ofEntries(Map.entry(LabelMaskerNodeFactory.class, AnnouncedTablesTest::mask),
            Map.entry(SpectrogramNodeFactory.class, AnnouncedTablesTest::describe),
            Map.entry(PretextGeneratorNodeFactory.class, AnnouncedTablesTest::task),
            Map.entry(ContrastiveEncoderNodeFactory.class,
                table -> encode(new ContrastiveEncoderNodeFactory(), false, table, task(table))),
            Map.entry(MaskedEncoderNodeFactory.class,
                table -> encode(new MaskedEncoderNodeFactory(), true, table, task(table))),
            Map.entry(AutoencoderNodeFactory.class, table -> encode(new AutoencoderNodeFactory(), true, table)),
            Map.entry(EncoderApplyNodeFactory.class, table -> encode(new AutoencoderNodeFactory(), true, table)),
            Map.entry(EncoderCheckNodeFactory.class, table -> encode(new AutoencoderNodeFactory(), false, table)),
            Map.entry(LabelPropagatorNodeFactory.class, AnnouncedTablesTest::propagate),
            Map.entry(PseudoLabelerNodeFactory.class, table -> detect(new PseudoLabelerNodeFactory(), table)),
            Map.entry(CoTrainerNodeFactory.class, table -> detect(new CoTrainerNodeFactory(), table)),
            Map.entry(ConsistencyLearnerNodeFactory.class, AnnouncedTablesTest::learnConsistently),
            Map.entry(FewLabelPredictorNodeFactory.class, AnnouncedTablesTest::propagate),
            Map.entry(FewLabelScorerNodeFactory.class, AnnouncedTablesTest::propagate),
            Map.entry(WhichIsBetterNodeFactory.class, AnnouncedTablesTest::compare));

    private static TestRun run(final NodeFactory<?> factory, final Consumer<NodeSettings> change,
        final PortObject... in) throws Exception {
        final var run = TestRun.of(factory, change.andThen(settings -> {
            if (settings.containsKey("label")) {
                settings.addString("label", "label");
            }
        }), in);
        for (var port = 0; port < run.configured().specs().length; port++) {
            if (run.configured().specs()[port] instanceof DataTableSpec announced) {
                assertThat(run.table(port).getDataTableSpec().equalStructure(announced))
                    .as(factory.getClass().getSimpleName() + " at output port " + (port + 1)).isTrue();
            }
        }
        return run;
    }

    private static NodeSettings inside(final NodeSettings settings, final String key) {
        try {
            return settings.getNodeSettings(key);
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    private static void quick(final NodeSettings settings) {
        inside(settings, "training").addString("size", "SMALL");
        inside(settings, "training").addInt("epochs", 1);
        inside(settings, "training").addBoolean("epochs_is_present", true);
    }

    private static void score(final BufferedDataTable predicted) throws Exception {
        for (final var baseline : new boolean[]{true, false}) {
            run(new FewLabelScorerNodeFactory(), settings -> settings.addBoolean("baseline", baseline), predicted);
        }
        run(new FewLabelScorerNodeFactory(), settings -> settings.addString("truth", "label"), predicted);
    }

    private static void predict(final PortObject classifier, final BufferedDataTable table) throws Exception {
        for (final var everyClass : new boolean[]{true, false}) {
            score(run(new FewLabelPredictorNodeFactory(), settings -> settings.addBoolean("everyClass", everyClass),
                classifier, table).table(0));
        }
    }

    private static PortObject task(final BufferedDataTable table) throws Exception {
        return run(new PretextGeneratorNodeFactory(), AS_IT_IS, table).object(0);
    }

    private static void propagate(final BufferedDataTable table) throws Exception {
        run(new LabelPropagatorNodeFactory(), settings -> settings.addBoolean("everyClass", false), table);
        final var learned = run(new LabelPropagatorNodeFactory(), settings -> settings.addBoolean("decidedBy", true),
            table);
        score(learned.table(0));
        predict(learned.object(1), table);
    }

    private static void detect(final NodeFactory<?> factory, final BufferedDataTable table) throws Exception {
        for (final var everyClass : new boolean[]{true, false}) {
            score(run(factory, settings -> {
                settings.addString("learner", "NEIGHBOURS");
                inside(settings, "learning").addInt("rounds", 2);
                inside(settings, "learning").addBoolean("everyClass", everyClass);
            }, table).table(0));
        }
    }

    private static void learnConsistently(final BufferedDataTable table) throws Exception {
        predict(run(new ConsistencyLearnerNodeFactory(), AnnouncedTablesTest::quick, table, task(table)).object(0),
            table);
    }

    private static void compare(final BufferedDataTable table) throws Exception {
        predict(run(new WhichIsBetterNodeFactory(), settings -> {
            List.of("selfSupervised", "semiSupervised", "both").forEach(key -> settings.addBoolean(key, false));
            settings.addInt("draws", 2);
        }, table).object(2), table);
    }

    private static void encode(final NodeFactory<?> factory, final boolean errors, final PortObject... in)
        throws Exception {
        final var encoder = run(factory, AnnouncedTablesTest::quick, in).object(0);
        for (final var form : List.of("COLUMNS", "VECTOR")) {
            final var encoded = run(new EncoderApplyNodeFactory(), settings -> {
                settings.addString("form", form);
                settings.addBoolean("errors", errors);
            }, encoder, in[0]);
            run(new EncoderCheckNodeFactory(), AS_IT_IS, encoded.table(0));
        }
    }

    /** What it masks has no truth column yet, and the domain of the few labels that it leaves is that of all. */
    private static void mask(final BufferedDataTable table) throws Exception {
        final var rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.remove("label (truth)");
        final var exec = ExecutionContexts.create().context();
        final var unmasked = exec.createColumnRearrangeTable(table, rearranger, exec);
        score(run(new LabelPropagatorNodeFactory(), AS_IT_IS,
            run(new LabelMaskerNodeFactory(), AS_IT_IS, unmasked).table(0)).table(0));
    }

    private static void describe(final BufferedDataTable table) throws Exception {
        final byte[] recording;
        try (var files = Files.walk(Path.of("test-workflows", "spoken-digits", "data"))) {
            recording = Files.readAllBytes(files.filter(file -> file.toString().endsWith(".wav")).sorted().findFirst()
                .orElseThrow());
        }
        final var files = Stream.generate(() -> recording).limit(table.size()).toArray();
        for (final var image : new boolean[]{true, false}) {
            run(new SpectrogramNodeFactory(), settings -> settings.addBoolean("image", image),
                new TestTable().files("file", files).build());
        }
    }

    static Stream<Arguments> coursesAndTables() {
        final var tables = OddLabels.tables().keySet().stream().filter(table -> !table.equals(OddLabels.MISSING_ONLY))
            .toList();
        return COURSES.keySet().stream().map(Class::getSimpleName).sorted()
            .flatMap(course -> tables.stream().map(table -> Arguments.of(course, table)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("coursesAndTables")
    void whatIsAnnouncedIsMade(final String course, final String table) throws Exception {
        final var courses = new TreeMap<String, Course>();
        COURSES.forEach((factory, c) -> courses.put(factory.getSimpleName(), c));
        courses.get(course).go(OddLabels.tables().get(table));
    }

    @Test
    void everyNodeIsOneOfThese() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            assertThat(COURSES.keySet().stream().map(Class::getName).toList()).containsExactlyInAnyOrderElementsOf(
                new PluginXmlRegistry(in, AnnouncedTablesTest.class.getClassLoader()).factories());
        }
    }

    @Test
    void withoutLabelsLearnersSayThatThereAreNone() {
        final var table = OddLabels.tables().get(OddLabels.MISSING_ONLY);
        for (final var factory : List.of(new LabelPropagatorNodeFactory(), new PseudoLabelerNodeFactory(),
            new CoTrainerNodeFactory(), new WhichIsBetterNodeFactory())) {
            assertThatThrownBy(() -> run(factory, AS_IT_IS, table)).as(factory.getClass().getSimpleName())
                .isInstanceOf(KNIMEException.class).hasMessageContaining("No row has a label");
        }
    }

    /** Domains of predictions and truth, and the names of probabilities, need not agree. */
    @Test
    void predictionsMayKnowClassesThatTheTruthDoesNot() throws Exception {
        for (final var truth : new String[][]{{"a", "b"}, {"b", "a", "e"}, {"a"}, {}}) {
            for (final var predicted : new String[][]{{"a", "b"}, {"b"}, {"f"}, {}}) {
                for (final var baseline : new String[][]{{"a", "d"}, {"g"}, {}}) {
                    score(predictions(truth, predicted, baseline));
                }
            }
        }
    }

    private static BufferedDataTable predictions(final String[] truth, final String[] predicted,
        final String[] baseline) {
        return OddLabels.with(
            new TestTable().strings("label", "a", "b", null, null).strings("label (truth)", "a", "b", "a", "b")
                .strings("Prediction (label)", "a", "b", "b", null).doubles("P (label=a)", 0.8, 0.1, 0.3, null)
                .doubles("P (label=b)", 0.1, 0.8, 0.6, null).doubles("P (label=c)", 0.1, 0.1, 0.1, null)
                .strings("Baseline (label)", "a", "d", "a", "a").build(),
            Map.of("label", OddLabels.domain(truth), "label (truth)", OddLabels.domain(truth), "Prediction (label)",
                OddLabels.domain(predicted), "Baseline (label)", OddLabels.domain(baseline)));
    }

    @Test
    void aClassOnlyInTheProbabilitiesIsInTheConfusion() throws Exception {
        final var run = run(new FewLabelScorerNodeFactory(), AS_IT_IS,
            predictions(new String[]{"a", "b"}, new String[]{"a", "b"}, new String[]{"a"}));
        assertThat(((DataTableSpec)run.configured().specs()[1]).getColumnNames()).containsExactly("Role", "Truth", "a",
            "b", "c", "(no prediction)");
        assertThat(texts(run.table(1), "Truth")).containsExactly("a", "b", "c");
        assertThat(run.warning()).isEqualTo("1 of 4 scored rows has no prediction and counts as incorrect.");
    }

    @Test
    void aClassThatNoDomainListsHasNoColumnAndTheRemedyIsReported() throws Exception {
        final var odd = OddLabels.tables().get("a class that the domain lacks");
        final var sentence = "The domain of the column \"label\" does not contain \"b\", so there is no probability "
            + "column for it. Put the node \"Domain Calculator\" before this one.";
        for (final var factory : List.of(new LabelPropagatorNodeFactory(), new PseudoLabelerNodeFactory(),
            new CoTrainerNodeFactory())) {
            final var run = run(factory, AS_IT_IS, odd);
            assertThat(run.warning()).contains(sentence);
            assertThat(List.of(run.table(0).getDataTableSpec().getColumnNames())).contains("P (label=c)", "P (label=a)")
                .doesNotContain("P (label=b)");
            assertThat(texts(run.table(0), "Prediction (label)")).contains("b");
            assertThat(run.table(0).getDataTableSpec().getColumnSpec("Prediction (label)").getDomain().getValues())
                .hasSize(3);
        }
        final var quiet = run(new LabelPropagatorNodeFactory(), settings -> settings.addBoolean("everyClass", false),
            odd);
        assertThat(quiet.sentences()).doesNotContain("The domain of the column");
    }

    @Test
    void aPredictedClassThatNoDomainListsIsScoredAndTheRemedyIsReported() throws Exception {
        final var table = new TestTable().strings("label (truth)", "a", "b", "a", "b")
            .strings("Prediction (label)", "a", "b", "e", "e").build();
        final var scored = run(new FewLabelScorerNodeFactory(), AS_IT_IS,
            OddLabels.with(table, Map.of("Prediction (label)", OddLabels.domain("a"))));
        assertThat(scored.warning()).isEqualTo("The domains of truth and prediction do not contain \"e\", so "
            + "the confusion matrix has no column for it. Put the node \"Domain Calculator\" before this one.");
        assertThat(scored.table(1).getDataTableSpec().getColumnNames()).containsExactly("Role", "Truth", "a", "b",
            "(no prediction)");
        assertThat(texts(scored.table(1), "a")).containsExactly("1", "0");
        assertThat(texts(scored.table(0), "Prediction").get(0)).as("accuracy").isEqualTo("0.5");
    }
}
