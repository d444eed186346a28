package org.fewlabel.table.sound;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.audio.SoundDescription;
import org.fewlabel.learn.audio.WaveException;
import org.fewlabel.learn.audio.WaveFile;
import org.fewlabel.learn.audio.Waveform;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.table.AppendedColumns;
import org.fewlabel.table.ColumnNames;
import org.fewlabel.table.Execution;
import org.fewlabel.table.Problems;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/**
 * A table with an appended column of spectrograms or MFCCs of recordings.
 *
 * @param unusable the unusable recordings
 * @param cutOff the truncated recordings, shorter than stated in their header
 * @param selected the settings derived from the recordings
 */
public record DescribedTable(BufferedDataTable table, Problems unusable, Problems cutOff, Selected selected) {

    /**
     * The settings derived from the recordings.
     *
     * @param rate samples per second; empty if set by the user
     * @param seconds the length of a recording; empty if set by the user
     */
    public record Selected(OptionalInt rate, OptionalDouble seconds) {
    }

    private static final String SPECTROGRAM = "Spectrogram";

    private static final String COEFFICIENTS = "MFCC";

    /** The share of the survey of all recordings in the work. */
    private static final double LOOKING = 0.3;

    /** @return the spec of the table, without settings that are derived from the recordings */
    public static DataTableSpec spec(final DataTableSpec in, final WantedSound wanted) {
        return columns(wanted, wanted.frames().isPresent() ? Shape.frames(wanted.frames().getAsInt(), wanted.width())
            : null).spec(in);
    }

    private static AppendedColumns columns(final WantedSound wanted, final Shape shape) {
        final var columns = new AppendedColumns().vectors(wanted.coefficients() == 0 ? SPECTROGRAM : COEFFICIENTS,
            shape);
        return wanted.image() ? columns.add(ColumnNames.PICTURE, PNGImageCellFactory.TYPE, null) : columns;
    }

    /**
     * Reads every recording twice: first for the survey, then for its vector.
     *
     * @param column paths as text, or the bytes of files
     * @throws InvalidSettingsException if no recording can be used, or one cannot and that is an error
     */
    public static DescribedTable of(final BufferedDataTable in, final String column, final WantedSound wanted,
        final ExecutionContext exec) throws InvalidSettingsException, CanceledExecutionException {
        if (in.size() > Integer.MAX_VALUE - 8L) {
            throw new InvalidSettingsException(
                "The table has " + in.size() + " rows, too many to be processed at once.");
        }
        final var describer = new Describer(in, column, wanted, Execution.progress(exec));
        describer.survey();
        final var description = describer.describe();
        final var shape = Shape.frames(description.frames(), description.width());
        final var table = columns(wanted, shape).append(in, row -> cells(describer.vectors[row], shape, wanted.image()),
            exec);
        return new DescribedTable(table, describer.problems, describer.cutOff, describer.selected);
    }

    private static DataCell[] cells(final float[] vector, final Shape shape, final boolean image) {
        final var cells = new DataCell[image ? 2 : 1];
        if (vector == null) {
            Arrays.fill(cells, DataType.getMissingCell());
            return cells;
        }
        final var numbers = new double[vector.length];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = vector[i];
        }
        cells[0] = DoubleVectorCellFactory.createCell(numbers);
        if (image) {
            cells[1] = PNGImageCellFactory.create(PngImage.of(vector, shape.height(), shape.width()));
        }
        return cells;
    }

    /** Iterates over the recordings. */
    private static final class Describer {

        private final BufferedDataTable in;

        private final int index;

        private final WantedSound wanted;

        private final Progress progress;

        private final float[][] vectors;

        private final boolean[] unusable;

        private final Survey survey;

        private final Problems problems = new Problems("recording");

        private final Problems cutOff = new Problems("recording");

        private Selected selected;

        Describer(final BufferedDataTable in, final String column, final WantedSound wanted, final Progress progress) {
            this.in = in;
            this.index = in.getDataTableSpec().findColumnIndex(column);
            this.wanted = wanted;
            this.progress = progress;
            final var size = (int)in.size();
            vectors = new float[size][];
            unusable = new boolean[size];
            survey = new Survey(size);
        }

        /** The task for a row. */
        @FunctionalInterface
        private interface Visitor {
            void visit(DataRow row, DataCell cell, int at) throws WaveException, InvalidSettingsException;
        }

        private void visit(final String doing, final Progress part, final Visitor visitor)
            throws InvalidSettingsException {
            var at = 0;
            try (var rows = in.filter(TableFilter.materializeCols(index)).iterator()) {
                while (rows.hasNext()) {
                    final var row = rows.next();
                    final var cell = row.getCell(index);
                    part.checkCanceled();
                    part.report((double)at / vectors.length,
                        doing + " recording " + (at + 1) + " of " + vectors.length);
                    if (!cell.isMissing() && !unusable[at]) {
                        try {
                            visitor.visit(row, cell, at);
                        } catch (final WaveException e) {
                            refuse(row, cell, at, e);
                        }
                    }
                    at++;
                }
            }
        }

        private void refuse(final DataRow row, final DataCell cell, final int at, final WaveException e)
            throws InvalidSettingsException {
            final var key = row.getKey().getString();
            if (wanted.strict()) {
                throw new InvalidSettingsException(
                    problems.sentence(key, cell, e.getMessage()) + " Remove the row, or choose "
                        + "\"Insert missing value\" under \"If a recording cannot be used\".",
                    e);
            }
            unusable[at] = true;
            problems.add(key, cell, e.getMessage());
        }

        void survey() throws InvalidSettingsException {
            visit("Reading", progress.part(0, LOOKING), (row, cell, at) -> {
                final var file = WaveFile.of(RecordingBytes.of(cell, progress));
                survey.see(file);
                if (file.isTruncated()) {
                    cutOff.add(row.getKey().getString(), cell, "is shorter than its header says");
                }
            });
            checkAnyIsLeft(survey.count());
        }

        SoundDescription describe() throws InvalidSettingsException {
            final var rate = wanted.rate().orElse(survey.rate());
            final var description = wanted.description(rate, wanted.seconds().orElse(survey.length()));
            final var described = new int[1];
            visit("Analyzing", progress.part(LOOKING, 1), (row, cell, at) -> {
                vectors[at] = description.of(sound(cell), progress);
                described[0]++;
            });
            checkAnyIsLeft(described[0]);
            selected = new Selected(wanted.rate().isEmpty() ? OptionalInt.of(rate) : OptionalInt.empty(),
                wanted.frames().isEmpty() ? OptionalDouble.of(description.frames() * wanted.hopSeconds())
                    : OptionalDouble.empty());
            return description;
        }

        private Waveform sound(final DataCell cell) throws WaveException {
            final var wave = WaveFile.of(RecordingBytes.of(cell, progress)).waveform(progress);
            if (wave.isSilent()) {
                throw new WaveException("is silent from beginning to end");
            }
            return wave;
        }

        private void checkAnyIsLeft(final int good) throws InvalidSettingsException {
            if (good == 0) {
                throw new InvalidSettingsException(vectors.length == 0 ? "The table has no rows."
                    : problems.count() == 0 ? "All cells of the column are missing."
                        : "No recording can be used. " + problems.text());
            }
        }
    }
}
