package org.fewlabel.headless.workflow;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import org.fewlabel.headless.slice.FileAccess;
import org.knime.core.node.InvalidSettingsException;

/** The files that nodes of a workflow may open by a path or URL, the same as by settings. */
public final class WorkflowPlaces implements FileAccess.Places {

    private static final String WORKFLOW = "knime://knime.workflow/";

    private static final String DATA = WORKFLOW + "data/";

    private final WorkflowFiles files;

    /** @param files of the workflow */
    public WorkflowPlaces(final WorkflowFiles files) {
        this.files = files;
    }

    @Override
    public Path find(final String location) throws IOException, InvalidSettingsException {
        if (location.startsWith(DATA)) {
            return files.resolve("RELATIVE", "knime.workflow.data", decoded(location.substring(DATA.length())));
        }
        if (location.startsWith(WORKFLOW)) {
            return files.resolve("RELATIVE", "knime.workflow", decoded(location.substring(WORKFLOW.length())));
        }
        if (location.startsWith("knime:")) {
            throw new InvalidSettingsException(
                "'" + location + "' is not known here; put the file into the data folder "
                    + "of the workflow");
        }
        return files.resolve("LOCAL", null, FileAccess.path(location).toString());
    }

    private static String decoded(final String place) throws InvalidSettingsException {
        try {
            return URI.create("knime:/" + place.replace(" ", "%20")).getPath().substring(1);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException("'" + place + "' is no URL", e);
        }
    }
}
