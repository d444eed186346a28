package org.fewlabel.headless.slice;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;

/** The files that the node executed by a thread may open, used by KNIME's classes that open files. */
public final class FileAccess {

    private static final ThreadLocal<Places> CURRENT = ThreadLocal.withInitial(() -> FileAccess::local);

    private FileAccess() {
    }

    /** Resolves and restricts file locations. */
    @FunctionalInterface
    public interface Places {
        /**
         * @param location a path, or a {@code file:} or {@code knime:} URL
         * @return the file, which need not exist
         * @throws InvalidSettingsException if it may not be opened or is unknown; the message is for the user
         */
        Path find(String location) throws IOException, InvalidSettingsException;
    }

    /** @param places the restrictions of this thread from now on */
    public static void set(final Places places) {
        CURRENT.set(places);
    }

    /** @return the restrictions of this thread; by default all files of the machine and no workflow */
    public static Places current() {
        return CURRENT.get();
    }

    private static Path local(final String location) throws InvalidSettingsException {
        if (location.startsWith("knime:")) {
            throw new InvalidSettingsException("'" + location + "' belongs to a workflow, and there is none");
        }
        return path(location);
    }

    /** @return the path that a location names which is a path or a {@code file:} URL */
    public static Path path(final String location) {
        return location.startsWith("file:") ? Path.of(URI.create(location.replace(" ", "%20"))) : Path.of(location);
    }
}
