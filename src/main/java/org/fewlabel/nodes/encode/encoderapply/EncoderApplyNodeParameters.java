package org.fewlabel.nodes.encode.encoderapply;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** The dialog of Encoder Apply. */
@LoadDefaultsForAbsentFields
final class EncoderApplyNodeParameters implements NodeParameters {

    /** In how many columns the embedding comes. */
    enum Form {
        @Label(value = "One vector column", description = """
            A list of numbers in the column <i>Embedding</i>. Label Propagator, Encoder Check and the other nodes of
            this extension read it; <i>Split Collection Column</i> makes columns of it.
            """)
        VECTOR,
        @Label(value = "One column per dimension", description = """
            Numbers in the columns <i>Embedding 1</i>, <i>Embedding 2</i> and so on, for any other node.
            """)
        COLUMNS;
    }

    @Widget(title = "Append as", description = "How the embedding is appended.")
    @ValueSwitchWidget
    Form m_form = Form.VECTOR;

    @Widget(title = "Append reconstruction error", description = """
        Appends how badly the encoder reconstructs each row: the mean over its columns of the squared error of scaled
        numbers and the cross-entropy of categories; missing cells do not count. Rows that are unlike all others have
        large ones. Only Masked Encoder and Autoencoder make encoders that can tell.
        """)
    boolean m_errors;
}
