package org.fewlabel.learn.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;

/**
 * A subword vocabulary, learned from the user's own texts by byte-pair encoding, and its tokenizer. A word is split
 * greedily into the longest known pieces, from its start (WordPiece, Wu et al. 2016, section 4.1); a piece that
 * continues a word begins with {@value #CONTINUATION}. A word with an unknown character is {@value #UNKNOWN_TEXT}.
 * Words are those of {@link Words}, but in a number of two digits or more every digit is replaced by 0.
 */
public final class Subwords {

    /** The code of padding after the end of a text. */
    public static final int PADDING = 0;

    /** The code of a word with an unknown character. */
    public static final int UNKNOWN = 1;

    /** The code of a masked piece, which is to be predicted. */
    public static final int MASK = 2;

    /** The code of the first piece. */
    public static final int FIRST = 3;

    /** More pieces than this are regarded as a corrupt file. */
    public static final int MAX_PIECES = 1 << 16;

    static final String CONTINUATION = "##";

    private static final String UNKNOWN_TEXT = "[UNK]";

    private static final String MASK_TEXT = "[MASK]";

    private final List<String> pieces;

    private final Map<String, Integer> codeOf = new HashMap<>();

    private final int longest;

    /**
     * @param pieces the code of the first is {@link #FIRST}
     * @throws IllegalArgumentException if there is none or too many, or one is empty or a duplicate
     */
    public Subwords(final List<String> pieces) {
        this.pieces = List.copyOf(pieces);
        if (pieces.isEmpty() || pieces.size() > MAX_PIECES) {
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
     * @param max the maximum number of pieces
     * @return {@code null} if no text has a word
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Subwords learn(final String[] texts, final int max, final Progress progress) {
        final var counts = new LinkedHashMap<String, Integer>();
        for (final var text : texts) {
            progress.checkCanceled();
            words(text, progress).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        final var pieces = new BytePairEncoding(counts, progress).learn(max, progress);
        return pieces.isEmpty() ? null : new Subwords(pieces);
    }

    private static List<String> words(final String text, final Progress progress) {
        return text == null ? List.of() : Words.shaped(text, progress);
    }

    /** @return the pieces, in the order of their codes from {@link #FIRST} on */
    public List<String> pieces() {
        return pieces;
    }

    /** @return the number of codes: those of the pieces, and three special ones */
    public int codes() {
        return FIRST + pieces.size();
    }

    /**
     * @param text may be {@code null}
     * @return the codes of its pieces, in their order, without padding
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
            final var prefix = from == 0 ? "" : CONTINUATION;
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
     * @return the text of the pieces; those of one word are joined
     */
    public String decode(final int[] codes) {
        final var text = new StringBuilder();
        for (final var code : codes) {
            if (code != PADDING) {
                final var piece = piece(code);
                final var continues = code >= FIRST && piece.startsWith(CONTINUATION) && !text.isEmpty();
                text.append(continues || text.isEmpty() ? "" : " ")
                    .append(continues ? piece.substring(CONTINUATION.length()) : piece);
            }
        }
        return text.toString();
    }

    /** @return the text of the piece of that code */
    public String piece(final int code) {
        return switch (code) {
            case PADDING -> "";
            case UNKNOWN -> UNKNOWN_TEXT;
            case MASK -> MASK_TEXT;
            default -> pieces.get(code - FIRST);
        };
    }
}
