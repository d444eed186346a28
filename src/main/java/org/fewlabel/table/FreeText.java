package org.fewlabel.table;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.text.Words;

/** Tells sentences from names: whether the cells of a string column are free text. */
final class FreeText {

    /** of different cells, spread over the column; more say the same */
    private static final int MOST_CELLS = 500;

    /** of a cell that is looked at */
    private static final int MOST_CHARACTERS = 2000;

    /** with fewer different cells, they may be long names of categories */
    private static final int FEWEST_CELLS = 5;

    /** of the cells that are there, those that differ from all before; fewer are categories */
    private static final double LEAST_SHARE_OF_DIFFERENT = 0.5;

    private static final double FEWEST_WORDS = 3;

    /** of the characters of a cell but spaces; dates, codes and formulas have fewer */
    private static final double LEAST_SHARE_OF_LETTERS = 0.5;

    /** A path of a file or an address of a page: it names something, whatever words it is made of. */
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
     * @param column with every different cell once among its categories
     * @return whether most cells differ and hold several words, and most of them neither name a file nor are made of
     *             digits
     */
    static boolean is(final NominalColumn column) {
        final var cells = column.categories();
        var present = 0;
        for (final var code : column.codes()) {
            present += code >= 0 ? 1 : 0;
        }
        if (cells.size() < FEWEST_CELLS || cells.size() < LEAST_SHARE_OF_DIFFERENT * present) {
            return false;
        }
        final var step = Math.max(1, cells.size() / MOST_CELLS);
        var seen = 0;
        var words = 0L;
        var prose = 0;
        for (var i = 0; i < cells.size(); i += step) {
            final var start = start(cells.get(i));
            seen++;
            words += Words.of(start).size();
            prose += isProse(start) ? 1 : 0;
        }
        return words >= FEWEST_WORDS * seen && 2 * prose > seen;
    }

    /** @return the beginning of a cell behind its spaces; of a long one the rest is not even copied */
    private static String start(final String cell) {
        var from = 0;
        while (from < cell.length() && Character.isWhitespace(cell.charAt(from))) {
            from++;
        }
        return cell.substring(from, Math.min(cell.length(), from + MOST_CHARACTERS)).strip();
    }

    private static boolean isProse(final String cell) {
        final var letters = cell.codePoints().filter(Character::isLetter).count();
        final var signs = cell.codePoints().filter(c -> !Character.isWhitespace(c)
            && Character.getType(c) != Character.NON_SPACING_MARK
            && Character.getType(c) != Character.COMBINING_SPACING_MARK)
            .count();
        return letters > 0 && letters >= LEAST_SHARE_OF_LETTERS * signs && isSpaced(cell)
            && !PATH.matcher(cell).matches();
    }

    /** Sentences have spaces, but in the scripts that have none. */
    private static boolean isSpaced(final String cell) {
        return cell.codePoints().anyMatch(c -> Character.isWhitespace(c)
            || UNSPACED.contains(Character.UnicodeScript.of(c)));
    }

    /** @return the same cells as texts; each different one is kept once */
    static TextColumn texts(final NominalColumn column) {
        final List<String> cells = column.categories();
        final var texts = new String[column.size()];
        for (var row = 0; row < texts.length; row++) {
            texts[row] = column.codes()[row] < 0 ? null : cells.get(column.codes()[row]);
        }
        return new TextColumn(column.name(), texts);
    }
}
