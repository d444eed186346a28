package org.fewlabel.nodes.judge.whichisbetter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.fewlabel.table.Text;
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
        .shortDescription("Tries which way from few labels to a classifier is better for your table, and goes it.")
        .fullDescription(
            """
                <p>Hides labels that you have, tries several ways with what is left, and judges them on rows that none
                of them has seen, again and again with other rows. It prints how right each way was with how many
                labels, recommends one with its evidence and its doubt, says what twice the labels would buy if that can
                be told, and gives a classifier that has gone the recommended way with all labels.</p>
                <p><b>When to use it.</b> If you want one node that makes the best of your labels; or before you choose:
                do the unlabeled rows help here, does an encoder, and are more labels worth their price? With ten labels
                per class or more the answer is a measurement. With fewer it is mostly a doubt, and the message says
                so.</p>
                <p><b>When not.</b> With a single label per class nothing can be hidden: then Label Propagator, the most
                robust way, is gone without a trial.</p>
                <p>Compared are the methods of the nodes of that name with their default settings. The gain of each is
                its accuracy less that of logistic regression on the same labels and rows; its interval and p respect
                that the draws share rows (Nadeau and Bengio 2003). The committee of all ways (the mean of what they
                say) is recommended unless Label Propagator is better by more than one standard error, or another by
                more than two; of tables with nothing but texts it is Pseudo-Labeler that stands. Rows that Label Masker
                held out are ignored.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Labeled and unlabeled rows",
                "Rows with features and a label column, which may be missing in most of them.")
            .addOutputTable("Scores", "A row for each method and number of labels: how right, how long, and its gain.")
            .addOutputTable("Curve", "Accuracy over the number of labels. Plot the columns as lines over Labels.")
            .addOutputPort("Classifier", "Predicts new rows with the node Few-Label Predictor.",
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
            out.setOutData(2,
                new ClassifierPortObject(
                    new ClassifierPortObjectSpec(parameters.m_label, LabelType.of(label), data.labels().classes(),
                        data.columns()),
                    result.classifier(), Provenance.now(NAME, described(parameters, result), data.features().size(),
                        data.labels().labeled().length)));
            Execution.tell(notes(result, data), out::setWarningMessage);
        });
    }

    private static List<String> notes(final WhichIsBetter.Result result, final LearningTable data) {
        final var notes = new ArrayList<String>();
        notes.add(result.recommendation().text());
        result.curve()
            .ifPresent(curve -> notes.add("Twice the labels would buy about " + Text.percent(curve.gain()) + " ("
                + Text.percent(curve.low()) + " to " + Text.percent(curve.high()) + ")."));
        notes.addAll(result.notes());
        if (data.heldOut() > 0) {
            notes.add(data.heldOut() + " held out rows were not looked at; Few-Label Predictor predicts them.");
        }
        notes.addAll(data.notes());
        return notes;
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
