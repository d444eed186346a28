package org.fewlabel.table;

import java.util.List;
import java.util.function.Supplier;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** The choices of a dialog for features: all suitable columns except the selected label column. */
public final class FeatureColumnChoices implements ColumnChoicesProvider {

    private Supplier<String> label;

    @Override
    public void init(final StateProviderInitializer initializer) {
        label = initializer.computeFromValueSupplier(LabelReference.class);
        ColumnChoicesProvider.super.init(initializer);
    }

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return input.getInTableSpec(0).map(spec -> Features.choices(spec, label.get())).orElseGet(List::of);
    }
}
