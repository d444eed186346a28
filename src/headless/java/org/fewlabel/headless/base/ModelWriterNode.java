package org.fewlabel.headless.base;

import java.io.IOException;

import org.fewlabel.headless.base.OutputFile.IfExists;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;

/** KNIME's Model Writer. Unlike KNIME's it leaves an older file as it is until the new one is complete. */
final class ModelWriterNode extends ModelNode {

    /** The group of all settings. */
    static final String CHOOSER = "filechooser";

    private final WorkflowFiles files;

    ModelWriterNode(final WorkflowFiles files) {
        super("Model Writer", true);
        this.files = files;
    }

    private OutputFile output(final NodeSettingsRO model) throws InvalidSettingsException {
        final var settings = new StrictSettings(model);
        final var output = OutputFile.read(settings.group(CHOOSER), files, IfExists.FAIL, IfExists.OVERWRITE);
        settings.finish();
        return output;
    }

    @Override
    void check(final NodeSettingsRO settings) throws InvalidSettingsException {
        output(settings);
    }

    @Override
    PortObject[] move(final NodeSettingsRO settings, final PortObject[] in, final ExecutionContext exec)
        throws InvalidSettingsException, IOException, CanceledExecutionException {
        final var output = output(settings);
        output.prepare();
        PortObjectFiles.write(in[0], output.file(), exec);
        return new PortObject[0];
    }
}
