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
 * Looks at the cells of columns that were chosen as features, and decides which are any and how they are to be read:
 * text that holds numbers is read as numbers, text that names image files as images, text that holds sentences as free
 * text; what names a row instead of describing it, what says the same as another column, and what is missing
 * everywhere, is left out. Everything it does is noted for the user.
 */
final class FeatureScreen {

    /** a category column with more different values is text, and would fill the memory with one number per value */
    private static final int MOST_CATEGORIES = 1000;

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

    private final LeftOut leftOut = new LeftOut();

    private final TextReading reading;

    private FeatureScreen(final TextReading reading) {
        this.reading = reading;
    }

    /**
     * @param read the columns that could be read, and what there is to say of that
     * @param byHand the names of those that the user has chosen by hand
     * @param reading which strings are texts
     * @param notes gets what was decided
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

    /** As {@link #of}, but it may be that no column is left. */
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

    /** @return the columns that are features, as they are to be read */
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
            } else if (nominal.categories().size() > MOST_CATEGORIES) {
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
            notes.warn("Ignored because of more than " + MOST_CATEGORIES + " different values: " + Text.quoted(many)
                + ".");
        }
        if (!duplicates.isEmpty()) {
            notes.fact("Ignored because another column has the same values: " + Text.quoted(duplicates) + ".");
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
}
