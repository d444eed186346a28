package org.fewlabel.nodes.label.labelpropagator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.neighbor.AutomaticSearch;
import org.fewlabel.learn.propagation.LabelPropagator;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.nodes.label.ClassDistribution;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeParameters.Alike;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeParameters.Method;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.Provenance;
import org.fewlabel.table.AppendedColumns;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LabelClasses;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelType;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.PropagatedColumns;
import org.fewlabel.table.SharedMessages;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Label Propagator. */
public final class LabelPropagatorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
        .name("Label Propagator")
        .icon("../../../../../icons/label-propagator.png")
        .shortDescription("Propagates a few labels to all rows along a graph of similar rows.")
        .fullDescription(
            """
                <p>This node connects each row with its nearest neighbors and propagates the given labels along this
                graph until every reachable row has a class and a confidence. By default several graph methods are
                compared by cross-validation on the given labels and combined. The classifier at the second port
                predicts new rows.</p>
                <p><b>When to use it.</b> With few labels, many unlabeled rows, and classes that form groups: rows of
                one class are more similar to each other than to rows of other classes.</p>
                <p><b>When not to use it.</b> If the classes do not form groups, the unlabeled rows mislead. Compare the
                result with the baseline, logistic regression on the labeled rows only: the node reports both
                cross-validated accuracies, and Few-Label Scorer compares the two columns in detail.</p>
                <p><b>Input.</b> A missing cell in the label column means unlabeled. Numbers are scaled, categories
                count as equal or different, and missing cells are skipped when two rows are compared. Held-out rows
                (column <i>Role</i>, from Label Masker) are ignored; Few-Label Predictor predicts them.</p>
                <p><b>Output.</b> The prediction, its confidence and (optional) class probabilities, and the baseline: a
                classifier trained on the labeled rows only. Given labels are kept. <i>Reached</i> is false if no chain
                of neighbors connects a row with a labeled row; such rows get no prediction. <i>Contradicted</i> is true
                if the neighbors of a labeled row indicate another class: check that label.</p>
                <p><b>Methods.</b> Let W be the matrix of similarities, D the diagonal matrix of its row sums, S =
                D^(-1/2) W D^(-1/2), and Y the given labels. Label spreading computes F = (1 - α) (I - αS)^(-1) Y. Label
                propagation solves (D - W) F = 0 on the unlabeled rows, with the given labels fixed. Class mass
                normalization rescales this to a class distribution (Zhu, Ghahramani and Lafferty 2003). Poisson
                learning and PoissonMBO are made for very few labels.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Few labels", "Rows with features and a label column in which most cells are missing.")
            .addOutputTable("All labels",
                "The rows with prediction, confidence, class probabilities, baseline and flags appended.")
            .addOutputPort("Classifier", "Predicts new rows with Few-Label Predictor.",
                ClassifierPortObject.TYPE))
        .model(m -> m
            .parametersClass(LabelPropagatorNodeParameters.class)
            .configure(LabelPropagatorNodeFactory::configure)
            .execute(LabelPropagatorNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("semi-supervised", "label propagation", "label spreading", "graph", "few labels", "unlabeled",
            "nearest neighbors", "transductive")
        .addExternalResource("https://papers.nips.cc/paper/2506-learning-with-local-and-global-consistency",
            "Zhou et al. (2004): Learning with Local and Global Consistency")
        .addExternalResource("http://mlg.eng.cam.ac.uk/zoubin/papers/CMU-CALD-02-107.pdf",
            "Zhu and Ghahramani (2002): Learning from Labeled and Unlabeled Data with Label Propagation")
        .addExternalResource("https://arxiv.org/abs/2006.11184",
            "Calder et al. (2020): Poisson Learning: Graph Based Semi-Supervised Learning at Very Low Label Rates");

    /** Created by KNIME from plugin.xml. */
    public LabelPropagatorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final LabelPropagatorNodeParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
        final var label = LabelColumn.check(spec, parameters.m_label, LabelPropagatorNodeParameters.LABEL_TITLE);
        final var features = FeatureSetting.LEARNED.choose(spec, parameters.m_features, parameters.m_label).columns();
        final var classes = LabelColumn.classes(label).orElse(null);
        final var type = LabelType.of(label);
        final var columnsKnown = classes != null || !parameters.m_everyClass;
        final var known = classes == null ? null : LabelClasses.announced(classes);
        out.setOutSpec(0, columnsKnown ? columns(parameters, type, known).spec(spec) : null);
        if (classes != null) {
            ClassShareParameters.check(priors(parameters), classes);
        }
        out.setOutSpec(1, ClassifierPortObjectSpec.announced(parameters.m_label, type, classes, features));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final LabelPropagatorNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final BufferedDataTable table = in.getInTable(0);
            final var spec = table.getDataTableSpec();
            parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
            final var type = LabelType.of(
                LabelColumn.check(spec, parameters.m_label, LabelPropagatorNodeParameters.LABEL_TITLE));
            final var features = FeatureSetting.LEARNED.choose(spec, parameters.m_features, parameters.m_label);
            final var data = LearningTable.read(table, parameters.m_label, features, parameters.m_texts,
                progress.part(0, 0.1))
                .hashed(parameters.m_hashed);
            ClassShareParameters.check(priors(parameters), data.labels().classes());
            final var fitted = new LabelPropagator(settings(parameters)).fit(data.features(), data.labels(),
                Workers.ofMachine(),
                progress.part(0.1, 0.9));
            final var classes = data.labels().classes();
            final var known = LabelClasses.of(spec.getColumnSpec(parameters.m_label), classes);
            final var cells = new PropagatedColumns(type, known, data, fitted, wanted(parameters));
            out.setOutData(0, columns(parameters, type, known).append(table, cells, exec));
            final var report = LabelPropagatorMessages.of(fitted.figures());
            out.setOutData(1,
                new ClassifierPortObject(
                    new ClassifierPortObjectSpec(parameters.m_label, type, classes, data.columns()),
                    fitted.classifier(),
                    Provenance.now("Label Propagator", described(parameters, fitted), data.features().size(),
                        data.labels().labeled().length).with(report.sentences())));
            if (parameters.m_everyClass) {
                report.add(known.notes(parameters.m_label));
            }
            report.add(SharedMessages.heldOut(data.heldOut())).add(data.notes());
            report.tell(LabelPropagatorNodeFactory.class, out::setWarningMessage);
        });
    }

    private static LabelPropagator.Settings settings(final LabelPropagatorNodeParameters parameters) {
        return new LabelPropagator.Settings(LabelPropagator.Method.valueOf(parameters.m_method.name()),
            priors(parameters),
            parameters.m_neighbours.orElse(0), parameters.m_alpha, parameters.m_calibrate,
            parameters.m_similarity == Alike.AUTOMATIC ? Optional.empty()
                : Optional.of(Similarity.valueOf(parameters.m_similarity.name())),
            wanted(parameters).deciding(), AutomaticSearch.Mode.valueOf(parameters.m_search.name()));
    }

    private static ClassPriors priors(final LabelPropagatorNodeParameters parameters) {
        return parameters.m_shares.priors(parameters.m_givenShares);
    }

    private static PropagatedColumns.Wanted wanted(final LabelPropagatorNodeParameters parameters) {
        return new PropagatedColumns.Wanted(parameters.m_everyClass, parameters.m_baseline,
            parameters.m_decidedBy ? parameters.m_decidingRows : 0);
    }

    private static AppendedColumns columns(final LabelPropagatorNodeParameters parameters, final LabelType type,
        final LabelClasses classes) {
        return PropagatedColumns.declare(parameters.m_label, type, classes, wanted(parameters));
    }

    private static Map<String, String> described(final LabelPropagatorNodeParameters parameters,
        final LabelPropagator.Fitted fitted) {
        final var text = new LinkedHashMap<String, String>();
        text.put(LabelPropagatorNodeParameters.LABEL_TITLE, parameters.m_label);
        text.put("Method", LabelPropagator.Method.valueOf(parameters.m_method.name()).text());
        text.put("Neighbors", Integer.toString(fitted.neighbors()));
        if (parameters.m_method == Method.SPREADING) {
            text.put("Spreading factor", Double.toString(parameters.m_alpha));
        }
        text.put("Similarity", parameters.m_similarity.name());
        text.put(LabelPropagatorNodeParameters.SEARCH_TITLE, parameters.m_search.name());
        text.put("Recall of neighbors", Double.toString(fitted.recall()));
        text.put(ClassDistribution.TITLE, parameters.m_shares.name());
        text.put("Bandwidth", Double.toString(fitted.bandwidth()));
        return text;
    }
}
