package org.fewlabel.nodes;

import org.fewlabel.nodes.judge.fewlabelscorer.FewLabelScorerNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's cancel is honored wherever the node is at that moment. */
class CancelTest {

    private static final int ROWS_PER_GROUP = 30_000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.6})
    void labelPropagatorStops(final double progress) throws Exception {
        Canceled.assertStops(new LabelPropagatorNodeFactory(), s -> {}, progress,
            TestTable.twoGroups(ROWS_PER_GROUP, "a", "b").build());
    }

    @Test
    void fewLabelScorerStops() throws Exception {
        final var labels = TestTable.texts(TestTable.twoGroups(ROWS_PER_GROUP, "a", "b").build(), "x").stream()
            .map(x -> (Object)(x.startsWith("-") ? "a" : "b")).toArray();
        Canceled.assertStops(new FewLabelScorerNodeFactory(), s -> {}, 0.3,
            new TestTable().strings("label", labels).strings("Prediction (label)", labels).build());
    }
}
