package org.fewlabel.headless.workflow;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;

/**
 * The files that nodes of a workflow may read and write: those in the workflow's folder, and others only if the user
 * allows it.
 */
public final class WorkflowFiles {

    private final WorkflowFolder folder;

    private final boolean localFiles;

    /** @param localFiles whether files outside the workflow's folder may be read and written */
    public WorkflowFiles(final WorkflowFolder folder, final boolean localFiles) {
        this.folder = folder;
        this.localFiles = localFiles;
    }

    /**
     * @param fileSystem KNIME's name for the kind of place, such as {@code RELATIVE}
     * @param specifier what a relative place is relative to, such as {@code knime.workflow.data}
     * @param path the place
     * @return the file
     * @throws InvalidSettingsException if there is no place given, or it is outside of what the workflow may use, or of
     *             a kind that is not supported
     */
    public Path resolve(final String fileSystem, final String specifier, final String path)
        throws InvalidSettingsException {
        if (path == null || path.isBlank()) {
            throw new InvalidSettingsException("Please specify a file");
        }
        try {
            return switch (fileSystem) {
                case "RELATIVE" -> relative(specifier, path);
                case "LOCAL" -> local(path);
                default -> throw new InvalidSettingsException("Files of the file system " + fileSystem
                    + " are not supported here; put '" + path + "' into the data folder of the workflow");
            };
        } catch (WorkflowException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        } catch (IOException e) {
            throw new InvalidSettingsException("The file " + path + " cannot be looked up: " + e.getMessage(), e);
        }
    }

    private Path relative(final String specifier, final String path)
        throws IOException, WorkflowException, InvalidSettingsException {
        return switch (specifier == null ? "" : specifier) {
            case "knime.workflow.data" -> insideData(path);
            case "knime.workflow" -> folder.resolve(path);
            default -> throw new InvalidSettingsException("Files relative to '" + specifier
                + "' are not supported here; put '" + path + "' into the data folder of the workflow");
        };
    }

    private Path insideData(final String path) throws IOException, WorkflowException {
        final var file = folder.resolve("data/" + path);
        if (path.startsWith("/") || !file.startsWith(folder.root().resolve("data"))) {
            throw new WorkflowException(
                "'" + path + "' is rejected: it is outside the workflow's data folder "
                    + folder.root().resolve("data"));
        }
        return file;
    }

    private Path local(final String path) throws InvalidSettingsException {
        if (!localFiles) {
            throw new InvalidSettingsException("The file '" + path + "' is outside the workflow's folder. If you "
                + "trust the workflow, run it with --allow-local-files");
        }
        try {
            return Path.of(path).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new InvalidSettingsException("'" + path + "' is no file name: " + e.getReason(), e);
        }
    }
}
