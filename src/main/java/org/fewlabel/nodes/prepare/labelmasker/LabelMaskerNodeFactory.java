package org.fewlabel.nodes.prepare.labelmasker;

import org.fewlabel.learn.judge.LabelDraw;
import org.fewlabel.learn.judge.LabelDraw.PerClass;
import org.fewlabel.learn.judge.LabelDraw.Share;
import org.fewlabel.learn.judge.LabelDraw.Total;
import org.fewlabel.table.Execution;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.MaskedTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Label Masker. */
public final class LabelMaskerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
        .name("Label Masker")
        .icon("../../../../../icons/label-masker.png")
        .shortDescription("Hides most labels of a fully labeled table to simulate learning from few labels.")
        .fullDescription(
            """
                <p>This node hides most labels of a fully labeled table, as if only a few rows had been labeled by hand.
                The hidden labels are kept in a separate column, so that everything learned from the few labels can be
                scored. It can also hold out rows for a final test.</p>
                <p><b>When to use it.</b> Before you pay for labels: find out on a table that is already labeled what
                accuracy 1, 4 or 10 labels per class give. Also to compare methods on the same random selection of
                labels.</p>
                <p><b>When not to use it.</b> If only a few rows of your table are labeled, there is nothing to hide.
                Connect the table directly to Label Propagator. A missing cell in the label column means unlabeled.</p>
                <p><b>Input.</b> A table in which the labels are known.</p>
                <p><b>Output.</b> The labels to keep are drawn at random within each class (stratified). The label
                column has missing cells where labels were hidden. Two columns are appended: <i>label (truth)</i> with
                all labels, and <i>Role</i> with <i>labeled</i>, <i>unlabeled</i> or <i>held out</i>. Learners of this
                extension ignore held-out rows; Few-Label Predictor predicts them.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Labeled table", "A table with a column of known classes.")
            .addOutputTable("Masked table",
                "The table with most labels hidden, and with the true label and the role of each row appended."))
        .model(m -> m
            .parametersClass(LabelMaskerNodeParameters.class)
            .configure(LabelMaskerNodeFactory::configure)
            .execute(LabelMaskerNodeFactory::execute))
        .nodeType(NodeType.Manipulator)
        .keywords("semi-supervised", "few labels", "hide labels", "unlabeled", "partition", "simulate", "stratified");

    /** Created by KNIME from plugin.xml. */
    public LabelMaskerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final LabelMaskerNodeParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
        LabelColumn.check(spec, parameters.m_label, LabelMaskerNodeParameters.LABEL_TITLE);
        out.setOutSpec(0, MaskedTable.spec(spec, parameters.m_label));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final LabelMaskerNodeParameters parameters = in.getParameters();
            parameters.m_label = LabelColumn.orGuess(in.getInTable(0).getDataTableSpec(), parameters.m_label);
            final var masked = MaskedTable.mask(in.getInTable(0), parameters.m_label, draw(parameters),
                in.getExecutionContext());
            out.setOutData(0, masked.table());
            LabelMaskerMessages.of(masked.none(), masked.all()).add(masked.notes())
                .tell(LabelMaskerNodeFactory.class, out::setWarningMessage);
        });
    }

    private static LabelDraw draw(final LabelMaskerNodeParameters parameters) {
        final var heldOut = parameters.m_holdOut / 100;
        return switch (parameters.m_keep) {
            case PER_CLASS -> new LabelDraw(new PerClass(parameters.m_perClass), heldOut, parameters.m_seed);
            case SHARE -> new LabelDraw(new Share(parameters.m_share / 100), heldOut, parameters.m_seed);
            case TOTAL -> new LabelDraw(new Total(parameters.m_total), heldOut, parameters.m_seed);
        };
    }
}
