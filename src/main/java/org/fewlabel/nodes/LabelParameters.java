package org.fewlabel.nodes;

import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelColumnChoices;
import org.fewlabel.table.LabelReference;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/**
 * The setting that all learners of labels share. It is inherited and not a group, so that its key stays at the top of
 * the settings; a subclass needs {@link LoadDefaultsForAbsentFields} itself.
 */
@LoadDefaultsForAbsentFields
public abstract class LabelParameters implements NodeParameters {

    /** The title of the setting of the label column, the same in all nodes. */
    public static final String LABEL_TITLE = "Label column";

    /** The label column; empty if none is chosen. */
    @Widget(title = LABEL_TITLE, description = """
        The column with the class names. Rows in which it is missing are unlabeled. Strings, booleans and whole numbers
        with few different values can be class names.
        """)
    @ChoicesProvider(LabelColumnChoices.class)
    @ValueReference(LabelReference.class)
    @Layout(DataSection.class)
    public String m_label = "";

    /** The defaults when nothing is known of the table. */
    protected LabelParameters() {
        // the defaults above
    }

    /** Chooses what looks like the label column of the first table. */
    protected LabelParameters(final NodeParametersInput input) {
        m_label = LabelColumn.detect(input.getInTableSpec(0).orElse(null)).orElse("");
    }
}
