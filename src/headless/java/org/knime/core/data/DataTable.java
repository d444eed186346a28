package org.knime.core.data;

/** Rows of equal shape, described by a spec. */
public interface DataTable extends Iterable<DataRow> {

    /** @return the description of the columns */
    DataTableSpec getDataTableSpec();

    @Override
    RowIterator iterator();
}
