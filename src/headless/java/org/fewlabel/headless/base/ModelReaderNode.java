package org.fewlabel.headless.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;

/** KNIME's Model Reader, with its settings as KNIME 5.8 and 5.9 write them, or 5.12. */
final class ModelReaderNode extends ModelNode {

    private final WorkflowFiles files;

    ModelReaderNode(final WorkflowFiles files) {
        super("Model Reader", false);
        this.files = files;
    }

    private Path file(final NodeSettingsRO model) throws InvalidSettingsException {
        final var settings = new StrictSettings(model);
        final var chooser = settings.group(ModelWriterNode.CHOOSER);
        final var file = FileSetting.resolve(chooser.group("path"), files);
        if (chooser.has("filter_mode")) {
            // only KNIME 5.12 says that one file is read
            final var filter = chooser.group("filter_mode");
            filter.expect("filter_mode", "FILE");
            filter.ignore("include_subfolders", "filter_options");
        }
        settings.finish();
        return file;
    }

    @Override
    void check(final NodeSettingsRO settings) throws InvalidSettingsException {
        file(settings);
    }

    @Override
    PortObject[] move(final NodeSettingsRO settings, final PortObject[] in, final ExecutionContext exec)
        throws InvalidSettingsException, IOException, CanceledExecutionException {
        final var file = file(settings);
        if (!Files.isRegularFile(file)) {
            throw new IOException("The file " + file + " does not exist. If a Model Writer of this workflow makes it, "
                + "connect the flow variable ports of the two, so that it comes first");
        }
        return new PortObject[]{PortObjectFiles.read(file, exec)};
    }
}
