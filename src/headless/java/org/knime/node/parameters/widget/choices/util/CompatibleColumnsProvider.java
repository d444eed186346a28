package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** Gives those columns of an input table whose type can be read as one of some value classes. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {

    private final Collection<Class<? extends DataValue>> m_valueClasses;

    /** @param valueClass what the columns can be read as */
    protected CompatibleColumnsProvider(final Class<? extends DataValue> valueClass) {
        this(List.of(valueClass));
    }

    /** @param valueClasses a column that can be read as one of these is included */
    protected CompatibleColumnsProvider(final Collection<Class<? extends DataValue>> valueClasses) {
        m_valueClasses = valueClasses;
    }

    @Override
    public boolean isIncluded(final DataColumnSpec col) {
        return m_valueClasses.stream().anyMatch(col.getType()::isCompatible);
    }

    /** Gives the columns that can be read as text. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {

        /** Called by the framework. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }

    /** Gives the columns that can be read as numbers. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {

        /** Called by the framework. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }
}
