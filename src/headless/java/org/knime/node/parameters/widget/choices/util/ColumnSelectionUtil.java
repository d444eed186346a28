package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns by their type. An unknown table has no columns. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    /** @return the columns of an input table */
    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput context, final int portIndex) {
        return columns(context, portIndex).toList();
    }

    /** @return the columns of an input table that pass the filter */
    public static List<DataColumnSpec> getFilteredColumns(final NodeParametersInput context, final int portIndex,
        final Predicate<DataColumnSpec> filter) {
        return columns(context, portIndex).filter(filter).toList();
    }

    private static Stream<DataColumnSpec> columns(final NodeParametersInput input, final int port) {
        return input.getInTableSpec(port).stream().flatMap(DataTableSpec::stream);
    }
}
