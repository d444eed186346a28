package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.table.LeftOut.Reason;
import org.knime.core.node.InvalidSettingsException;

/**
 * Screens the cells of the selected columns and decides which are features and how they are read: text with numbers is
 * read as numbers, text with paths of image files as images, text with sentences as free text; IDs, duplicates of other
 * columns and columns without values are ignored. All decisions are noted for the user.
 */
final class FeatureScreen {

    /** The maximum number of categories; a column with more is text, and one-hot encoding would fill the memory. */
    private static final int MAX_CATEGORIES = 1000;

    /** Text with fewer distinct numbers may be codes of categories. */
    private static final int MIN_NUMBERS_IN_TEXT = 10;

    /** The minimum share of numbers among the distinct values of a text column that is read as numbers. */
    private static final double MIN_SHARE_OF_NUMBERS = 0.9;

    /** Booleans as strings, which are always categories. */
    private static final List<String> BOOLEANS = List.of("true", "false");

    private final List<FeatureColumn> kept = new ArrayList<>();

    private final List<Column> columns = new ArrayList<>();

    private final List<String> ids = new ArrayList<>();

    private final List<String> many = new ArrayList<>();

    private final List<String> texts = new ArrayList<>();

    private final List<String> numbersInText = new ArrayList<>();

    /** The separator of the numbers. */
    private final List<String> noNumbers = new ArrayList<>();

    private final List<String> imageFiles = new ArrayList<>();

    private final List<String> duplicates = new ArrayList<>();

    private final LeftOut leftOut = new LeftOut();

    private final TextReading reading;

    private FeatureScreen(final TextReading reading) {
        this.reading = reading;
    }

    /**
     * @param read the columns that could be read, with notes
     * @param byHand the names of those selected by hand
     * @param reading which strings are texts
     * @param notes receives the decisions
     * @throws InvalidSettingsException if no column is left, or no image file of one can be used that was chosen by
     *             hand
     */
    static FeatureScreen of(final TableRows read, final Set<String> byHand, final TextReading reading,
        final Report notes, final Progress progress) throws InvalidSettingsException {
        final var screen = ofAny(read, byHand, reading, notes, progress);
        if (screen.kept.isEmpty()) {
            throw new InvalidSettingsException(
                "No usable feature column is left. " + String.join(" ", notes.sentences())
                    + " Add columns that describe the rows.");
        }
        return screen;
    }

    /** Like {@link #of}, but possibly without any column left. */
    static FeatureScreen ofAny(final TableRows read, final Set<String> byHand, final TextReading reading,
        final Report notes, final Progress progress) throws InvalidSettingsException {
        final var screen = new FeatureScreen(reading);
        for (var c = 0; c < read.columns().size(); c++) {
            final var column = read.columns().get(c);
            try {
                screen.see(column, read.features().columns().get(c), notes, progress);
            } catch (final UnusableColumnException e) {
                if (byHand.contains(column.name())) {
                    throw e.forTheUser();
                }
                e.note(screen.leftOut);
            }
        }
        screen.tell(notes);
        return screen;
    }

    /** @return the features and how they are read */
    List<FeatureColumn> kept() {
        return kept;
    }

    /** @return the cells of those columns */
    List<Column> columns() {
        return columns;
    }

    private void see(final FeatureColumn column, final Column cells, final Report notes,
        final Progress progress) throws UnusableColumnException {
        if (ColumnFacts.isEmpty(cells)) {
            leftOut.add(Reason.MISSING, column.name(), "");
        } else if (cells instanceof NominalColumn nominal && ImageFiles.are(nominal.categories())) {
            final var images = ImageFiles.read(nominal, column.shape(), notes, progress);
            imageFiles.add(column.name());
            keep(new FeatureColumn(column.name(), FeatureKind.IMAGE_FILE, images.shape()), images);
        } else if (cells instanceof NominalColumn nominal) {
            final var numbers = ColumnFacts.isId(nominal) && ColumnFacts.isWhole(nominal)
                ? Optional.<NumberColumn>empty() : numbers(nominal);
            if (numbers.isPresent()) {
                numbersInText.add(column.name());
                keep(new FeatureColumn(column.name(), FeatureKind.NUMBER_IN_TEXT), numbers.get());
            } else if (isText(nominal)) {
                keep(new FeatureColumn(column.name(), FeatureKind.TEXT), FreeText.texts(nominal));
            } else if (ColumnFacts.isId(nominal)) {
                ids.add(column.name());
            } else if (nominal.categories().size() > MAX_CATEGORIES) {
                many.add(column.name());
            } else {
                keep(column.with(null), cells);
            }
        } else if (cells instanceof NumberColumn numbers && ColumnFacts.isCounter(numbers)) {
            ids.add(column.name());
        } else {
            keep(column, cells);
        }
    }

    private void keep(final FeatureColumn column, final Column cells) {
        if (!ColumnFacts.isConstant(cells) && columns.stream().anyMatch(other -> ColumnFacts.same(other, cells))) {
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
            case ALL -> !ColumnFacts.isConstant(column) && !BOOLEANS.containsAll(column.categories());
            case NONE -> false;
        };
    }

    private void tell(final Report notes) {
        notes.add(leftOut.report());
        if (!numbersInText.isEmpty()) {
            notes
                .fact("Read as numbers because nearly all text there is a number: " + Text.quoted(numbersInText) + ".");
        }
        if (!noNumbers.isEmpty()) {
            notes.warn("Non-numeric entries of " + Text.quoted(numbersInText) + " are treated as missing: "
                + Text.quoted(noNumbers) + ".");
        }
        if (!imageFiles.isEmpty()) {
            notes.fact("Read as images because all text there is the path of an image file: " + Text.quoted(imageFiles)
                + ".");
        }
        if (!texts.isEmpty()) {
            notes.fact("Read as free text: " + Text.quoted(texts) + ".");
        }
        if (!ids.isEmpty()) {
            notes.fact("Ignored because every value is unique (probably an ID): " + Text.quoted(ids) + ".");
        }
        if (!many.isEmpty()) {
            notes.warn("Ignored because of more than " + MAX_CATEGORIES + " different values: " + Text.quoted(many)
                + ".");
        }
        if (!duplicates.isEmpty()) {
            notes.fact("Ignored because another column has the same values: " + Text.quoted(duplicates) + ".");
        }
    }

    /**
     * Reads text of which nearly all distinct values are numbers; the others, such as "n/a", are treated as missing.
     */
    private Optional<NumberColumn> numbers(final NominalColumn column) {
        final var parsed = column.categories().stream().map(NumberText::parse)
            .mapToDouble(number -> number.orElse(Double.NaN)).toArray();
        final var numbers = Arrays.stream(parsed).filter(v -> !Double.isNaN(v)).count();
        if (numbers < MIN_NUMBERS_IN_TEXT || numbers < MIN_SHARE_OF_NUMBERS * parsed.length) {
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
}
