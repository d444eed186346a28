package org.fewlabel.headless.base;

import java.io.IOException;

import org.fewlabel.headless.workflow.WorkflowFiles;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** KNIME's CSV Reader. */
final class CsvReaderNode extends BaseNode {

    private final WorkflowFiles files;

    CsvReaderNode(final WorkflowFiles files) {
        super("CSV Reader", 0, "File Table");
        this.files = files;
    }

    private CsvFormatSettings settings(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var strict = new StrictSettings(settings);
        return strict.has(CsvReaderSettings512.GROUP) ? CsvReaderSettings512.read(strict, files)
            : CsvReaderSettings.read(strict, files);
    }

    @Override
    DataTableSpec[] specs(final NodeSettingsRO settings, final DataTableSpec[] in)
        throws InvalidSettingsException, IOException {
        return new DataTableSpec[]{new CsvTable(settings(settings)).spec()};
    }

    @Override
    BufferedDataTable[] tables(final NodeSettingsRO settings, final BufferedDataTable[] in,
        final ExecutionContext exec) throws InvalidSettingsException, IOException, CanceledExecutionException {
        return new BufferedDataTable[]{new CsvTable(settings(settings)).read(exec)};
    }
}
