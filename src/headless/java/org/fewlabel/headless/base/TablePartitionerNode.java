package org.fewlabel.headless.base;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** KNIME's Table Partitioner. */
final class TablePartitionerNode extends BaseNode {

    private static final double PERCENT = 100;

    TablePartitionerNode() {
        super("Table Partitioner", 1, "First partition", "Second partition");
    }

    private enum Count {
        RELATIVE, ABSOLUTE
    }

    private enum Mode {
        RANDOM, STRATIFIED, LINEAR, FIRST_ROWS
    }

    private enum IfEmpty {
        FAIL, OUTPUT_EMPTY
    }

    private record Plan(Count unit, double percentage, long rows, Mode mode, String column, Optional<Long> seed,
        IfEmpty ifEmpty) {

        int count(final long size) {
            return (int)Math.min(size, unit == Count.RELATIVE ? (long)(percentage / PERCENT * size) : rows);
        }
    }

    private static Plan plan(final NodeSettingsRO model, final DataTableSpec spec) throws InvalidSettingsException {
        final var settings = new StrictSettings(model);
        final var plan = new Plan(settings.choice("partitioningMode", Count.class), settings.number("percentage"),
            settings.large("rowCount"), settings.choice("mode", Mode.class), settings.text("class_column", null),
            settings.optionalLarge("seed"), settings.choice("actionEmpty", IfEmpty.class));
        settings.finish();
        if (!(plan.percentage() >= 0 && plan.percentage() <= PERCENT) || plan.rows() < 0) {
            throw new InvalidSettingsException("The size of the first partition must be 0 to 100 % or 0 or more rows");
        }
        if (plan.mode() == Mode.STRATIFIED && spec.findColumnIndex(plan.column()) < 0) {
            throw new InvalidSettingsException(
                "The group column '" + plan.column() + "' for stratified sampling is not in the input table");
        }
        return plan;
    }

    @Override
    DataTableSpec[] specs(final NodeSettingsRO settings, final DataTableSpec[] in) throws InvalidSettingsException {
        plan(settings, in[0]);
        return new DataTableSpec[]{in[0], in[0]};
    }

    @Override
    BufferedDataTable[] tables(final NodeSettingsRO settings, final BufferedDataTable[] in,
        final ExecutionContext exec) throws InvalidSettingsException, CanceledExecutionException {
        final var table = in[0];
        final var spec = table.getDataTableSpec();
        final var plan = plan(settings, spec);
        if (table.size() == 0 && plan.ifEmpty() == IfEmpty.FAIL) {
            throw new InvalidSettingsException("The input table is empty");
        }
        final var chosen = chosen(plan, table);
        final var domains = DataContainerSettings.builder().withInitializedDomain(true).withDomainUpdate(true)
            .withCheckDuplicateRowKeys(false).build();
        final var first = exec.createDataContainer(spec, domains);
        final var second = exec.createDataContainer(spec, domains);
        int i = 0;
        for (final var row : table) {
            exec.checkCanceled();
            (chosen.get(i++) ? first : second).addRowToTable(row);
        }
        first.close();
        second.close();
        return new BufferedDataTable[]{first.getTable(), second.getTable()};
    }

    private static BitSet chosen(final Plan plan, final BufferedDataTable table) {
        final var size = Math.toIntExact(table.size());
        final var count = plan.count(size);
        final var random = plan.seed().map(Random::new).orElseGet(Random::new);
        return switch (plan.mode()) {
            case RANDOM -> RowSample.random(size, count, random);
            case STRATIFIED -> RowSample.stratified(table,
                table.getDataTableSpec().findColumnIndex(plan.column()), count, random);
            case LINEAR -> RowSample.linear(size, count);
            case FIRST_ROWS -> RowSample.first(size, count);
        };
    }
}
