package org.fewlabel.nodes.encode;

import java.util.List;
import java.util.function.Supplier;

import org.fewlabel.nodes.InputPredicates.HasLabelReference;
import org.fewlabel.table.Features;
import org.fewlabel.table.LabelReference;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/**
 * The choices of a dialog for the input of an encoder: all suitable columns except the label column, if there is one.
 */
final class EncodedColumnChoices implements ColumnChoicesProvider {

    private Supplier<Boolean> hasLabel;

    private Supplier<String> label;

    @Override
    public void init(final StateProviderInitializer initializer) {
        hasLabel = initializer.computeFromValueSupplier(HasLabelReference.class);
        label = initializer.computeFromValueSupplier(LabelReference.class);
        ColumnChoicesProvider.super.init(initializer);
    }

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return input.getInTableSpec(0).map(spec -> Features.choices(spec, hasLabel.get() ? label.get() : null))
            .orElseGet(List::of);
    }
}
