package org.knime.node.parameters.widget.choices.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fewlabel.headless.node.PortsInput;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;

class ColumnSelectionUtilTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"text", "number", "more"},
        new DataType[]{StringCell.TYPE, IntCell.TYPE, StringCell.TYPE});

    private static final NodeParametersInput KNOWN = PortsInput.ofTables(SPEC);

    private static final NodeParametersInput UNKNOWN = PortsInput.ofTables((DataTableSpec)null);

    private static List<String> names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toList();
    }

    @Test
    void findsColumnsByType() {
        assertThat(names(ColumnSelectionUtil.getAllColumnsOfFirstPort(KNOWN))).containsExactly("text", "number",
            "more");
        assertThat(names(ColumnSelectionUtil.getStringColumnsOfFirstPort(KNOWN))).containsExactly("text", "more");
        assertThat(names(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(KNOWN))).containsExactly("number");
        assertThat(names(ColumnSelectionUtil.getStringColumns(SPEC))).containsExactly("text", "more");
        assertThat(names(ColumnSelectionUtil.getDoubleColumns(SPEC))).containsExactly("number");
        assertThat(
            names(ColumnSelectionUtil.getCompatibleColumnsOfFirstPort(KNOWN, DoubleValue.class, StringValue.class)))
            .hasSize(3);
        assertThat(names(ColumnSelectionUtil.getCompatibleColumns(SPEC, List.of(DoubleValue.class)))).hasSize(1);
        assertThat(ColumnSelectionUtil.getFirstStringColumn(SPEC)).map(DataColumnSpec::getName).contains("text");
        assertThat(ColumnSelectionUtil.getFirstDoubleColumn(SPEC)).map(DataColumnSpec::getName).contains("number");
        assertThat(ColumnSelectionUtil.getFirstColumnOfFirstPort(KNOWN)).map(DataColumnSpec::getName).contains("text");
    }

    @Test
    void unknownTableHasNoColumns() {
        assertThat(ColumnSelectionUtil.getAllColumnsOfFirstPort(UNKNOWN)).isEmpty();
        assertThat(ColumnSelectionUtil.getFirstColumnOfFirstPort(UNKNOWN)).isEmpty();
        assertThat(ColumnSelectionUtil.getStringColumns((DataTableSpec)null)).isEmpty();
        assertThat(new AllColumnsProvider().columnChoices(UNKNOWN)).isEmpty();
    }

    @Test
    void providersOfferTheSameColumnsWithTheirTypes() {
        assertThat(new AllColumnsProvider().computeState(KNOWN)).extracting(TypedStringChoice::id)
            .containsExactly("text", "number", "more");
        assertThat(new StringColumnsProvider().computeState(KNOWN)).extracting(TypedStringChoice::text)
            .containsExactly("text", "more");
        assertThat(new DoubleColumnsProvider().computeState(KNOWN)).singleElement()
            .satisfies(choice -> assertThat(choice.type().id()).isEqualTo("org.knime.core.data.IntValue"));
        assertThat(new DoubleColumnsProvider().computeState(UNKNOWN)).isEmpty();
    }
}
