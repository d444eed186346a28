package org.fewlabel.table;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.table.LeftOut.Reason;
import org.fewlabel.table.file.FileBytes;
import org.fewlabel.table.file.UnreadableFileException;
import org.fewlabel.table.image.ImageCollector;
import org.fewlabel.table.image.ImageDecoder;

/** Text columns whose cells are paths of image files. */
final class ImageFiles {

    private static final Pattern NAME = Pattern.compile(".*\\.(png|jpe?g|gif|bmp|tiff?)",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ImageFiles() {
    }

    /** @return whether all texts, at least one, have the extension of an image file */
    static boolean are(final List<String> texts) {
        return !texts.isEmpty() && texts.stream().allMatch(text -> NAME.matcher(text.trim()).matches());
    }

    /**
     * @param wanted the size of all images; {@code null} to derive it from them
     * @param notes receives the unusable ones and why; they are treated as missing
     * @return the images, each read once, resized to one size
     * @throws UnusableColumnException if none can be used, or all do not fit in memory
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static VectorColumn read(final NominalColumn paths, final Shape wanted, final Report notes,
        final Progress progress)
        throws UnusableColumnException {
        final var problems = new Problems("image");
        final var collector = new ImageCollector(paths.name(), paths.size(), wanted);
        final var firstRow = new int[paths.categories().size()];
        Arrays.fill(firstRow, -1);
        for (var row = 0; row < paths.size(); row++) {
            progress.checkCanceled();
            final var code = paths.codes()[row];
            if (code < 0) {
                continue;
            }
            if (firstRow[code] >= 0) {
                collector.repeat(row, firstRow[code]);
                continue;
            }
            final var path = paths.categories().get(code);
            try {
                collector.add(row, FileBytes.of(path, ImageDecoder.MAX_BYTES));
            } catch (final UnreadableFileException e) {
                problems.add("\"" + path + "\" " + e.getMessage() + "."); // NOSONAR the message is complete
            }
            firstRow[code] = row;
        }
        if (collector.isEmpty()) {
            throw ReadingNotes.allUnusable(paths.name(), problems);
        }
        if (problems.count() > 0) {
            notes.warn(ReadingNotes.unusable(paths.name(), problems));
        }
        try {
            return collector.column(paths.size());
        } catch (final UserMessageException e) {
            throw new UnusableColumnException(paths.name(), Reason.MEMORY, paths.size() + " images", e.getMessage(), e);
        }
    }
}
