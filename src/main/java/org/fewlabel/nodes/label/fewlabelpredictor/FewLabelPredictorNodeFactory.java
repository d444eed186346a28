package org.fewlabel.nodes.label.fewlabelpredictor;

import org.fewlabel.device.Workers;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.table.AppendedColumns;
import org.fewlabel.table.ClassCells;
import org.fewlabel.table.ColumnNames;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FittedColumns;
import org.fewlabel.table.LabelClasses;
import org.fewlabel.table.SharedMessages;
import org.fewlabel.table.TableRows;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Few-Label Predictor. */
public final class FewLabelPredictorNodeFactory extends DefaultNodeFactory {

    private static final String MODEL = "classifier";

    private static final DefaultNode NODE = DefaultNode.create()
        .name("Few-Label Predictor")
        .icon("../../../../../icons/few-label-predictor.png")
        .shortDescription("Predicts the classes of new rows with a classifier learned from few labels.")
        .fullDescription(
            """
                <p>This node applies a classifier of this extension to the rows of a table. It appends the predicted
                class, its confidence and (optional) class probabilities.</p>
                <p><b>When to use it.</b> For rows that were not available when the classifier was trained: next month's
                patients, or the rows that Label Masker held out.</p>
                <p><b>When not to use it.</b> For the rows that the classifier was trained on: the learner has already
                predicted them, and more accurately, because it used all of them together.</p>
                <p><b>Input.</b> The table must contain the columns that the classifier was trained on, with the same
                names and types, in any order; other columns are passed through. Missing cells are allowed. A category
                that did not occur in training counts as missing and is reported.</p>
                <p><b>Output.</b> The prediction columns. A row that the classifier cannot classify gets missing
                cells.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputPort("Classifier", "A classifier from any learner of this extension.", ClassifierPortObject.TYPE)
            .addInputTable("New rows", "Rows with the columns that the classifier was trained on.")
            .addOutputTable("Predicted rows", "The rows with prediction, confidence and class probabilities appended."))
        .model(m -> m
            .parametersClass(FewLabelPredictorNodeParameters.class)
            .configure(FewLabelPredictorNodeFactory::configure)
            .execute(FewLabelPredictorNodeFactory::execute))
        .nodeType(NodeType.Predictor)
        .keywords("semi-supervised", "predict", "apply", "score new rows", "inductive", "few labels");

    /** Created by KNIME from plugin.xml. */
    public FewLabelPredictorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FewLabelPredictorNodeParameters parameters = in.getParameters();
        final ClassifierPortObjectSpec classifier = in.getInPortSpec(0);
        final var spec = in.getInTableSpec(1);
        if (classifier.fitted()) {
            FittedColumns.check(classifier.features(), spec, MODEL);
        }
        final var classes = classifier.classes().map(LabelClasses::announced).orElse(null);
        final var columnsKnown = classes != null || !parameters.m_everyClass;
        out.setOutSpec(0, columnsKnown ? columns(parameters, classifier, classes).spec(spec) : null);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final FewLabelPredictorNodeParameters parameters = in.getParameters();
            final ClassifierPortObject port = in.getInPortObject(0);
            final var table = in.getInTable(1);
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            FittedColumns.check(port.getSpec().features(), table.getDataTableSpec(), MODEL);
            final var rows = TableRows.read(table, port.getSpec().features(), progress.part(0, 0.2));
            final var classifier = port.classifier();
            final var probabilities = classifier.predict(rows.features(), Workers.ofMachine(), progress.part(0.2, 0.9));
            final var classes = LabelClasses.announced(classifier.classes());
            final var cells = new ClassCells(port.getSpec().labelType(), classes, parameters.m_everyClass);
            out.setOutData(0, columns(parameters, port.getSpec(), classes).append(table,
                row -> cells.of(probabilities, row), exec));
            SharedMessages.unusual(classifier.unusual(rows.features(), probabilities)).add(rows.notes())
                .tell(FewLabelPredictorNodeFactory.class, out::setWarningMessage);
        });
    }

    private static AppendedColumns columns(final FewLabelPredictorNodeParameters parameters,
        final ClassifierPortObjectSpec classifier, final LabelClasses classes) {
        final var columns = new AppendedColumns();
        ClassCells.declare(columns, ColumnNames.prediction(classifier.label()), classifier.label(),
            classifier.labelType(),
            classes, parameters.m_everyClass);
        return columns;
    }
}
