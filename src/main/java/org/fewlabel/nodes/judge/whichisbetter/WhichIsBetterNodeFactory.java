package org.fewlabel.nodes.judge.whichisbetter;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.device.Workers;
import org.fewlabel.learn.compare.Experiment;
import org.fewlabel.learn.compare.WhichIsBetter;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.Provenance;
import org.fewlabel.table.ComparisonTables;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelType;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.SharedMessages;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Which Is Better?. */
public final class WhichIsBetterNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Which Is Better?";

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/which-is-better.png")
        .shortDescription("Compares methods for learning from few labels and trains the best one.")
        .fullDescription(
            """
                <p>This node holds out some of the given labels, trains several methods on the rest, and evaluates them
                on the held-out rows; this is repeated with other rows. It reports the accuracy of each method by number
                of labels, recommends one method and states how certain this is, and estimates the gain from doubling
                the labels. The recommended method is then trained with all labels.</p>
                <p><b>When to use it.</b> If you want one node that makes the best of your labels; or before you decide:
                do the unlabeled rows help, does an encoder help, and are more labels worth their price? With ten labels
                per class or more the answer is reliable; with fewer it is uncertain, and the node says so.</p>
                <p><b>When not to use it.</b> With a single label per class no label can be held out; then Label
                Propagator, the most robust method, is used without comparison.</p>
                <p><b>Input.</b> A missing cell in the label column means unlabeled. Held-out rows (column <i>Role</i>,
                from Label Masker) are ignored; Few-Label Predictor predicts them.</p>
                <p><b>Output.</b> The methods are those of the nodes of the same name with default settings. The gain of
                a method is its accuracy minus that of the baseline, logistic regression on the same labels and rows;
                its interval and p-value account for the rows that the repetitions share (Nadeau and Bengio 2003). The
                ensemble of all methods (the mean of their class probabilities) is recommended, unless Label Propagator
                is better by more than one standard error or another method by more than two. On tables that consist of
                texts only, Pseudo-Labeler takes the place of both.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Labeled and unlabeled rows",
                "Rows with features and a label column in which most cells may be missing.")
            .addOutputTable("Scores",
                "One row per method and number of labels: accuracy, gain over the baseline, and seconds.")
            .addOutputTable("Curve",
                "Accuracy by number of labels, one column per method, for a line plot over <i>Labels</i>.")
            .addOutputPort("Classifier", "Predicts new rows with Few-Label Predictor.",
                ClassifierPortObject.TYPE))
        .model(m -> m
            .parametersClass(WhichIsBetterNodeParameters.class)
            .configure(WhichIsBetterNodeFactory::configure)
            .execute(WhichIsBetterNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("semi-supervised", "self-supervised", "compare", "learning curve", "label efficiency", "automatic",
            "AutoML", "few labels", "benchmark")
        .addExternalResource("https://doi.org/10.1023/A:1024068626366",
            "Nadeau and Bengio (2003): Inference for the Generalization Error");

    /** Created by KNIME from plugin.xml. */
    public WhichIsBetterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final WhichIsBetterNodeParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
        final var label = LabelColumn.check(spec, parameters.m_label, WhichIsBetterNodeParameters.LABEL_TITLE);
        final var features = FeatureSetting.RAW.choose(spec, parameters.m_features, parameters.m_label).columns();
        out.setOutSpec(0, ComparisonTables.scoresSpec());
        out.setOutSpec(1, ComparisonTables.curveSpec(parameters.routes()));
        out.setOutSpec(2, ClassifierPortObjectSpec.announced(parameters.m_label, LabelType.of(label),
            LabelColumn.classes(label).orElse(null), features));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final WhichIsBetterNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var spec = table.getDataTableSpec();
            parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
            final var label = LabelColumn.check(spec, parameters.m_label, WhichIsBetterNodeParameters.LABEL_TITLE);
            final var data = LearningTable.read(table, parameters.m_label,
                FeatureSetting.RAW.choose(spec, parameters.m_features, parameters.m_label), parameters.m_texts,
                progress.part(0, 0.02))
                .hashed(parameters.m_hashed);
            final var routes = parameters.routes();
            final var result = new WhichIsBetter(new Experiment(routes, parameters.m_draws, parameters.m_heldOut / 100,
                60 * parameters.m_minutes, parameters.m_seed)).run(data.features(), data.labels(), Workers.ofMachine(),
                    progress.part(0.02, 1));
            out.setOutData(0, ComparisonTables.scores(result, routes, exec));
            out.setOutData(1, ComparisonTables.curve(result, routes, exec));
            final var report = WhichIsBetterMessages.of(result);
            out.setOutData(2,
                new ClassifierPortObject(
                    new ClassifierPortObjectSpec(parameters.m_label, LabelType.of(label), data.labels().classes(),
                        data.columns()),
                    result.classifier(), Provenance.now(NAME, described(parameters, result), data.features().size(),
                        data.labels().labeled().length).with(report.sentences())));
            report.add(SharedMessages.heldOut(data.heldOut())).add(data.notes())
                .tell(WhichIsBetterNodeFactory.class, out::setWarningMessage);
        });
    }

    private static Map<String, String> described(final WhichIsBetterNodeParameters parameters,
        final WhichIsBetter.Result result) {
        final var text = new LinkedHashMap<String, String>();
        text.put(WhichIsBetterNodeParameters.LABEL_TITLE, parameters.m_label);
        text.put("Recommended", result.recommendation().route().text());
        text.put(WhichIsBetterNodeParameters.REPETITIONS_TITLE, Integer.toString(parameters.m_draws));
        text.put(WhichIsBetterNodeParameters.HELD_OUT_TITLE, Double.toString(parameters.m_heldOut));
        text.put("Random seed", Long.toString(parameters.m_seed));
        return text;
    }
}
