package org.knime.core.util;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

import org.fewlabel.headless.slice.FileAccess;
import org.knime.core.node.InvalidSettingsException;

/** Opens files. Here only those that the workflow may use. */
public final class FileUtil {

    private FileUtil() {
    }

    /**
     * @param loc a path, or a {@code file:} or {@code knime:} URL
     * @return what is in it; the caller closes the stream
     * @throws IOException if the file cannot be opened
     * @throws InvalidSettingsException if there is none, or it may not be opened
     */
    public static InputStream openInputStream(final String loc) throws IOException, InvalidSettingsException {
        if (loc == null || loc.isEmpty()) {
            throw new InvalidSettingsException("There is no location.");
        }
        final var file = FileAccess.current().find(loc);
        if (!Files.exists(file)) {
            throw new InvalidSettingsException("There is no file " + loc);
        }
        return new BufferedInputStream(new FileInputStream(file.toFile()));
    }
}
