package org.fewlabel.headless.slice.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Executes the plan of a {@link ColumnRearranger}: unchanged columns are shared, new ones are computed row by row. */
public final class RearrangePlan {

    private static volatile Function<ColumnRearranger, RearrangePlan> plans;

    private final DataTableSpec original;

    private final List<Source> sources;

    /**
     * Where a column of the new table comes from.
     *
     * @param spec the column
     * @param factory that computes it, {@code null} if unchanged
     * @param index its position among those of the factory, or in the old table
     */
    public record Source(DataColumnSpec spec, CellFactory factory, int index) {
    }

    /**
     * @param original the columns of the old table
     * @param sources of the columns of the new table
     */
    public RearrangePlan(final DataTableSpec original, final List<Source> sources) {
        this.original = original;
        this.sources = List.copyOf(sources);
    }

    /** @param plans returns the private plan of a rearranger */
    public static void register(final Function<ColumnRearranger, RearrangePlan> plans) {
        RearrangePlan.plans = plans;
    }

    /**
     * @param rearranger the rearranger
     * @return its current plan
     */
    public static RearrangePlan of(final ColumnRearranger rearranger) {
        return plans.apply(Objects.requireNonNull(rearranger, "rearranger"));
    }

    /**
     * @param table the old table
     * @param exec takes the progress
     * @return the new table
     * @throws CanceledExecutionException if the user canceled
     * @throws IllegalArgumentException if the old table is not the one of the plan
     */
    public StoredTable apply(final StoredTable table, final ExecutionMonitor exec) throws CanceledExecutionException {
        if (!table.getDataTableSpec().equalStructure(original)) {
            throw new IllegalArgumentException("The table to rearrange has other columns than those that were planned"
                + " for: " + table.getDataTableSpec() + " instead of " + original + ".");
        }
        final var made = sources.stream().filter(source -> source.factory() != null).toList();
        final var madeTable = made.isEmpty() ? null : make(table, made, exec);
        final var specs = new ArrayList<DataColumnSpec>();
        final var columns = new ArrayList<Column>();
        for (final var source : sources) {
            if (source.factory() == null) {
                specs.add(source.spec());
                columns.add(table.column(source.index()));
            } else {
                specs.add(madeTable.getDataTableSpec().getColumnSpec(made.indexOf(source)));
                columns.add(madeTable.column(made.indexOf(source)));
            }
        }
        return new StoredTable(new DataTableSpec(specs.toArray(new DataColumnSpec[0])), table.keys(), columns);
    }

    private static StoredTable make(final StoredTable table, final List<Source> made, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        final var factories = new LinkedHashSet<>(made.stream().map(Source::factory).toList());
        final var builder = new TableBuilder(
            new DataTableSpec(made.stream().map(Source::spec).toArray(DataColumnSpec[]::new)), DataContainerSettings
                .builder().withInitializedDomain(true).withCheckDuplicateRowKeys(false).build());
        try {
            var index = 0L;
            for (final var row : table) {
                exec.checkCanceled();
                final Map<CellFactory, DataCell[]> cells = new HashMap<>();
                for (final var factory : factories) {
                    cells.put(factory, cells(factory, row, index));
                }
                builder.add(new DefaultRow(row.getKey(),
                    made.stream().map(source -> cells.get(source.factory())[source.index()]).toList()));
                index++;
                for (final var factory : factories) {
                    factory.setProgress(index, table.size(), row.getKey(), exec);
                }
            }
        } finally {
            factories.stream().filter(AbstractCellFactory.class::isInstance).map(AbstractCellFactory.class::cast)
                .forEach(AbstractCellFactory::afterProcessing);
        }
        return builder.close();
    }

    private static DataCell[] cells(final CellFactory factory, final DataRow row, final long index) {
        final var cells = factory.getCells(row, index);
        final var columns = factory.getColumnSpecs().length;
        if (cells.length != columns) {
            throw new IllegalStateException("For row \"" + row.getKey() + "\" " + cells.length
                + " cells were created for " + columns + " new columns.");
        }
        return cells;
    }
}
