package org.fewlabel.port;

import java.io.IOException;
import java.util.function.Function;
import java.util.zip.ZipEntry;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.State;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/**
 * The content of a port: one binary entry, see {@link StateFormat}.
 *
 * @param name of the entry
 * @param what the kind of model for the user, such as "classifier"
 */
record ModelEntry(String name, String what) {

    /**
     * The content that was read.
     *
     * @param model the fitted model
     * @param provenance of the model
     */
    record Read<M>(M model, Provenance provenance) {
    }

    void write(final Provenance provenance, final State state, final PortObjectZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        StateFormat.write(new StateFormat.Content(provenance.toJson(), state), out);
        out.closeEntry();
    }

    /** @throws IOException if the content is missing, damaged, forged, cut off, or of a newer version */
    <M> Read<M> read(final PortObjectZipInputStream in, final Function<State, M> restore) throws IOException {
        final var entry = in.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("The stored " + what + " is damaged: its content is missing.");
        }
        final var content = StateFormat.read(in);
        return new Read<>(restored(content.state(), restore), Provenance.fromJson(content.about()));
    }

    /** @throws IOException if the model cannot be restored for any reason */
    <M> M restored(final State state, final Function<State, M> restore) throws IOException {
        try {
            return restore.apply(state);
        } catch (final UserMessageException e) {
            throw new IOException(e.getMessage(), e);
        } catch (final IllegalArgumentException e) { // the classes check that their parts fit each other
            throw new IOException("The stored " + what + " is damaged: " + e.getMessage(), e);
        }
    }

    /** @throws IOException if {@code good} is false */
    void check(final boolean good) throws IOException {
        if (!good) {
            throw new IOException(
                "The stored " + what + " is damaged: its content does not belong to its description.");
        }
    }
}
