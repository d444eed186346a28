package org.fewlabel.nodes.encode.encoderapply;

import org.fewlabel.port.EncoderPortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** The dialog of Encoder Apply. */
@LoadDefaultsForAbsentFields
final class EncoderApplyNodeParameters implements NodeParameters {

    /** In how many columns the embedding comes. */
    enum Form {
        @Label(value = "One vector column", description = """
            A list of numbers in the column <i>Embedding</i>, which the other nodes of this extension read.
            <i>Split Collection Column</i> makes columns of it.
            """)
        VECTOR,
        @Label(value = "One column per dimension", description = """
            Numbers in the columns <i>Embedding 1</i>, <i>Embedding 2</i> and so on, for any other node.
            """)
        COLUMNS;
    }

    interface ErrorsReference extends ParameterReference<Boolean> {
    }

    /** Holds if the encoder can reconstruct rows, or if that is not known yet; and if the setting must be undone. */
    static final class MayReconstruct implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(ErrorsReference.class).isTrue().or(i.getConstant(input -> {
                final var encoder = input.getInPortSpec(0).orElse(null);
                return !(encoder instanceof EncoderPortObjectSpec spec) || spec.open() || spec.reconstructs();
            }));
        }
    }

    @Widget(title = "Append as", description = "How the embedding is appended.")
    @ValueSwitchWidget
    Form m_form = Form.VECTOR;

    @Widget(title = "Append reconstruction error", description = """
        Appends how badly the encoder reconstructs each row: the mean of squared errors of scaled numbers and of the
        cross-entropy of categories. Unusual rows have large errors.
        """)
    @ValueReference(ErrorsReference.class)
    @Effect(predicate = MayReconstruct.class, type = EffectType.SHOW)
    boolean m_errors;
}
