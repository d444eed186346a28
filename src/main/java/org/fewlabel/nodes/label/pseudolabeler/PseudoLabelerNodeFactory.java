package org.fewlabel.nodes.label.pseudolabeler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Truth;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.nodes.label.RoundsParameters;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.Provenance;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FeatureChoice;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.GuessedColumns;
import org.fewlabel.table.LabelClasses;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelType;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.RoundsTable;
import org.fewlabel.table.Text;
import org.fewlabel.table.TruthColumn;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Pseudo-Labeler. */
public final class PseudoLabelerNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Pseudo-Labeler";

    private static final int GIVEN_PORT = 1;

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/pseudo-labeler.png")
        .shortDescription("Lets a classifier learn from its own guesses, as far as they can be trusted.")
        .fullDescription(
            """
                <p>Trains a classifier on the labeled rows, lets it guess the others, and trains it again with the
                guesses that can be trusted, round by round (self-training). Whether that helped is asked of labels that
                were hidden in turn: if it cannot be told, the result is what the labeled rows alone give, and the
                message says so.</p>
                <p><b>When to use it.</b> Some ten labels per class or more, many unlabeled rows, and a learner that
                suits the table. With 25 labels or more the node can tell whether the rounds help.</p>
                <p><b>When not.</b> With one or two labels per class a wrong guess breeds more of its kind: Label
                Propagator uses so few labels better. Guesses cannot find a class that no label names.</p>
                <p><b>Input.</b> A missing cell in the label column means unlabeled. Rows that Label Masker held out are
                ignored. If its truth column is there, nothing is learned from it, but the guesses of every round are
                checked against it.</p>
                <p><b>Classifier or encoder.</b> Add the second input with the three dots at the node. An
                <i>encoder</i>, which Contrastive Encoder, Masked Encoder or Autoencoder has trained on columns of this
                table, takes the place of the features: the learner reads its embedding, and a neural network goes on
                from it (fine-tuning). The classifier that comes out reads the encoder's columns. A <i>classifier</i> of
                the same classes makes the guesses of the first round in place of the base learner, which learns from
                those that can be trusted and guesses from then on. Round 0 is still what the base learner makes of the
                labeled rows alone.</p>
                <p><b>What nobody can tell.</b> A given classifier is not judged itself, and is no part of the result:
                it may have learned from the very labels that are hidden here in turn, and so may an encoder that saw
                their rows. For the same reason the hidden labels may speak a little too well of rounds that learned
                from it; hold rows out with Label Masker, before anything is trained, to be sure.</p>
                <p><b>Output.</b> The prediction, its confidence and (if wanted) the probability of every class, and
                what the labeled rows alone give. Given labels are kept; <i>Contradicted</i> is true where what was
                learned from the other labels speaks for another class. The table of rounds has a row for each round, 0
                for the labeled rows alone: who guessed, how many guesses were learned from, what they weigh, how many
                are new, other than before, or no longer trusted, from which confidence on a guess counts in full, and
                the share of hidden labels that is told right.</p>
                """)
        .sinceVersion(5, 8, 0)
        .dynamicPorts(p -> p
            .addInputPortGroup("Few labels", g -> g.name("Few labels")
                .description("Rows with features and a label column that is missing in most of them.")
                .fixed(BufferedDataTable.TYPE))
            .addInputPortGroup("Classifier or encoder", g -> g.name("Classifier or encoder").description("""
                An encoder whose embedding is learned from, or a classifier that makes the guesses of the first round.
                """).optional().supportedTypes(ClassifierPortObject.TYPE, EncoderPortObject.TYPE))
            .addOutputPortGroup("All labels", g -> g.name("All labels")
                .description("The rows with predicted classes, confidences and flags appended.")
                .fixed(BufferedDataTable.TYPE))
            .addOutputPortGroup("Classifier", g -> g.name("Classifier")
                .description("Predicts new rows with the node Few-Label Predictor.").fixed(ClassifierPortObject.TYPE))
            .addOutputPortGroup("Rounds", g -> g.name("Rounds")
                .description("A row for each round: what was learned from, and how right it was.")
                .fixed(BufferedDataTable.TYPE)))
        .model(m -> m
            .parametersClass(PseudoLabelerNodeParameters.class)
            .configure(PseudoLabelerNodeFactory::configure)
            .execute(PseudoLabelerNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("semi-supervised", "self-training", "pseudo-labeling", "pseudo-labels", "expectation maximization",
            "few labels", "unlabeled", "FreeMatch", "SoftMatch")
        .addExternalResource("https://arxiv.org/abs/2205.07246",
            "Wang et al. (2023): FreeMatch, Self-adaptive Thresholding for Semi-supervised Learning")
        .addExternalResource("https://arxiv.org/abs/2301.10921",
            "Chen et al. (2023): SoftMatch, Addressing the Quantity-Quality Trade-off in Semi-supervised Learning")
        .addExternalResource("https://doi.org/10.1023/A:1007692713085",
            "Nigam et al. (2000): Text Classification from Labeled and Unlabeled Documents using EM");

    /** Created by KNIME from plugin.xml. */
    public PseudoLabelerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final PseudoLabelerNodeParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
        final var label = LabelColumn.check(spec, parameters.m_label, PseudoLabelerNodeParameters.LABEL_TITLE);
        final var classes = LabelColumn.classes(label).orElse(null);
        final PortObjectSpec given = in.getInPortSpecs().length > GIVEN_PORT ? in.getInPortSpec(GIVEN_PORT) : null;
        final var encoded = GivenPort.check(given, spec, parameters.m_label, classes);
        final var features = encoded.isPresent() ? encoded.get() : features(parameters, spec).columns();
        final var type = LabelType.of(label);
        final var wanted = parameters.m_learning.wanted();
        out.setOutSpec(0, classes == null && wanted.everyClass() ? null
            : GuessedColumns.declare(parameters.m_label, type,
                classes == null ? null : LabelClasses.announced(classes), wanted).spec(spec));
        if (classes != null) {
            ClassShareParameters.check(parameters.priors(), classes);
        }
        out.setOutSpec(1, ClassifierPortObjectSpec.announced(parameters.m_label, type, classes, features));
        out.setOutSpec(2, RoundsTable.spec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final PseudoLabelerNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var spec = table.getDataTableSpec();
            parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
            final var type = LabelType.of(
                LabelColumn.check(spec, parameters.m_label, PseudoLabelerNodeParameters.LABEL_TITLE));
            final PortObject given = in.getInPortObjects().length > GIVEN_PORT ? in.getInPortObject(GIVEN_PORT) : null;
            final var encoded = GivenPort.check(given == null ? null : given.getSpec(), spec, parameters.m_label, null);
            final var data = encoded.isPresent()
                ? LearningTable.readAll(table, parameters.m_label, encoded.get(), progress.part(0, 0.05))
                : LearningTable.read(table, parameters.m_label, features(parameters, spec), parameters.m_texts,
                    progress.part(0, 0.05)).hashed(parameters.m_hashed);
            final var classes = data.labels().classes();
            final var known = LabelClasses.of(spec.getColumnSpec(parameters.m_label), classes);
            ClassShareParameters.check(parameters.priors(), classes);
            final var truth = TruthColumn.read(table, parameters.m_label, data.labels(), progress.part(0.05, 0.1));
            final var beginning = GivenPort.beginning(given, table, parameters.m_label, progress.part(0.1, 0.12));
            final var fitted = parameters.method().fit(beginning, data.features(), data.labels(), truth,
                Workers.ofMachine(), progress.part(0.12, 0.9));
            final var wanted = parameters.m_learning.wanted();
            out.setOutData(0, GuessedColumns.declare(parameters.m_label, type, known, wanted).append(table,
                new GuessedColumns(type, known, data, fitted, wanted), exec));
            out.setOutData(1,
                new ClassifierPortObject(
                    new ClassifierPortObjectSpec(parameters.m_label, type, classes, data.columns()),
                    fitted.classifier(),
                    Provenance.now(NAME, described(parameters, given, fitted), data.features().size(),
                        data.labels().labeled().length)));
            out.setOutData(2, RoundsTable.of(fitted, truth.map(Truth::classes).orElse(classes), exec));
            final var notes = new ArrayList<>(fitted.notes());
            if (wanted.everyClass()) {
                notes.addAll(known.notes(parameters.m_label).warnings());
            }
            if (data.heldOut() > 0) {
                notes.add("Not looked at because they are held out: " + Text.count(data.heldOut(), "row")
                    + ". Few-Label Predictor predicts such rows.");
            }
            notes.addAll(data.notes().warnings());
            Execution.tell(notes, out::setWarningMessage);
        });
    }

    private static FeatureChoice features(final PseudoLabelerNodeParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        return FeatureSetting.LEARNED.choose(spec, parameters.m_features, parameters.m_label);
    }

    private static Map<String, String> described(final PseudoLabelerNodeParameters parameters, final PortObject given,
        final RoundLearner.Fitted fitted) {
        final var text = new LinkedHashMap<String, String>();
        text.put("Classifier or encoder", given == null ? "none" : given.getSummary());
        parameters.describe(text);
        RoundsParameters.describe(fitted.learned(), text);
        return text;
    }
}
