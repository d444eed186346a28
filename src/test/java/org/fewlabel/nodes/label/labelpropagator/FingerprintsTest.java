package org.fewlabel.nodes.label.labelpropagator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Bit vector columns as features. */
class FingerprintsTest {

    private static final int ROWS = 40;

    private static final int BITS = 100;

    /**
     * Two families of molecules, so to speak: each bit of the own half is set in three rows of ten, of the other in
     * few.
     */
    private static Object[] families() {
        final var random = new Random(3);
        final var cells = new Object[ROWS];
        for (var i = 0; i < ROWS; i++) {
            final var text = new StringBuilder();
            for (var b = 0; b < BITS; b++) {
                final var own = b < BITS / 2 == i < ROWS / 2;
                text.append(random.nextDouble() < (own ? 0.3 : 0.02) ? '1' : '0');
            }
            cells[i] = text.toString();
        }
        return cells;
    }

    private static Object[] labels() {
        final var labels = new Object[ROWS];
        labels[0] = "active";
        labels[ROWS / 2] = "inactive";
        return labels;
    }

    private static BufferedDataTable table(final Object[] fingerprints) {
        return new TestTable().bits("fingerprint", fingerprints).strings("label", labels()).build();
    }

    @Test
    void fingerprintsAreComparedByTheBitsTheyShare() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), table(families()));
        final var expected = new String[ROWS];
        Arrays.fill(expected, 0, ROWS / 2, "active");
        Arrays.fill(expected, ROWS / 2, ROWS, "inactive");
        assertThat(texts(run.table(0), "Prediction (label)")).containsExactly(expected);
        final var applied = TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1), table(families()));
        assertThat(texts(applied.table(0), "Prediction (label)")).containsExactly(expected);
    }

    @Test
    void aMissingFingerprintAndAnEmptyOneCannotBeReached() throws Exception {
        final var fingerprints = families();
        fingerprints[7] = null;
        fingerprints[8] = String.join("", Collections.nCopies(BITS, "0"));
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), table(fingerprints));
        assertThat(texts(run.table(0), "Reached").subList(6, 10)).containsExactly("true", "false", "false", "true");
        assertThat(run.warning()).contains("no chain of neighbors leads to a labeled row");
    }

    @Test
    void theyMayStandBesideOtherColumns() throws Exception {
        final var sizes = new Object[ROWS];
        Arrays.setAll(sizes, i -> i < ROWS / 2 ? 1.0 + i % 5 : 6.0 + i % 3);
        final var mixed = new TestTable().bits("fingerprint", families()).doubles("size", sizes)
            .strings("label", labels()).build();
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), mixed);
        assertThat(texts(run.table(0), "Prediction (label)").subList(0, ROWS / 2)).containsOnly("active");
    }

    @Test
    void aColumnOfAnotherTypeCannotTakeTheirPlace() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), table(families()));
        final var other = new TestTable().strings("fingerprint", "0101").build();
        assertThatThrownBy(() -> TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1), other))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(
                "takes it as a bit vector. Convert it, for instance with the node \"Create Bit Vector\"");
    }
}
