package org.fewlabel.nodes.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.table.FeatureColumn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

/** Embeddings as features of learners. */
class EmbeddingFeaturesTest {

    private static final int ROWS = 120;

    private static final String UNUSED = "The table has an embedding that is not used: include ";

    private static EncoderPortObject encoder;

    @BeforeAll
    static void learn() throws Exception {
        encoder = Trainer.DENOISING.train(labeled(), settings -> Trainer.epochs(settings, 20));
    }

    private static BufferedDataTable labeled() {
        return groups(ROWS).strings("label", cells(ROWS, i -> i < 8 ? "group " + i % 2 : null)).build();
    }

    private static BufferedDataTable encoded(final BufferedDataTable table, final String form) throws Exception {
        return TestRun.of(new EncoderApplyNodeFactory(), s -> {
            s.addString("form", form);
            s.addBoolean("errors", true);
        }, encoder, table).table(0);
    }

    private static List<String> features(final TestRun run) {
        return ((ClassifierPortObject)run.object(1)).getSpec().features().stream().map(FeatureColumn::name).toList();
    }

    private static void features(final NodeSettings settings, final String... columns) {
        ColumnSettings.choose(settings, "features", columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VECTOR", "COLUMNS"})
    void onlyTheEmbeddingIsTheFeatureAndPredictsNewRows(final String form) throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), encoded(labeled(), form));

        if (form.equals("VECTOR")) {
            assertThat(features(run)).containsExactly("Embedding");
        } else {
            assertThat(features(run)).hasSize(32).allMatch(name -> name.matches("Embedding \\d+"));
        }
        assertThat(run.warning()).doesNotContain(UNUSED);
        assertThat(right(texts(run.table(0), "Prediction (label)"))).isGreaterThan(ROWS * 95 / 100);

        final var fresh = encoded(groups(90).build(), form);
        final var predicted = TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1), fresh);
        assertThat(right(texts(predicted.table(0), "Prediction (label)"))).isGreaterThan(85);
    }

    private static long right(final List<String> predicted) {
        return IntStream.range(0, predicted.size()).filter(i -> ("group " + i % 2).equals(predicted.get(i))).count();
    }

    @Test
    void anEmbeddingThatComesAfterTheChoiceIsPointedOut() throws Exception {
        final var before = TestRun.of(new LabelPropagatorNodeFactory(), s -> features(s, "size", "length"), labeled());
        assertThat(before.warning()).doesNotContain(UNUSED);
        final var after = TestRun.of(new LabelPropagatorNodeFactory(), s -> features(s, "size", "length"),
            encoded(labeled(), "VECTOR"));
        assertThat(after.warning()).contains(UNUSED + "\"Embedding\" under \"Features\".");
        assertThat(features(after)).as("the choice is the user's").containsExactly("size", "length");

        final var both = TestRun.of(new LabelPropagatorNodeFactory(), s -> features(s, "size", "Embedding"),
            encoded(labeled(), "VECTOR"));
        assertThat(both.warning()).doesNotContain(UNUSED);
        assertThat(features(both)).containsExactly("size", "Embedding");
    }

    @Test
    void dimensionsThatAreNotChosenArePointedOut() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> features(s, "size"),
            encoded(labeled(), "COLUMNS"));
        assertThat(run.warning())
            .contains(UNUSED + "\"Embedding 1\", \"Embedding 2\", \"Embedding 3\", \"Embedding 4\", "
                + "\"Embedding 5\" and 27 more under \"Features\".");
    }

    @Test
    void vectorsOfAnotherLengthAreRefusedByName() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), encoded(labeled(), "VECTOR"));
        final var shorter = new TestTable().lists("Embedding", new double[]{1, 2, 3}, new double[]{3, 2, 1}).build();
        assertThatThrownBy(() -> TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1), shorter))
            .isInstanceOf(KNIMEException.class)
            .hasMessage("The column \"Embedding\" has vectors of 3 numbers, but those in the training data have 32.");
    }

    @Test
    void aRowWithoutAnEmbeddingIsNotReached() throws Exception {
        final var embedding = cells(40, i -> i == 7 ? null : new double[]{i % 2 * 5 + 0.01 * i, -i % 2 * 5 + 0.02 * i});
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), new TestTable().lists("Embedding", embedding)
            .strings("label", cells(40, i -> i < 2 ? "group " + i : null)).build());
        final var predicted = texts(run.table(0), "Prediction (label)");
        assertThat(predicted.get(7)).isNull();
        assertThat(right(predicted)).isEqualTo(39);
    }
}
