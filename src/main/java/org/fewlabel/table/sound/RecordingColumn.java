package org.fewlabel.table.sound;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.node.InvalidSettingsException;

/** The column of recordings: paths as text, or the bytes of files. */
public final class RecordingColumn {

    private static final Set<
        String> USUAL_NAMES = Set.of("file", "path", "filename", "file name", "filepath", "location",
            "wav", "recording", "audio", "sound", "url");

    private RecordingColumn() {
    }

    /** @return whether the column can contain recordings */
    static boolean isCandidate(final DataColumnSpec column) {
        return isBytes(column) || column.getType().isCompatible(StringValue.class);
    }

    private static boolean isBytes(final DataColumnSpec column) {
        return column.getType().isCompatible(BinaryObjectDataValue.class);
    }

    /** @return the column that most likely contains the recordings, empty if none can */
    public static Optional<String> detect(final DataTableSpec spec) {
        final var candidates = spec == null ? List.<DataColumnSpec>of()
            : spec.stream().filter(RecordingColumn::isCandidate).toList();
        return candidates.stream().filter(RecordingColumn::isBytes).findFirst()
            .or(() -> candidates.stream().filter(c -> USUAL_NAMES.contains(c.getName().toLowerCase())).findFirst())
            .or(() -> candidates.stream().findFirst()).map(DataColumnSpec::getName);
    }

    /**
     * @param setting the title of the setting that names the column
     * @throws InvalidSettingsException if it is not there or cannot hold recordings
     */
    public static void check(final DataTableSpec spec, final String column, final String setting)
        throws InvalidSettingsException {
        if (column == null || column.isEmpty()) {
            throw new InvalidSettingsException("No column is chosen under \"" + setting
                + "\". The table needs a column with the paths of WAV files as text, or with the files themselves.");
        }
        final var found = spec.getColumnSpec(column);
        if (found == null) {
            throw new InvalidSettingsException("The column \"" + column + "\" chosen under \"" + setting
                + "\" is not in the input table. Choose another one, or bring the column back.");
        }
        if (!isCandidate(found)) {
            throw new InvalidSettingsException("The column \"" + column + "\" is of type " + found.getType().getName()
                + ". Choose a column with the paths of WAV files as text (the node \"Path to String\" makes it of "
                + "paths), or "
                + "with the files themselves as binary objects.");
        }
    }
}
