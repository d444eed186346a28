package org.fewlabel.table;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.table.LeftOut.Reason;
import org.knime.core.data.DataCell;

/** Notes on unusual cells of some columns, counted over all rows read. */
final class ReadingNotes {

    private final Map<String, Integer> infinite = new LinkedHashMap<>();

    private final Map<String, Problems> images = new LinkedHashMap<>();

    /** Notes infinite numbers of a column, which are treated as missing. */
    void infinite(final String column, final int cells) {
        if (cells > 0) {
            infinite.merge(column, cells, Integer::sum);
        }
    }

    /** Notes an unusable image. */
    void image(final String column, final String row, final DataCell cell, final String what) {
        images.computeIfAbsent(column, c -> new Problems("image")).add(row, cell, what);
    }

    /** Drops the problems of a column's images, since the whole column cannot be used. */
    void forget(final String column) {
        images.remove(column);
    }

    /** @return the problems of a column's images; {@code null} if there are none */
    Problems images(final String column) {
        return images.get(column);
    }

    /** @return all notes for the user */
    Report report() {
        final var report = new Report();
        infinite.forEach((column, cells) -> report.warn(Text.count(cells, "infinite number") + " of \"" + column
            + "\" " + (cells == 1 ? "is" : "are") + " treated as missing."));
        images.forEach((column, problems) -> report.warn(unusable(column, problems)));
        return report;
    }

    /** @return the note that some images cannot be used, and why */
    static String unusable(final String column, final Problems problems) {
        return Text.count(problems.count(), "image") + " of \"" + column + "\" cannot be used and "
            + (problems.count() == 1 ? "is" : "are") + " treated as missing. " + problems.text();
    }

    /** @return the note that no image can be used, and why */
    static UnusableColumnException allUnusable(final String column, final Problems problems) {
        return new UnusableColumnException(column, Reason.IMAGES, problems.first(), "No image of the column \"" + column
            + "\" can be used. " + problems.text() + " Correct that, or leave the column out.");
    }
}
