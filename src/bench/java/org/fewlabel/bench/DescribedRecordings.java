package org.fewlabel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.fewlabel.nodes.prepare.spectrogram.SpectrogramNodeFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeSettings;

/** Recordings as the node Spectrogram describes them. */
record DescribedRecordings(DataColumnSpec column, List<DataCell> cells) {

    /** @param change of the default settings */
    static DescribedRecordings of(final List<String> paths, final Consumer<NodeSettings> change,
        final ExecutionContext exec) {
        final var container = exec
            .createDataContainer(new DataTableSpec(new DataColumnSpecCreator("file", StringCell.TYPE).createSpec()));
        for (var row = 0; row < paths.size(); row++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)row), new StringCell(paths.get(row))));
        }
        container.close();
        try {
            final var table = (BufferedDataTable)Nodes
                .run(new SpectrogramNodeFactory(), change, exec, container.getTable()).objects()[0];
            final var cells = new ArrayList<DataCell>();
            for (final var row : table) {
                cells.add(row.getCell(1));
            }
            return new DescribedRecordings(table.getDataTableSpec().getColumnSpec(1), cells);
        } catch (final Exception e) { // NOSONAR whatever the node throws, nothing can be measured then
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
