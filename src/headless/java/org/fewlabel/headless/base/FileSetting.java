package org.fewlabel.headless.base;

import java.nio.file.Path;

import org.fewlabel.headless.workflow.WorkflowFiles;
import org.knime.core.node.InvalidSettingsException;

/** A file as KNIME's settings name it. */
final class FileSetting {

    private FileSetting() {
    }

    /**
     * @param location the group with {@code file_system_type}, {@code file_system_specifier} and {@code path}
     * @param files the files that may be used
     * @throws InvalidSettingsException if no file is named, or one that may not be used
     */
    static Path resolve(final StrictSettings location, final WorkflowFiles files) throws InvalidSettingsException {
        if (!location.flag("location_present")) {
            location.ignore("file_system_type", "file_system_specifier", "path");
            throw new InvalidSettingsException("Please specify a file");
        }
        return files.resolve(location.text("file_system_type"), location.text("file_system_specifier", null),
            location.text("path"));
    }
}
