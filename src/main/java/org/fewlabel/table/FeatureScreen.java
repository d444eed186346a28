package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;
import org.knime.core.node.InvalidSettingsException;

/**
 * Looks at the cells of columns that were chosen as features, and decides which are any and how they are to be read: text
 * that holds numbers is read as numbers, text that names image files as images, text that holds sentences as free text; what
 * names a row instead of describing it, and what says the same as another column, is left out. Everything it does is noted
 * for the user.
 */
final class FeatureScreen {

    /** a category column with more different values is text, and would fill the memory with one number per value */
    private static final int MOST_CATEGORIES = 1000;

    /** with fewer rows, that all values differ says nothing */
    private static final int FEWEST_ROWS_OF_AN_ID = 3;

    /** with fewer rows, ascending whole numbers may be a measurement */
    private static final int FEWEST_ROWS_OF_A_COUNTER = 20;

    /** text with fewer different numbers may be codes of categories */
    private static final int FEWEST_NUMBERS_IN_TEXT = 10;

    /** of the different values of a text column that is read as numbers */
    private static final double LEAST_SHARE_OF_NUMBERS = 0.9;

    /** What booleans are as strings: categories whatever the user says. */
    private static final List<String> BOOLEANS = List.of("true", "false");

    private final List<FeatureColumn> kept = new ArrayList<>();

    private final List<Column> columns = new ArrayList<>();

    private final List<String> ids = new ArrayList<>();

    private final List<String> many = new ArrayList<>();

    private final List<String> texts = new ArrayList<>();

    private final List<String> numbersInText = new ArrayList<>();

    /** what stands between the numbers */
    private final List<String> noNumbers = new ArrayList<>();

    private final List<String> imageFiles = new ArrayList<>();

    private final List<String> duplicates = new ArrayList<>();

    private final TextReading reading;

    private FeatureScreen(final TextReading reading) {
        this.reading = reading;
    }

    /**
     * @param chosen the columns that the user chose
     * @param read their cells, in the same order
     * @param reading which strings are texts
     * @param notes gets what was decided
     * @throws InvalidSettingsException if no column is left, or no image file of one can be used
     */
    static FeatureScreen of(final List<FeatureColumn> chosen, final List<Column> read, final TextReading reading,
        final List<String> notes, final Progress progress) throws InvalidSettingsException {
        final var screen = ofAny(chosen, read, reading, notes, progress);
        if (screen.kept.isEmpty()) {
            throw new InvalidSettingsException("No usable feature column is left. " + String.join(" ", notes)
                + " Add columns that describe the rows.");
        }
        return screen;
    }

    /** As {@link #of}, but it may be that no column is left. */
    static FeatureScreen ofAny(final List<FeatureColumn> chosen, final List<Column> read, final TextReading reading,
        final List<String> notes, final Progress progress) throws InvalidSettingsException {
        final var screen = new FeatureScreen(reading);
        for (var c = 0; c < chosen.size(); c++) {
            screen.see(chosen.get(c), read.get(c), notes, progress);
        }
        screen.tell(notes);
        return screen;
    }

    /** @return the columns that are features, as they are to be read */
    List<FeatureColumn> kept() {
        return kept;
    }

    /** @return the cells of those columns */
    List<Column> columns() {
        return columns;
    }

    private void see(final FeatureColumn column, final Column cells, final List<String> notes,
        final Progress progress) throws InvalidSettingsException {
        if (cells instanceof NominalColumn nominal && ImageFiles.are(nominal.categories())) {
            final var images = ImageFiles.read(nominal, column.shape(), notes, progress);
            imageFiles.add(column.name());
            keep(new FeatureColumn(column.name(), FeatureKind.IMAGE_FILE, images.shape()), images);
        } else if (cells instanceof NominalColumn nominal) {
            final var numbers = isId(nominal) && isWhole(nominal) ? Optional.<NumberColumn> empty() : numbers(nominal);
            if (numbers.isPresent()) {
                numbersInText.add(column.name());
                keep(new FeatureColumn(column.name(), FeatureKind.NUMBER_IN_TEXT), numbers.get());
            } else if (isText(nominal)) {
                keep(new FeatureColumn(column.name(), FeatureKind.TEXT), FreeText.texts(nominal));
            } else if (isId(nominal)) {
                ids.add(column.name());
            } else if (nominal.categories().size() > MOST_CATEGORIES) {
                many.add(column.name());
            } else {
                keep(column.with(null), cells);
            }
        } else if (cells instanceof NumberColumn numbers && isCounter(numbers)) {
            ids.add(column.name());
        } else {
            keep(column, cells);
        }
    }

    private void keep(final FeatureColumn column, final Column cells) {
        if (!isConstant(cells) && columns.stream().anyMatch(other -> same(other, cells))) {
            duplicates.add(column.name());
        } else {
            kept.add(column);
            columns.add(cells);
            if (cells instanceof TextColumn) {
                texts.add(column.name());
            }
        }
    }

    private boolean isText(final NominalColumn column) {
        return switch (reading) {
            case RECOGNISED -> FreeText.is(column);
            case ALL -> !isConstant(column) && !BOOLEANS.containsAll(column.categories());
            case NONE -> false;
        };
    }

    private void tell(final List<String> notes) {
        if (!numbersInText.isEmpty()) {
            notes.add("Text that holds numbers is read as numbers: " + Text.quoted(numbersInText) + "."
                + (noNumbers.isEmpty() ? "" : " Other text there counts as missing: " + Text.quoted(noNumbers) + "."));
        }
        if (!imageFiles.isEmpty()) {
            notes.add("Read as images, because all text there is the path of an image file: " + Text.quoted(imageFiles) + ".");
        }
        if (!ids.isEmpty()) {
            notes.add("Left out because all values differ, as in an id: " + Text.quoted(ids) + ".");
        }
        if (!texts.isEmpty()) {
            notes.add("Read as free text: " + Text.quoted(texts) + ".");
        }
        if (!many.isEmpty()) {
            notes.add("Left out because they have more than " + MOST_CATEGORIES + " different values: " + Text.quoted(many)
                + ".");
        }
        if (!duplicates.isEmpty()) {
            notes.add("Left out because another column has the same values: " + Text.quoted(duplicates) + ".");
        }
    }

    /** Text of which nearly all different values are numbers; the others, such as "n/a", count as missing. */
    private Optional<NumberColumn> numbers(final NominalColumn column) {
        final var parsed = column.categories().stream().map(NumberText::parse)
            .mapToDouble(number -> number.orElse(Double.NaN)).toArray();
        final var numbers = Arrays.stream(parsed).filter(v -> !Double.isNaN(v)).count();
        if (numbers < FEWEST_NUMBERS_IN_TEXT || numbers < LEAST_SHARE_OF_NUMBERS * parsed.length) {
            return Optional.empty();
        }
        for (var i = 0; i < parsed.length; i++) {
            if (Double.isNaN(parsed[i])) {
                noNumbers.add(column.categories().get(i));
            }
        }
        return Optional.of(new NumberColumn(column.name(),
            Arrays.stream(column.codes()).mapToDouble(code -> code < 0 ? Double.NaN : parsed[code]).toArray()));
    }

    private static boolean isId(final NominalColumn column) {
        final var present = Arrays.stream(column.codes()).filter(code -> code >= 0).count();
        return present >= FEWEST_ROWS_OF_AN_ID && column.categories().size() == present;
    }

    private static boolean isWhole(final NominalColumn column) {
        return column.categories().stream().map(NumberText::parse)
            .allMatch(number -> number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble()));
    }

    private static boolean isWhole(final NumberColumn column) {
        return Arrays.stream(column.values()).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
    }

    /** Whole numbers that go up by one from row to row, with gaps where rows were left out. */
    private static boolean isCounter(final NumberColumn column) {
        final var values = column.values();
        final var n = values.length;
        if (n < FEWEST_ROWS_OF_A_COUNTER || !isWhole(column) || !(values[n - 1] - values[0] < 2.0 * n)) {
            return false;
        }
        for (var i = 1; i < n; i++) {
            if (!(values[i] > values[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** Constant columns tell nothing; the methods say so of each. */
    private static boolean isConstant(final Column column) {
        if (column instanceof VectorColumn vectors) {
            return vectors.width() == 0;
        }
        return column instanceof NumberColumn numbers
            ? Arrays.stream(numbers.values()).filter(v -> !Double.isNaN(v)).distinct().limit(2).count() < 2
            : column instanceof NominalColumn nominal
                && Arrays.stream(nominal.codes()).filter(code -> code >= 0).distinct().limit(2).count() < 2;
    }

    private static boolean same(final Column a, final Column b) {
        if (a instanceof NumberColumn x && b instanceof NumberColumn y) {
            return Arrays.equals(x.values(), y.values());
        }
        if (a instanceof BitColumn x && b instanceof BitColumn y) {
            return Arrays.deepEquals(x.bits(), y.bits());
        }
        if (a instanceof VectorColumn x && b instanceof VectorColumn y) {
            return x.width() == y.width() && Arrays.equals(x.values(), y.values());
        }
        if (a instanceof TextColumn x && b instanceof TextColumn y) {
            return Arrays.equals(x.texts(), y.texts());
        }
        return a instanceof NominalColumn x && b instanceof NominalColumn y && Arrays.equals(x.codes(), y.codes());
    }
}
