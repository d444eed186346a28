package org.fewlabel.table;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.text.Words;

/** Detects whether the cells of a string column are free text rather than names. */
final class FreeText {

    /** The maximum number of distinct cells to check, spread over the column. */
    private static final int MAX_CELLS = 500;

    /** The maximum number of characters of a cell to check. */
    private static final int MAX_CHARACTERS = 2000;

    /** With fewer distinct cells they may be long names of categories. */
    private static final int MIN_CELLS = 5;

    /** The minimum share of distinct cells; with fewer they are categories. */
    private static final double MIN_SHARE_OF_DISTINCT = 0.5;

    private static final double MIN_WORDS = 3;

    /** The minimum share of letters among the characters except spaces; dates, codes and formulas have fewer. */
    private static final double MIN_SHARE_OF_LETTERS = 0.5;

    /** A path of a file or a URL, which is a name, whatever its words. */
    private static final Pattern PATH = Pattern.compile(
        "[A-Za-z][A-Za-z0-9+.-]*:(//|\\\\)\\S*|(?:[A-Za-z]:|~|\\.{1,2})?[\\\\/][^\\\\/]+[\\\\/].*"
            + "|[^\\\\/]*[\\\\/].*\\.\\w{1,5}");

    private static final Set<Character.UnicodeScript> UNSPACED = Set.of(Character.UnicodeScript.HAN,
        Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA, Character.UnicodeScript.THAI,
        Character.UnicodeScript.LAO, Character.UnicodeScript.KHMER, Character.UnicodeScript.MYANMAR,
        Character.UnicodeScript.TIBETAN);

    private FreeText() {
    }

    /**
     * @param column with every distinct cell once among its categories
     * @return whether most cells are distinct with several words, and most of them are neither file names nor digits
     */
    static boolean is(final NominalColumn column) {
        final var cells = column.categories();
        var present = 0;
        for (final var code : column.codes()) {
            present += code >= 0 ? 1 : 0;
        }
        if (cells.size() < MIN_CELLS || cells.size() < MIN_SHARE_OF_DISTINCT * present) {
            return false;
        }
        final var step = Math.max(1, cells.size() / MAX_CELLS);
        var checked = 0;
        var words = 0L;
        var prose = 0;
        for (var i = 0; i < cells.size(); i += step) {
            final var start = start(cells.get(i));
            checked++;
            words += Words.of(start).size();
            prose += isProse(start) ? 1 : 0;
        }
        return words >= MIN_WORDS * checked && 2 * prose > checked;
    }

    /** @return the beginning of a cell without leading spaces; the rest of a long one is not copied */
    private static String start(final String cell) {
        var from = 0;
        while (from < cell.length() && Character.isWhitespace(cell.charAt(from))) {
            from++;
        }
        return cell.substring(from, Math.min(cell.length(), from + MAX_CHARACTERS)).strip();
    }

    private static boolean isProse(final String cell) {
        final var letters = cell.codePoints().filter(Character::isLetter).count();
        final var signs = cell.codePoints().filter(c -> !Character.isWhitespace(c)
            && Character.getType(c) != Character.NON_SPACING_MARK
            && Character.getType(c) != Character.COMBINING_SPACING_MARK)
            .count();
        return letters > 0 && letters >= MIN_SHARE_OF_LETTERS * signs && isSpaced(cell)
            && !PATH.matcher(cell).matches();
    }

    /** Checks for spaces, except in scripts without them. */
    private static boolean isSpaced(final String cell) {
        return cell.codePoints().anyMatch(c -> Character.isWhitespace(c)
            || UNSPACED.contains(Character.UnicodeScript.of(c)));
    }

    /** @return the same cells as texts; each distinct one is stored once */
    static TextColumn texts(final NominalColumn column) {
        final List<String> cells = column.categories();
        final var texts = new String[column.size()];
        for (var row = 0; row < texts.length; row++) {
            texts[row] = column.codes()[row] < 0 ? null : cells.get(column.codes()[row]);
        }
        return new TextColumn(column.name(), texts);
    }
}
