package org.fewlabel.nodes.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.TestTable.twoGroups;
import static org.fewlabel.nodes.label.RoundTables.PREDICTION;

import java.util.Collections;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.fewlabel.nodes.Canceled;
import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.label.cotrainer.CoTrainerNodeFactory;
import org.fewlabel.nodes.label.pseudolabeler.PseudoLabelerNodeFactory;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;

/**
 * Tables at the edge of what makes sense, for learners with pseudo-labels: a clear message or a correct result.
 */
class RoundsHardInputTest {

    /** Each learner with and without the check: with it the result of the rounds is often discarded. */
    enum Learner {
        PSEUDO_LABELER(true, s -> {}), PSEUDO_LABELER_BELIEVED(false, s -> {}),
        SOFT_EM(false, s -> s.addString("learner", "SOFT_EM")),
        NETWORK(false, s -> {
            s.addString("learner", "NETWORK");
            RoundTables.rounds(s).addInt("rounds", 1);
        }), ISOTONIC(false, s -> RoundTables.rounds(s).addString("calibration", "ISOTONIC")),
        CO_TRAINER(true, ColumnSettings::twoViews),
        CO_TRAINER_BELIEVED(false, ColumnSettings::twoViews),
        TRI_TRAINING(false, s -> s.addString("method", "TRI_TRAINING"));

        private final boolean doubted;

        private final Consumer<NodeSettings> change;

        Learner(final boolean doubted, final Consumer<NodeSettings> change) {
            this.doubted = doubted;
            this.change = change;
        }

        NodeFactory<?> factory() {
            return compareTo(CO_TRAINER) < 0 ? new PseudoLabelerNodeFactory() : new CoTrainerNodeFactory();
        }

        void set(final NodeSettings settings) {
            change.accept(settings);
            RoundTables.rounds(settings).addBoolean("onlyIfBetter", doubted);
        }

        /** The announced spec, if any, is that of the output, also for the hardest table. */
        TestRun run(final BufferedDataTable table) throws Exception {
            final var run = TestRun.of(factory(), this::set, table);
            for (final var port : new int[]{0, 2}) {
                final var said = (DataTableSpec)run.configured().specs()[port];
                assertThat(said == null || run.table(port).getDataTableSpec().equalStructure(said)).isTrue();
            }
            assertThat(Collections.frequency(texts(run.table(2), "Result"), "true")).isEqualTo(1);
            return run;
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoLabeledRows(final Learner learner) throws Exception {
        final var run = learner.run(twoGroups(20, "low", "high").build());
        assertThat(texts(run.table(0), PREDICTION).subList(0, 20)).containsOnly("low");
        assertThat(texts(run.table(0), PREDICTION).subList(20, 40)).containsOnly("high");
    }

    @ParameterizedTest
    @EnumSource
    void allRowsEqualButTwo(final Learner learner) throws Exception {
        final var run = learner.run(new TestTable().doubles("x", 1, 1, 1, 1, 1, 2).doubles("same", 4, 4, 4, 4, 4, 4)
            .doubles("y", 2, 2, 2, 2, 3, 2).strings("label", "a", "a", "b", null, null, null).build());
        assertThat(texts(run.table(0), PREDICTION).subList(0, 3)).containsExactly("a", "a", "b");
        assertThat(texts(run.table(0), PREDICTION).get(3)).as("the commoner label").isEqualTo("a");
        assertThat(run.information()).contains("Ignored because all values are equal: \"same\".");
    }

    @ParameterizedTest
    @EnumSource
    void allRowsEqual(final Learner learner) throws Exception {
        final var table = new TestTable().doubles("x", 1, 1, 1, 1, 1).doubles("y", 2, 2, 2, 2, 2)
            .strings("label", "a", "a", "b", null, null).build();
        if (learner.name().startsWith("CO_TRAINER")) {
            assertThatThrownBy(() -> learner.run(table)).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("No column of \"View A\" can be used").hasMessageContaining("Tri-training");
        } else {
            assertThat(texts(learner.run(table).table(0), PREDICTION)).as("the commoner label")
                .containsExactly("a", "a", "b", "a", "a");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneClass(final Learner learner) throws Exception {
        final var run = learner.run(twoGroups(20, "only", "only").build());
        assertThat(texts(run.table(0), PREDICTION)).containsOnly("only");
        assertThat(run.warning()).contains("All labels are \"only\"").doesNotContain("null", "NaN");
    }

    @ParameterizedTest
    @EnumSource
    void allRowsLabeled(final Learner learner) throws Exception {
        final var run = learner.run(
            new TestTable().doubles("x", 1, 2, 9, 10).doubles("y", 2, 1, 10, 9).strings("label", "a", "a", "b", "b")
                .build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a", "a", "b", "b");
        assertThat(run.table(2).size()).as("round 0 only").isEqualTo(1);
        assertThat(run.warning()).contains("All rows are labeled").doesNotContain("NaN");
    }

    @ParameterizedTest
    @EnumSource
    void ninetyNineToOne(final Learner learner) throws Exception {
        final var random = new Random(4);
        final var x = new Object[1000];
        final var y = new Object[1000];
        final var label = new Object[1000];
        for (var i = 0; i < 1000; i++) {
            final var rare = i < 10;
            x[i] = (rare ? 8 : 0) + random.nextGaussian();
            y[i] = (rare ? 8 : 0) + random.nextGaussian();
            label[i] = i < 3 ? "rare" : i >= 10 && i < 110 ? "common" : null;
        }
        final var predicted = texts(
            learner.run(new TestTable().doubles("x", x).doubles("y", y).strings("label", label).build()).table(0),
            PREDICTION);
        assertThat(predicted.subList(3, 10)).as("the rare class is not swallowed").containsOnly("rare");
        assertThat(Collections.frequency(predicted, "rare")).isBetween(10, 20);
    }

    /** Of six classes two labels are left; the table knows the names of all six. */
    @ParameterizedTest
    @EnumSource
    void moreClassesThanLabeledRows(final Learner learner) throws Exception {
        final var random = new Random(5);
        final var masked = TestRun.of(new LabelMaskerNodeFactory(), s -> {
            s.addString("keep", "TOTAL");
            s.addInt("total", 2);
        }, new TestTable()
            .doubles("x", IntStream.range(0, 60).mapToObj(i -> i / 10 * 5 + random.nextGaussian()).toArray())
            .doubles("y", IntStream.range(0, 60).mapToObj(i -> i / 10 * 5 + random.nextGaussian()).toArray())
            .strings("label", IntStream.range(0, 60).mapToObj(i -> "c" + i / 10).toArray()).build()).table(0);
        final var run = learner.run(masked);
        final var labels = texts(masked, "label").stream().filter(l -> l != null).distinct().toList();
        assertThat(labels).hasSize(2);
        assertThat(labels)
            .containsAll(texts(run.table(0), PREDICTION).stream().filter(p -> p != null).distinct().toList());
        assertThat(run.information()).contains("held-out rows were ignored.",
            "Check against the truth column (not used for training): ");
        assertThat(run.warning()).contains("No row is labeled \"", "so these classes cannot be predicted.");
        assertThat(Double.parseDouble(texts(run.table(2), "Pseudo-label accuracy").get(1))).isLessThan(0.6);
        assertThat(texts(run.table(2), "Confusion matrix").get(1).split("; ")).as("true classes of pseudo-labels")
            .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRowWithoutAnyValueIsPredictedOrCounted(final Learner learner) throws Exception {
        final var run = learner.run(new TestTable().doubles("x", 0, 0.1, null, 9, 9.1, 0.2, 9.2, 0.1)
            .doubles("y", 0, 0.1, null, 9, 9.1, 0.2, 9.2, 0.3)
            .strings("label", "a", null, null, "b", null, "a", "b", null)
            .build());
        assertThat(texts(run.table(0), PREDICTION).get(1)).isEqualTo("a");
        assertThat(texts(run.table(0), PREDICTION).get(4)).isEqualTo("b");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeLearnedIsReported(final Learner learner) {
        assertThatThrownBy(() -> learner.run(new TestTable().doubles("x", 1, 2, 3).doubles("y", 1, 2, 3)
            .strings("label", null, null, null).build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("No row has a label").hasMessageContaining("\"label\"");
        assertThatThrownBy(() -> learner.run(new TestTable().doubles("x").doubles("y").strings("label").build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("has no rows");
        assertThatThrownBy(() -> TestRun.of(learner.factory(), s -> {
            learner.set(s);
            s.addString("label", "diagnosis");
        }, twoGroups(3, "a", "b").build())).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"diagnosis\"").hasMessageContaining("Label column");
        assertThatThrownBy(() -> learner.run(new TestTable().strings("label", "a", null).build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("No feature column");
    }

    @ParameterizedTest
    @EnumSource
    void wholeNumbersAreClassesThatAreNotKnownBefore(final Learner learner) throws Exception {
        final var groups = twoGroups(20, "0", "1").build();
        final var label = texts(groups, "label").stream().map(l -> l == null ? null : (Object)Integer.valueOf(l))
            .toArray();
        final var run = learner.run(new TestTable()
            .doubles("x", texts(groups, "x").stream().map(Double::valueOf).toArray())
            .doubles("y", texts(groups, "y").stream().map(Double::valueOf).toArray()).ints("label", label).build());
        assertThat(run.configured().specs()[0]).isNull();
        assertThat(texts(run.table(0), PREDICTION).subList(20, 40)).containsOnly("1");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"PSEUDO_LABELER", "CO_TRAINER"})
    void aCancelIsHonored(final Learner learner) throws Exception {
        Canceled.assertStops(learner.factory(), learner::set, 0.3, RoundTables.clouds(3000, 100).build());
    }
}
