package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.fewlabel.headless.node.dialog.Dialog;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.fewlabel.port.PretextPortObject;
import org.fewlabel.port.PretextPortObjectSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

/** What a dialog shows of its settings above which input: nothing that has no effect, no choice that does not fit. */
class DialogEffectsTest {

    private static final int MOST_SHOWN = 7;

    private static final EncoderPortObjectSpec ENCODER = new EncoderPortObjectSpec("contrastive", 8, false, List.of(),
        true);

    private static DataColumnSpec column(final String name, final DataType type, final String... values) {
        final var creator = new DataColumnSpecCreator(name, type);
        if (values.length > 0) {
            creator.setDomain(new DataColumnDomainCreator(
                Arrays.stream(values).map(StringCell::new).toArray(StringCell[]::new)).createDomain());
        }
        return creator.createSpec();
    }

    private static DataTableSpec table(final DataColumnSpec... columns) {
        return new DataTableSpec(columns);
    }

    private static DataColumnSpec label() {
        return column("diagnosis", StringCell.TYPE, "benign", "malignant");
    }

    private static DataColumnSpec size() {
        return column("size", DoubleCell.TYPE);
    }

    @ParameterizedTest
    @MethodSource("org.fewlabel.nodes.EveryNodeTest#factories")
    void atMostSevenSettingsAreShownAtFirst(final NodeFactory<?> factory) throws Exception {
        final var facts = NodeAccess.facts(factory);
        final var types = facts.inputs().stream().map(port -> port.type()).toList();
        final var specs = types.stream().map(type -> type.equals(BufferedDataTable.TYPE)
            ? table(size(), column("count", IntCell.TYPE), column("text", StringCell.TYPE), label()) : null)
            .toArray(PortObjectSpec[]::new);
        final var node = factory.getClass().getSimpleName().replace("NodeFactory", "");
        final var shown = Set.copyOf(NodeDialog.of(node, NodeDialog.input(types, specs)).dialog().shown());
        assertThat(Dialog.of(facts.parametersClass().orElseThrow()).controls())
            .filteredOn(control -> !control.advanced()
                && control.widget().isPresent() && shown.contains(control.toString()))
            .hasSizeBetween(1, MOST_SHOWN);
    }

    @Test
    void theFeaturesOfAnEncoderAreNotAskedFor() throws Exception {
        final var table = table(size(), column("text", StringCell.TYPE), label());
        assertThat(NodeDialog.of("PseudoLabeler", table).dialog().shown()).contains("features", "texts", "hashed");
        assertThat(NodeDialog.of("PseudoLabeler", NodeDialog.input(
            List.of(BufferedDataTable.TYPE, EncoderPortObject.TYPE), table, ENCODER)).dialog().shown())
            .contains("label", "learner").doesNotContain("features", "texts", "hashed");
    }

    @Test
    void onlyANodeWithAnEncoderCanFreezeIt() throws Exception {
        final var table = table(size(), label());
        final var pretext = new PretextPortObjectSpec(PretextTask.Kind.CORRUPT, List.of(), true);
        assertThat(NodeDialog.of("ConsistencyLearner", NodeDialog.input(
            List.of(BufferedDataTable.TYPE, PretextPortObject.TYPE), table, pretext)).dialog().shown())
            .contains("training/size").doesNotContain("training/freeze");
        assertThat(NodeDialog.of("ConsistencyLearner", NodeDialog.input(
            List.of(BufferedDataTable.TYPE, PretextPortObject.TYPE, EncoderPortObject.TYPE), table, pretext, ENCODER))
            .dialog().shown()).contains("training/freeze").doesNotContain("training/size");
    }

    @Test
    void whatIsFreeTextIsAskedOnlyIfAStringMayBeAFeature() throws Exception {
        final var only = NodeDialog.of("LabelPropagator", table(size(), column("count", IntCell.TYPE), label()));
        assertThat(only.dialog().shown()).doesNotContain("texts", "hashed");
        only.set("label", "count");
        assertThat(only.dialog().shown()).contains("texts", "hashed");
        assertThat(NodeDialog.of("LabelPropagator", table(column("a", StringCell.TYPE), label())).dialog().shown())
            .contains("texts", "hashed");
        assertThat(NodeDialog.of("LabelPropagator", (DataTableSpec)null).dialog().shown()).contains("texts");
        final var encoded = NodeDialog.of("Autoencoder", table(size(), label()));
        assertThat(encoded.dialog().shown()).doesNotContain("columns/texts", "columns/imageSize");
        assertThat(encoded.set("columns/hasLabel", false).dialog().shown()).contains("columns/texts");
    }

    @Test
    void theLossIsWeighedOnlyIfTheTaskHasTwoParts() throws Exception {
        for (final var kind : PretextTask.Kind.values()) {
            final var shown = NodeDialog.of("MaskedEncoder", NodeDialog.input(
                List.of(BufferedDataTable.TYPE, PretextPortObject.TYPE), table(size()),
                new PretextPortObjectSpec(kind, List.of(), true))).dialog().shown();
            assertThat(shown.contains("reconstruct"))
                .isEqualTo(kind == PretextTask.Kind.MASK || kind == PretextTask.Kind.CORRUPT);
        }
        assertThat(NodeDialog.of("MaskedEncoder", NodeDialog.input(
            List.of(BufferedDataTable.TYPE, PretextPortObject.TYPE), table(size()),
            new PretextPortObjectSpec(null, List.of(), false))).dialog().shown()).contains("reconstruct");
    }

    @Test
    void anErrorOfReconstructionIsOfferedIfThereIsOneOrTheSettingMustBeUndone() throws Exception {
        final var types = List.of(EncoderPortObject.TYPE, BufferedDataTable.TYPE);
        final var without = NodeDialog.of("EncoderApply", NodeDialog.input(types, ENCODER, table(size())));
        assertThat(without.dialog().shown()).doesNotContain("errors");
        assertThat(without.set("errors", true).dialog().shown()).contains("errors");
        assertThat(NodeDialog.of("EncoderApply", NodeDialog.input(types,
            new EncoderPortObjectSpec("autoencoder", 8, true, List.of(), true), table(size()))).dialog().shown())
            .contains("errors");
    }

    @Test
    void aTableOfNumbersHasNoTasksForImagesTextsAndSounds() throws Exception {
        final var numbers = NodeDialog.of("PretextGenerator", table(size(), label()));
        assertThat(numbers.dialog().choices("task"))
            .containsExactly("AUTOMATIC", "CORRUPT", "MASK", "SWAP", "BLOCKS");
        assertThat(numbers.dialog().shown()).doesNotContain("flip");
        assertThat(numbers.set("task", "ROTATE").dialog().choices("task")).as("what was chosen before stays")
            .contains("ROTATE");
        assertThat(NodeDialog.of("PretextGenerator", table(column("message", StringCell.TYPE), label())).dialog()
            .choices("task")).contains("WORDS");
        final var files = NodeDialog.of("PretextGenerator",
            table(column("file", StringCell.TYPE, "a.png", "b.png"), label()));
        assertThat(files.dialog().choices("task")).contains("IMAGE", "ROTATE", "JIGSAW", "PATCHES")
            .doesNotContain("WORDS", "TIME_FREQUENCY");
        assertThat(files.dialog().shown()).contains("flip");
    }

    @Test
    void theLabelIsNeverOfferedAsAFeature() throws Exception {
        final var table = table(size(), column("grade", StringCell.TYPE, "a", "b"), label());
        for (final var node : List.of("LabelPropagator", "PseudoLabeler", "CoTrainer", "WhichIsBetter")) {
            final var dialog = NodeDialog.of(node, table);
            assertThat(dialog.dialog().choices("features")).containsExactly("size", "grade");
            dialog.set("label", "grade");
            assertThat(dialog.dialog().choices("features")).containsExactly("size", "diagnosis");
        }
        final var encoder = NodeDialog.of("Autoencoder", table);
        assertThat(encoder.dialog().choices("columns/features")).containsExactly("size", "grade");
        assertThat(encoder.set("columns/hasLabel", false).dialog().choices("columns/features"))
            .containsExactly("size", "grade", "diagnosis");
    }

    @Test
    void stringsAreOfferedAsLabelsBeforeNumbers() throws Exception {
        final var table = table(column("p1", IntCell.TYPE), column("p2", IntCell.TYPE), label());
        assertThat(NodeDialog.of("ConsistencyLearner", table).dialog().choices("label"))
            .containsExactly("diagnosis", "p1", "p2");
    }

    @Test
    void encoderCheckOffersEmbeddingsAndOriginalColumnsApart() throws Exception {
        final var dialog = NodeDialog.of("EncoderCheck", table(size(), column("count", IntCell.TYPE), label(),
            column("diagnosis (truth)", StringCell.TYPE, "benign", "malignant"),
            column("Embedding 1", DoubleCell.TYPE), column("Embedding 2", DoubleCell.TYPE))).dialog();
        assertThat(dialog.choices("label")).containsExactly("diagnosis (truth)", "diagnosis", "count");
        assertThat(dialog.choices("embedding")).containsExactly("size", "Embedding 1", "Embedding 2");
        assertThat(dialog.choices("raw")).as("neither the truth nor the label that was hidden")
            .containsExactly("size", "count");
    }

    @Test
    void theScorerOffersWhatFitsAndSaysWhatDoesNot() throws Exception {
        final var table = table(size(), label(), column("diagnosis (truth)", StringCell.TYPE, "benign", "malignant"),
            column("Role", StringCell.TYPE, "labeled", "unlabeled"),
            column("Baseline (diagnosis)", StringCell.TYPE, "benign"),
            column("Prediction (diagnosis)", StringCell.TYPE, "benign", "malignant"),
            column("Decided by 1", StringCell.TYPE), column("animal", StringCell.TYPE, "cat", "dog"));
        final var scorer = NodeDialog.of("FewLabelScorer", table);
        assertThat(scorer.dialog().choices("truth")).containsExactly("diagnosis (truth)", "diagnosis", "animal");
        assertThat(scorer.dialog().choices("prediction"))
            .containsExactly("Prediction (diagnosis)", "Baseline (diagnosis)", "animal");
        assertThat(scorer.dialog().message("badPair")).as("the columns that are guessed").isEmpty();
        assertThat(scorer.dialog().shown()).contains("baseline");
        assertThat(scorer.set("truth", "diagnosis").dialog().message("badPair")).hasValueSatisfying(message -> {
            assertThat(message.type()).isEqualTo(MessageType.WARNING);
            assertThat(message.description()).contains("hidden", "\"diagnosis (truth)\"");
        });
        assertThat(scorer.set("truth", "animal").dialog().message("badPair"))
            .hasValueSatisfying(message -> assertThat(message.description()).contains("no class in common"));
        assertThat(scorer.set("prediction", "animal").dialog().message("badPair")).hasValueSatisfying(message -> {
            assertThat(message.type()).isEqualTo(MessageType.ERROR);
            assertThat(message.description()).contains("same column");
        });
        assertThat(NodeDialog.of("FewLabelScorer", table(label(), column("Prediction (diagnosis)", StringCell.TYPE)))
            .dialog().shown()).doesNotContain("baseline");
    }

    @Test
    void coTrainerAsksForTheSecondViewOnlyIfItIsNotTheRest() throws Exception {
        final var dialog = NodeDialog.of("CoTrainer", table(size(), column("count", IntCell.TYPE), label()));
        assertThat(dialog.dialog().shown()).contains("features").doesNotContain("viewA", "secondView", "viewB");
        dialog.set("method", "CO_TRAINING");
        assertThat(dialog.dialog().shown()).contains("viewA", "secondView").doesNotContain("features", "viewB");
        assertThat(dialog.set("secondView", "SELECTED").dialog().shown()).contains("viewB");
    }

    @Test
    void theKnownDistributionBeginsWithTheClassesOfTheLabelColumn() throws Exception {
        for (final var node : List.of("LabelPropagator", "PseudoLabeler", "ConsistencyLearner")) {
            final var dialog = NodeDialog.of(node, table(size(), label()));
            assertThat((Object[])dialog.dialog().provided("givenShares")).as("nobody knows it").isEmpty();
            final var shares = (Object[])dialog.set("shares", "GIVEN").dialog().provided("givenShares");
            assertThat(shares).extracting("m_class").containsExactly("benign", "malignant");
            assertThat(shares).extracting("m_share").containsExactly(50.0, 50.0);
            dialog.set("givenShares", Arrays.copyOf(shares, 1));
            assertThat((Object[])dialog.dialog().provided("givenShares")).as("what is there stays").hasSize(1);
        }
    }

    @Test
    void aConfidenceIsShownInPercentAndSavedAsAShare() throws Exception {
        for (final var node : List.of("PseudoLabeler", "ConsistencyLearner")) {
            final var dialog = NodeDialog.of(node, table(size(), label())).set("threshold", 28.9);
            assertThat(dialog.saved().getDouble("threshold")).isEqualTo(0.289);
        }
    }
}
