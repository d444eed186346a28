package org.fewlabel.learn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fewlabel.device.Progress;

/**
 * Byte-pair encoding (Sennrich et al. 2016): words start as characters, and the most frequent adjacent pair is
 * repeatedly merged into one piece. Ties are broken by the characters of the pair, so the same texts always give the
 * same pieces.
 */
final class BytePairEncoding {

    /** Rarer characters and pairs are ignored. */
    private static final int MIN_COUNT = 3;

    /** Of more different words, the most frequent are used. */
    private static final int MAX_WORDS = 100_000;

    /** The maximum share of single characters in the vocabulary, the most frequent ones; Chinese has thousands. */
    private static final double CHARACTERS_SHARE = 0.75;

    private final List<String[]> words = new ArrayList<>();

    private final int[] counts;

    private final Map<List<String>, Integer> frequencies = new HashMap<>();

    /** Per pair the words that contained it when it was counted, and may no longer. */
    private final Map<List<String>, Set<Integer>> wordsOf = new HashMap<>();

    private final Map<String, Integer> characters = new HashMap<>();

    /** @param words the frequency of each word */
    BytePairEncoding(final Map<String, Integer> words, final Progress progress) {
        final var kept = words.entrySet().stream()
            .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
            .limit(MAX_WORDS).toList();
        this.counts = new int[kept.size()];
        for (var w = 0; w < counts.length; w++) {
            progress.checkCanceled();
            counts[w] = kept.get(w).getValue();
            final var letters = kept.get(w).getKey().codePoints().mapToObj(Character::toString).toArray(String[]::new);
            for (var i = 1; i < letters.length; i++) {
                letters[i] = Subwords.CONTINUATION + letters[i];
            }
            this.words.add(letters);
            for (final var letter : letters) {
                characters.merge(letter, counts[w], Integer::sum);
            }
            count(w, 1);
        }
    }

    private void count(final int word, final int sign) {
        final var letters = words.get(word);
        for (var i = 0; i + 1 < letters.length; i++) {
            final var pair = List.of(letters[i], letters[i + 1]);
            frequencies.merge(pair, sign * counts[word], (one, other) -> one + other == 0 ? null : one + other);
            if (sign > 0) {
                wordsOf.computeIfAbsent(pair, p -> new HashSet<>()).add(word);
            }
        }
    }

    /**
     * @return at most {@code max} pieces: characters by descending frequency, then merged pieces in the order of
     *         merging
     */
    List<String> learn(final int max, final Progress progress) {
        final var minCount = characters.values().stream().anyMatch(count -> count >= MIN_COUNT) ? MIN_COUNT : 1;
        final var pieces = new ArrayList<>(characters.entrySet().stream().filter(e -> e.getValue() >= minCount)
            .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
            .limit(Math.max(1, (long)(CHARACTERS_SHARE * max))).map(Map.Entry::getKey).toList());
        final var known = new HashSet<>(pieces);
        while (pieces.size() < max) {
            progress.checkCanceled();
            final var best = best(known);
            if (best == null) {
                break;
            }
            final var joined = best.get(0) + best.get(1).substring(Subwords.CONTINUATION.length());
            join(best, joined);
            if (known.add(joined)) { // two pairs may merge to the same piece
                pieces.add(joined);
            }
        }
        return pieces;
    }

    private List<String> best(final Set<String> known) {
        List<String> best = null;
        var maxCount = MIN_COUNT - 1;
        for (final var entry : frequencies.entrySet()) {
            final var pair = entry.getKey();
            final var count = entry.getValue();
            if (count >= Math.max(maxCount, MIN_COUNT) && known.contains(pair.get(0)) && known.contains(pair.get(1))
                && (count > maxCount || best == null || before(pair, best))) {
                best = pair;
                maxCount = count;
            }
        }
        return best;
    }

    private static boolean before(final List<String> one, final List<String> other) {
        final var first = one.get(0).compareTo(other.get(0));
        return first < 0 || first == 0 && one.get(1).compareTo(other.get(1)) < 0;
    }

    private void join(final List<String> pair, final String joined) {
        for (final var word : wordsOf.remove(pair)) {
            count(word, -1);
            final var old = words.get(word);
            final var letters = new String[old.length];
            var length = 0;
            for (var i = 0; i < old.length; i++) {
                final var both = i + 1 < old.length && old[i].equals(pair.get(0)) && old[i + 1].equals(pair.get(1));
                letters[length++] = both ? joined : old[i];
                i += both ? 1 : 0;
            }
            words.set(word, Arrays.copyOf(letters, length));
            count(word, 1);
        }
        frequencies.remove(pair);
    }
}
