package org.fewlabel.headless.base;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** KNIME's Row Filter and Row Splitter. */
final class RowFilterNode extends BaseNode {

    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final boolean splits;

    private RowFilterNode(final boolean splits, final String name, final String... outputs) {
        super(name, 1, outputs);
        this.splits = splits;
    }

    /** @return a node with one output table: the rows that match, or those that do not */
    static RowFilterNode filter() {
        return new RowFilterNode(false, "Row Filter", "Filtered table");
    }

    /** @return a node with two output tables: the rows that match and those that do not, or vice versa */
    static RowFilterNode splitter() {
        return new RowFilterNode(true, "Row Splitter", "First output", "Second output");
    }

    private enum Criteria {
        AND, OR
    }

    private enum Domains {
        RETAIN, COMPUTE
    }

    private enum Mode {
        MATCHING, NON_MATCHING
    }

    private record Plan(RowTest test, boolean matchingFirst, DataContainerSettings container) {
    }

    private static Plan plan(final NodeSettingsRO model, final DataTableSpec spec, final long size)
        throws InvalidSettingsException {
        final var settings = new StrictSettings(model);
        final var all = settings.choice("matchCriteria", Criteria.class) == Criteria.AND;
        final var predicates = settings.group("predicates");
        RowTest test = null;
        for (final var key : predicates.keys()) {
            final var next = RowCriterion.read(predicates.group(key), spec, size);
            test = test == null ? next : all ? test.and(next) : test.or(next);
        }
        if (test == null) {
            throw new InvalidSettingsException("At least one filter criterion is needed");
        }
        final var retain = settings.choice("domains", Domains.class) == Domains.RETAIN;
        final var plan = new Plan(test, settings.choice("outputMode", Mode.class) == Mode.MATCHING,
            DataContainerSettings.builder().withInitializedDomain(retain).withDomainUpdate(!retain)
                .withCheckDuplicateRowKeys(false).build());
        settings.finish();
        return plan;
    }

    @Override
    DataTableSpec[] specs(final NodeSettingsRO settings, final DataTableSpec[] in) throws InvalidSettingsException {
        plan(settings, in[0], 0);
        return splits ? new DataTableSpec[]{in[0], in[0]} : new DataTableSpec[]{in[0]};
    }

    @Override
    BufferedDataTable[] tables(final NodeSettingsRO settings, final BufferedDataTable[] in,
        final ExecutionContext exec) throws InvalidSettingsException, CanceledExecutionException {
        final var spec = in[0].getDataTableSpec();
        final var plan = plan(settings, spec, in[0].size());
        final var first = exec.createDataContainer(spec, plan.container());
        final var second = exec.createDataContainer(spec, plan.container());
        try (var rows = in[0].iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                if (i % ROWS_BETWEEN_CHECKS == 0) {
                    exec.checkCanceled();
                }
                final var row = rows.next();
                (plan.test().matches(i, row) == plan.matchingFirst() ? first : second).addRowToTable(row);
            }
        } finally {
            first.close();
            second.close();
        }
        return splits ? new BufferedDataTable[]{first.getTable(), second.getTable()}
            : new BufferedDataTable[]{first.getTable()};
    }
}
