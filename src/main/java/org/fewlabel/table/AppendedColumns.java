package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.data.Shape;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Columns that a node appends to its input table. If one of their names is taken, all get the same suffix. */
public final class AppendedColumns {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    /** The cells of the appended columns. */
    @FunctionalInterface
    public interface RowCells {
        /**
         * @param row the index of the row in the table
         * @return one cell per appended column
         */
        DataCell[] cells(int row);
    }

    /** Adds a column of classes. @param classes the domain, {@code null} if not known */
    public AppendedColumns classes(final String name, final LabelType type, final List<String> classes) {
        final var domain = classes == null || !type.isNominal() ? null
            : new DataColumnDomainCreator(classes.stream().map(type::cell).toArray(DataCell[]::new)).createDomain();
        return add(name, type.type(), domain);
    }

    /** Adds a column of numbers from 0 to 1. */
    public AppendedColumns share(final String name) {
        return add(name, DoubleCell.TYPE,
            new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain());
    }

    /** Adds a column of booleans. */
    public AppendedColumns flag(final String name) {
        return add(name, BooleanCell.TYPE,
            new DataColumnDomainCreator(new DataCell[]{BooleanCell.FALSE, BooleanCell.TRUE}).createDomain());
    }

    /** Adds a column. @param domain {@code null} if not known */
    public AppendedColumns add(final String name, final DataType type, final DataColumnDomain domain) {
        final var creator = new DataColumnSpecCreator(name, type);
        if (domain != null) {
            creator.setDomain(domain);
        }
        columns.add(creator.createSpec());
        return this;
    }

    /** Adds a column of vectors. @param shape of the vectors, {@code null} if not known yet */
    public AppendedColumns vectors(final String name, final Shape shape) {
        final var creator = new DataColumnSpecCreator(name, DoubleVectorCellFactory.TYPE);
        if (shape != null) {
            VectorShape.note(creator, shape);
        }
        columns.add(creator.createSpec());
        return this;
    }

    /** @return the spec of the table with the columns */
    public DataTableSpec spec(final DataTableSpec in) {
        return new DataTableSpec(in, new DataTableSpec(specs(in)));
    }

    /** @return the table with the columns */
    public BufferedDataTable append(final BufferedDataTable table, final RowCells cells, final ExecutionContext exec)
        throws CanceledExecutionException {
        final var rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(new AbstractCellFactory(specs(table.getDataTableSpec())) {
            @Override
            public DataCell[] getCells(final DataRow row, final long rowIndex) {
                return cells.cells(Math.toIntExact(rowIndex));
            }
        });
        return exec.createColumnRearrangeTable(table, rearranger, exec);
    }

    /** @return the columns, with names that are unique in the table */
    DataColumnSpec[] specs(final DataTableSpec in) {
        final var suffix = ColumnNames.uniqueSuffix(in, columns.stream().map(DataColumnSpec::getName).toList());
        return columns.stream().map(column -> {
            final var creator = new DataColumnSpecCreator(column);
            creator.setName(column.getName() + suffix);
            return creator.createSpec();
        }).toArray(DataColumnSpec[]::new);
    }
}
