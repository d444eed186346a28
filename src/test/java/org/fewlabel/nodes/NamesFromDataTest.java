package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.nodes.TestTable.texts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.encode.encodercheck.EncoderCheckNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.nodes.judge.fewlabelscorer.FewLabelScorerNodeFactory;
import org.fewlabel.nodes.judge.whichisbetter.WhichIsBetterNodeFactory;
import org.fewlabel.nodes.label.RoundTables;
import org.fewlabel.nodes.label.consistencylearner.ConsistencyLearnerNodeFactory;
import org.fewlabel.nodes.label.cotrainer.CoTrainerNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.nodes.label.pseudolabeler.PseudoLabelerNodeFactory;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Classes may be called anything. Every node that names columns after them executes, and its figures are right. */
class NamesFromDataTest {

    /** Alike but for blanks, blank in several ways, like our columns, like other classes made unique, very long. */
    private static final List<String> CLASSES = List.of("a", "a ", " a", "a\n", "a\tb", "a\u00a0", "", " ", "\t",
        "\u0000", "\u0007", "\u2003", "\u200b", "Role", "Truth", "(no prediction)", "(empty)", "(empty) (#1)", "a (#1)",
        "a) (#1", "=a)", "P (label=a)", "\ud83d\ude00", "\ud83d", "y".repeat(10_000), "y".repeat(10_000) + " ");

    private static final String PREDICTION = "Prediction (label)";

    private static final int PER_CLASS = 6;

    enum Learner {
        LABEL_PROPAGATOR(new LabelPropagatorNodeFactory(), s -> s.addBoolean("decidedBy", true)),
        POISSON(new LabelPropagatorNodeFactory(), s -> s.addString("method", "POISSON")),
        PSEUDO_LABELER(new PseudoLabelerNodeFactory(), s -> everyClass(s, "onlyIfBetter", false)),
        SOFT_EM(new PseudoLabelerNodeFactory(), s -> {
            s.addString("learner", "SOFT_EM");
            everyClass(s, "onlyIfBetter", false);
        }), CO_TRAINER(new CoTrainerNodeFactory(), s -> {
            ColumnSettings.twoViews(s);
            everyClass(s, "onlyIfBetter", false);
        }),
        TRI_TRAINING(new CoTrainerNodeFactory(), s -> {
            s.addString("method", "TRI_TRAINING");
            everyClass(s, "onlyIfBetter", false);
        });

        private final NodeFactory<?> factory;

        private final Consumer<NodeSettings> change;

        Learner(final NodeFactory<?> factory, final Consumer<NodeSettings> change) {
            this.factory = factory;
            this.change = change;
        }

        private static void everyClass(final NodeSettings settings, final String key, final boolean value) {
            RoundTables.rounds(settings).addBoolean("everyClass", true);
            RoundTables.rounds(settings).addBoolean(key, value);
        }
    }

    @BeforeAll
    static void registerPortTypes() throws Exception {
        RoundTables.registerPortTypes();
    }

    /** Groups of rows on a ring, near enough to be mistaken for each other, some labels hidden. */
    private static BufferedDataTable masked(final List<String> classes, final int perClass) throws Exception {
        final var random = new Random(3);
        final var rows = classes.size() * perClass;
        final var x = new Object[rows];
        final var y = new Object[rows];
        final var label = new Object[rows];
        for (var i = 0; i < rows; i++) {
            final var angle = 2 * Math.PI * (i % classes.size()) / classes.size();
            x[i] = classes.size() * Math.cos(angle) + 1.2 * random.nextGaussian();
            y[i] = classes.size() * Math.sin(angle) + 1.2 * random.nextGaussian();
            label[i] = classes.get(i % classes.size());
        }
        return run(new LabelMaskerNodeFactory(), s -> {
            s.addInt("perClass", 2);
            s.addDouble("holdOut", 0);
        }, new TestTable().doubles("x", x).doubles("y", y).strings("label", label).build()).table(0);
    }

    /** Executes a node and checks that the output has the announced spec, with names that KNIME does not change. */
    private static TestRun run(final NodeFactory<?> factory, final Consumer<NodeSettings> change,
        final PortObject... in) throws Exception {
        final var run = TestRun.of(factory, change, in);
        for (var port = 0; port < run.executed().objects().length; port++) {
            if (run.object(port) instanceof BufferedDataTable table) {
                final var spec = table.getDataTableSpec();
                final var said = (DataTableSpec)run.configured().specs()[port];
                assertThat(said == null || said.equalStructure(spec)).as("port " + port + " is as configure said")
                    .isTrue();
                final var seen = new HashSet<String>();
                for (final var name : spec.getColumnNames()) {
                    assertThat(name).isEqualTo(name.trim()).isNotEmpty().doesNotStartWith("<empty_");
                    assertThat(seen.add(name)).as(name).isTrue();
                }
            }
        }
        return run;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLearnedIsPredictedAndScored(final Learner learner, @TempDir final Path folder) throws Exception {
        final var masked = masked(CLASSES, PER_CLASS);
        final var learned = run(learner.factory, learner.change, masked);
        final var order = columnsOfLabels(learned.table(0));
        assertThat(order.keySet()).containsExactlyInAnyOrderElementsOf(CLASSES);
        assertScoresAreRight(learned.table(0), PREDICTION, order);

        PortObjectFiles.save(learned.object(1), folder, new ExecutionMonitor());
        final var classifier = PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor());
        assertScoresAreRight(run(new FewLabelPredictorNodeFactory(), s -> {}, classifier, masked).table(0), PREDICTION,
            order);
        // a second time to the same table: both predictions are scored, each by its own columns
        final var twice = run(new FewLabelPredictorNodeFactory(), s -> {}, classifier, learned.table(0)).table(0);
        final var second = Arrays.stream(twice.getDataTableSpec().getColumnNames())
            .filter(name -> name.matches("Prediction \\(label\\) \\(#\\d+\\)")).findFirst().orElseThrow();
        assertScoresAreRight(twice, PREDICTION, order);
        assertScoresAreRight(twice, second, order);
    }

    /** Labeled rows have the probability 1 for their class, which shows the position of each class's column. */
    private static Map<String, Integer> columnsOfLabels(final BufferedDataTable table) {
        final var spec = table.getDataTableSpec();
        final var labels = texts(table, "label");
        final var first = spec.findColumnIndex(PREDICTION) + 2;
        final var places = new HashMap<String, Integer>();
        var at = 0;
        for (final var row : table) {
            final var label = labels.get(at++);
            if (label != null) {
                places.put(label, IntStream.range(0, CLASSES.size())
                    .filter(c -> ((DoubleValue)row.getCell(first + c)).getDoubleValue() == 1).findFirst()
                    .orElseThrow());
            }
        }
        return places;
    }

    /** The figures of Few-Label Scorer, worked out from the cells, and found by position rather than by name. */
    private static void assertScoresAreRight(final BufferedDataTable table, final String prediction,
        final Map<String, Integer> order) throws Exception {
        final var truth = texts(table, "label (truth)");
        final var roles = texts(table, "Role");
        final var predicted = texts(table, prediction);
        final var first = table.getDataTableSpec().findColumnIndex(prediction) + 2;
        var right = 0;
        var rows = 0;
        var loss = 0.0;
        var at = 0;
        for (final var row : table) {
            if (roles.get(at).equals("unlabeled")) {
                rows++;
                right += truth.get(at).equals(predicted.get(at)) ? 1 : 0;
                final var p = (DoubleValue)row.getCell(first + order.get(truth.get(at)));
                loss -= Math.log(Math.min(1, Math.max(1e-15, p.getDoubleValue())));
            }
            at++;
        }
        assertThat(right).as("not so easy that every figure is right").isBetween(rows / 4, rows - 1);
        final var scorer = run(new FewLabelScorerNodeFactory(), s -> {
            s.addString("prediction", prediction);
            s.addInt("samples", 100);
        }, table);
        assertThat(value(scorer.table(0), "Accuracy")).isEqualTo((double)right / rows);
        assertThat(value(scorer.table(0), "Log loss")).isCloseTo(loss / rows, within(1e-9));
        assertConfusionIsRight(scorer.table(1), truth, predicted, roles);
    }

    private static void assertConfusionIsRight(final BufferedDataTable confusion, final List<String> truth,
        final List<String> predicted, final List<String> roles) {
        final var names = confusion.getDataTableSpec().getColumnNames();
        assertThat(names).hasSize(CLASSES.size() + 3).startsWith("Role", "Truth").endsWith("(no prediction)");
        final var rows = texts(confusion, "Truth").subList(0, CLASSES.size());
        assertThat(rows).containsExactlyInAnyOrderElementsOf(CLASSES);
        for (var actual = 0; actual < CLASSES.size(); actual++) {
            for (var c = 0; c < CLASSES.size(); c++) {
                final var pair = List.of(rows.get(actual), rows.get(c));
                final var count = IntStream.range(0, truth.size()).filter(row -> roles.get(row).equals("unlabeled")
                    && pair.equals(Arrays.asList(truth.get(row), predicted.get(row)))).count();
                assertThat(texts(confusion, names[2 + c]).get(actual)).isEqualTo(Long.toString(count));
            }
        }
    }

    private static double value(final BufferedDataTable scores, final String measure) {
        final var roles = texts(scores, "Role");
        final var measures = texts(scores, "Measure");
        final var row = IntStream.range(0, roles.size())
            .filter(i -> roles.get(i).equals("unlabeled") && measures.get(i).equals(measure)).findFirst()
            .orElseThrow();
        return Double.parseDouble(texts(scores, "Prediction").get(row));
    }

    @Test
    void aNetworkLearnsThem() throws Exception {
        final var masked = masked(CLASSES, PER_CLASS);
        final var task = run(new PretextGeneratorNodeFactory(), s -> s.addString("task", "MASK"), masked).object(0);
        final var classifier = run(new ConsistencyLearnerNodeFactory(), s -> {
            try {
                s.getNodeSettings("training").addString("size", "SMALL");
                s.getNodeSettings("training").addInt("epochs", 30);
                s.getNodeSettings("training").addBoolean("epochs_is_present", true);
                s.getNodeSettings("training").addDouble("learningRate", 1e-2);
            } catch (final Exception e) {
                throw new AssertionError(e);
            }
        }, masked, task).object(0);
        final var propagated = run(new LabelPropagatorNodeFactory(), s -> {}, masked).table(0);
        assertScoresAreRight(run(new FewLabelPredictorNodeFactory(), s -> {}, classifier, masked).table(0), PREDICTION,
            columnsOfLabels(propagated));
    }

    @Test
    void methodsAreComparedAndEmbeddingsChecked() throws Exception {
        final var masked = masked(List.of("a", "a ", "", " ", "Role"), 40);
        final var labeled = new TestTable().doubles("x", texts(masked, "x").stream().map(Double::valueOf).toArray())
            .doubles("Embedding 1", texts(masked, "y").stream().map(Double::valueOf).toArray())
            .strings("label", texts(masked, "label (truth)").toArray()).build();
        final var compared = run(new WhichIsBetterNodeFactory(), s -> {
            s.addBoolean("selfSupervised", false);
            s.addBoolean("both", false);
            s.addInt("draws", 2);
        }, labeled);
        final var predicted = run(new FewLabelPredictorNodeFactory(), s -> {}, compared.object(2), labeled).table(0);
        assertThat(texts(predicted, PREDICTION)).contains("a", "a ", "", " ", "Role");
        assertThat(run(new EncoderCheckNodeFactory(), s -> {}, labeled).table(0).size()).isPositive();
    }

    /** Columns called like those of the preview, RowIDs alike but for blanks and like the preview's own. */
    @Test
    void examplesAreShownOfAnyColumnsAndRows() throws Exception {
        final var names = List.of("Example", "Shown", "Changed", "Target", "Target (#1)", "x");
        final var keys = List.of("", " ", "a", "a ", "a, original", "a, view 1", "\n");
        final var container = ExecutionContexts.create().context().createDataContainer(new DataTableSpec(
            names.toArray(String[]::new), names.stream().map(name -> DoubleCell.TYPE).toArray(DataType[]::new)));
        final var random = new Random(8);
        for (final var key : keys) {
            container.addRowToTable(new DefaultRow(new RowKey(key),
                names.stream().map(name -> new DoubleCell(random.nextDouble())).toArray(DataCell[]::new)));
        }
        container.close();
        final var examples = run(new PretextGeneratorNodeFactory(), s -> {
            s.addString("task", "MASK");
            s.addInt("examples", keys.size());
        }, container.getTable()).table(1);
        assertThat(examples.getDataTableSpec().getColumnNames()).containsExactly("Example", "Shown", "Changed",
            "Target", "Example (#1)", "Shown (#1)", "Changed (#1)", "Target (#2)", "Target (#1)", "x");
        assertThat(examples.size()).isGreaterThan(keys.size());
    }
}
