package org.fewlabel.nodes.judge.whichisbetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.port.ClassifierPortObject;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** Which Is Better? with tables that make it hard; without networks so that it is quick. */
class WhichIsBetterHardInputTest {

    private static final int ROWS = 200;

    private static final double[] SOME = {0.0, 1.0, 2.0};

    /** Two numbers that tell three groups, with what is wanted for labels. */
    private static TestTable table(final IntFunction<String> label) {
        final var random = new Random(11);
        final var x = new Object[ROWS];
        final var y = new Object[ROWS];
        final var labels = new Object[ROWS];
        for (var i = 0; i < ROWS; i++) {
            x[i] = 4 * SOME[i % 3] + random.nextGaussian();
            y[i] = -3 * SOME[i % 3] + random.nextGaussian();
            labels[i] = label.apply(i);
        }
        return new TestTable().doubles("x", x).doubles("y", y).strings("label", labels);
    }

    private static TestRun run(final BufferedDataTable table, final double minutes) throws Exception {
        return TestRun.of(new WhichIsBetterNodeFactory(), model -> {
            model.addBoolean("selfSupervised", false);
            model.addBoolean("both", false);
            model.addInt("draws", 3);
            model.addDouble("minutes", minutes);
        }, table);
    }

    private static TestRun run(final TestTable table) throws Exception {
        return run(table.build(), 1e6); // on a busy machine too all is gone through
    }

    private static String group(final int row) {
        return "g" + row % 3;
    }

    @Test
    void moreClassesThanLabeledRowsWithTwoLabels() throws Exception {
        final var run = run(table(i -> i < 3 ? group(i) : null));
        assertThat(run.warning()).contains("Recommended without comparison: Label Propagator",
            "at least two classes need two labels each");
        assertThat(((ClassifierPortObject)run.object(2)).getSpec().classes().orElseThrow()).containsExactly("g0", "g1",
            "g2");
    }

    @Test
    void twoLabeledRows() throws Exception {
        final var run = run(table(i -> i < 2 ? group(i) : null));
        assertThat(run.warning()).contains("Recommended without comparison: ");
        assertThat(texts(run.table(0), "Recommended").stream().filter("true"::equals)).hasSize(1);
    }

    @Test
    void aClassWithASingleLabelAmongOthersIsTriedAllTheSame() throws Exception {
        final var run = run(table(i -> i % 3 == 2 ? i == 2 ? "g2" : null : i < 30 ? group(i) : null));
        assertThat(run.information()).contains("evaluated in 3 repetitions");
        assertThat(texts(run.table(0), "Accuracy")).doesNotContainNull();
    }

    @Test
    void oneInAHundred() throws Exception {
        final var run = run(table(i -> i == 5 || i == 8 ? "rare" : i % 3 == 2 ? null : "common"));
        assertThat(run.information()).contains("Recommended: ");
        assertThat(texts(run.table(0), "Balanced accuracy")).doesNotContainNull();
        assertThat(((ClassifierPortObject)run.object(2)).getSpec().classes().orElseThrow()).contains("rare");
    }

    @Test
    void allRowsAreLabeled() throws Exception {
        final var run = run(table(WhichIsBetterHardInputTest::group));
        assertThat(run.information()).contains("Recommended: ", "evaluated in 3 repetitions");
    }

    @Test
    void oneClassAloneCannotBeCompared() throws Exception {
        final var run = run(table(i -> i < 9 ? "only" : null));
        assertThat(run.warning()).contains("at least two classes need two labels each");
        assertThat(((ClassifierPortObject)run.object(2)).getSpec().classes().orElseThrow()).containsExactly("only");
    }

    @Test
    void aColumnThatTellsNothingIsNamed() throws Exception {
        final var same = new Object[ROWS];
        Arrays.fill(same, 1.0);
        final var run = run(table(i -> i < 30 ? group(i) : null).doubles("same", same));
        assertThat(run.information()).contains("Ignored because all values are equal: \"same\".");
    }

    @Test
    void aTimeLimitTooSmallForOneCellLeavesAClassifierAndSaysSo() throws Exception {
        final var run = run(table(i -> i < 30 ? group(i) : null).build(), 1e-9);
        assertThat(run.warning()).contains("The time limit was reached before the first of 3 repetitions was finished.",
            "Increase the time limit");
        assertThat(run.object(2)).isInstanceOf(ClassifierPortObject.class);
        assertThat(run.table(1).size()).isZero();
    }

    @Test
    void aTimeLimitOfNothingIsRefused() {
        assertThatThrownBy(() -> run(table(WhichIsBetterHardInputTest::group).build(), 0))
            .hasMessageContaining("\"Time limit (minutes)\" must be above 0");
    }
}
