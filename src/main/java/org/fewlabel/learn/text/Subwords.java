package org.fewlabel.learn.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;

/**
 * A vocabulary of pieces of words, learned from the user's own texts, and texts as numbers of such pieces. A word is
 * cut into the longest pieces known, from its start (WordPiece, Wu et al. 2016, section 4.1); a piece that goes on
 * within a word begins with {@value #GOES_ON}. A word with a character that is not known is {@value #UNKNOWN_TEXT}.
 * Words are those of {@link Words}, but a number of two digits or more stands as a 0 for each digit only.
 */
public final class Subwords {

    /** The code of a place behind the end of a text. */
    public static final int NOTHING = 0;

    /** The code of a word with an unknown character. */
    public static final int UNKNOWN = 1;

    /** The code that stands for a piece that is to be guessed. */
    public static final int MASK = 2;

    /** The code of the first piece. */
    public static final int FIRST = 3;

    /** More pieces than this are taken for damage. */
    public static final int MOST_PIECES = 1 << 16;

    static final String GOES_ON = "##";

    private static final String UNKNOWN_TEXT = "[UNK]";

    private static final String MASK_TEXT = "[MASK]";

    private final List<String> pieces;

    private final Map<String, Integer> codeOf = new HashMap<>();

    private final int longest;

    /**
     * @param pieces the code of the first is {@link #FIRST}
     * @throws IllegalArgumentException if there is none or too many, or one is empty or there twice
     */
    public Subwords(final List<String> pieces) {
        this.pieces = List.copyOf(pieces);
        if (pieces.isEmpty() || pieces.size() > MOST_PIECES) {
            throw new IllegalArgumentException("A vocabulary of " + pieces.size() + " pieces of words cannot be.");
        }
        var length = 0;
        for (final var piece : pieces) {
            if (piece.isEmpty() || codeOf.putIfAbsent(piece, FIRST + codeOf.size()) != null) {
                throw new IllegalArgumentException("The piece \"" + piece + "\" is empty or there twice.");
            }
            length = Math.max(length, piece.length());
        }
        this.longest = length;
    }

    /**
     * Learns a vocabulary.
     *
     * @param texts a {@code null} is a text without a word
     * @param most how many pieces there are at most
     * @return {@code null} if no text has a word
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Subwords learn(final String[] texts, final int most, final Progress progress) {
        final var counts = new LinkedHashMap<String, Integer>();
        for (final var text : texts) {
            progress.checkCanceled();
            words(text, progress).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        final var pieces = new PiecePairs(counts, progress).learn(most, progress);
        return pieces.isEmpty() ? null : new Subwords(pieces);
    }

    private static List<String> words(final String text, final Progress progress) {
        return text == null ? List.of() : Words.shaped(text, progress);
    }

    /** @return the pieces, in the order of their codes from {@link #FIRST} on */
    public List<String> pieces() {
        return pieces;
    }

    /** @return how many codes there are: those of the pieces, and three more */
    public int codes() {
        return FIRST + pieces.size();
    }

    /**
     * @param text may be {@code null}
     * @return the codes of its pieces, in their order, without an end
     */
    public int[] encode(final String text) {
        final var codes = new ArrayList<Integer>();
        for (final var word : words(text, Progress.NONE)) {
            encode(word, codes);
        }
        return codes.stream().mapToInt(Integer::intValue).toArray();
    }

    private void encode(final String word, final List<Integer> codes) {
        final var before = codes.size();
        for (var from = 0; from < word.length();) {
            final var prefix = from == 0 ? "" : GOES_ON;
            var to = Math.min(word.length(), from + longest - prefix.length());
            Integer code = null;
            while (to > from && (code = codeOf.get(prefix + word.substring(from, to))) == null) {
                to--;
            }
            if (code == null) {
                codes.subList(before, codes.size()).clear();
                codes.add(UNKNOWN);
                return;
            }
            codes.add(code);
            from = to;
        }
    }

    /**
     * @param codes of pieces
     * @return them as a text; pieces of one word are put together
     */
    public String decode(final int[] codes) {
        final var text = new StringBuilder();
        for (final var code : codes) {
            if (code != NOTHING) {
                final var piece = piece(code);
                final var goesOn = code >= FIRST && piece.startsWith(GOES_ON) && !text.isEmpty();
                text.append(goesOn || text.isEmpty() ? "" : " ")
                    .append(goesOn ? piece.substring(GOES_ON.length()) : piece);
            }
        }
        return text.toString();
    }

    /** @return how the piece of that code is shown */
    public String piece(final int code) {
        return switch (code) {
            case NOTHING -> "";
            case UNKNOWN -> UNKNOWN_TEXT;
            case MASK -> MASK_TEXT;
            default -> pieces.get(code - FIRST);
        };
    }
}
