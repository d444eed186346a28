package org.fewlabel.headless.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.fewlabel.headless.workflow.WorkflowFiles;
import org.knime.core.node.InvalidSettingsException;

/**
 * The file that a node of KNIME's writes, as its settings name it.
 *
 * @param file the file
 * @param ifExists what to do if it exists
 * @param createFolders whether its folder is created if it does not exist
 */
record OutputFile(Path file, IfExists ifExists, boolean createFolders) {

    /** What to do if the file exists. */
    enum IfExists {
        FAIL, OVERWRITE, APPEND
    }

    /**
     * @param chooser the settings that KNIME's file chooser for writers wrote
     * @param files the files that may be used
     * @param supported what the node can do with an existing file
     * @throws InvalidSettingsException if a setting is missing, wrong or not supported, or the file may not be used
     */
    static OutputFile read(final StrictSettings chooser, final WorkflowFiles files, final IfExists... supported)
        throws InvalidSettingsException {
        final var policy = chooser.text("if_path_exists");
        final var ifExists = Arrays.stream(supported).filter(p -> p.name().toLowerCase(Locale.ROOT).equals(policy))
            .findFirst().orElseThrow(() -> chooser.unsupported("if_path_exists", policy));
        return new OutputFile(FileSetting.resolve(chooser.group("path"), files), ifExists,
            chooser.flag("create_missing_folders"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** @throws IOException if the settings do not allow to write the file, because it exists or its folder does not */
    void prepare() throws IOException {
        if (exists() && ifExists == IfExists.FAIL) {
            throw new IOException("The file " + file + " exists already, and the node is set to fail then");
        }
        final var folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            if (!createFolders) {
                throw new IOException("The folder " + folder + " does not exist, and the node is set not to make it");
            }
            Files.createDirectories(folder);
        }
    }
}
