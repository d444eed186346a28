package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.Shuffle;

/** The pixel permutations of a puzzle task, of which the applied one is to be predicted. */
final class Puzzle {

    /** Images of at minDistance this side are cut into 3 × 3 tiles, others into 2 × 2. */
    private static final int LARGE = 24;

    /** The maximum number of tile permutations; there are 24 of four tiles. */
    private static final int MAX_SHUFFLES = 64;

    /** Each permutation is the one of this many random ones that is farthest from those before it. */
    private static final int CANDIDATES = 100;

    /** Per answer the source pixel of each pixel. */
    private final List<int[]> sources;

    private Puzzle(final List<int[]> sources) {
        this.sources = sources;
    }

    /**
     * @param kind a puzzle
     * @param shape of at minDistance 2 × 2 pixels
     * @param seed of the tile permutations, if they are too many to use all
     */
    static Puzzle of(final PretextTask.Kind kind, final Shape shape, final long seed) {
        return new Puzzle(kind == PretextTask.Kind.ROTATE ? rotations(shape) : shuffles(shape, seed));
    }

    int answers() {
        return sources.size();
    }

    /** @return per pixel the source pixel, each as y times the width plus x */
    int[] sources(final int answer) {
        return sources.get(answer);
    }

    /** Rotations by 0, 90, 180 and 270 degrees; an image that is not square is stretched to fit. */
    private static List<int[]> rotations(final Shape shape) {
        final var rotations = new ArrayList<int[]>();
        for (var quarters = 0; quarters < 4; quarters++) {
            final var source = new int[shape.height() * shape.width()];
            for (var y = 0; y < shape.height(); y++) {
                for (var x = 0; x < shape.width(); x++) {
                    source[y * shape.width() + x] = rotated(shape, quarters, y, x);
                }
            }
            rotations.add(source);
        }
        return rotations;
    }

    private static int rotated(final Shape shape, final int quarters, final int y, final int x) {
        final var height = shape.height();
        final var width = shape.width();
        final var down = (int)((x + 0.5) * height / width);
        final var across = (int)((y + 0.5) * width / height);
        return switch (quarters) {
            case 0 -> y * width + x;
            case 1 -> down * width + width - 1 - across;
            case 2 -> (height - 1 - y) * width + width - 1 - x;
            default -> (height - 1 - down) * width + across;
        };
    }

    /** Tile permutations. Pixels that equal tiles leave over at the lower and right edge stay in place. */
    private static List<int[]> shuffles(final Shape shape, final long seed) {
        final var grid = Math.min(shape.height(), shape.width()) < LARGE ? 2 : 3;
        final var tileHeight = shape.height() / grid;
        final var tileWidth = shape.width() / grid;
        final var shuffles = new ArrayList<int[]>();
        for (final var order : grid == 2 ? permutations(4) : distant(grid * grid, seed)) {
            final var source = new int[shape.height() * shape.width()];
            for (var pixel = 0; pixel < source.length; pixel++) {
                final var y = pixel / shape.width();
                final var x = pixel % shape.width();
                if (y >= grid * tileHeight || x >= grid * tileWidth) {
                    source[pixel] = pixel;
                    continue;
                }
                final var tile = order[y / tileHeight * grid + x / tileWidth];
                source[pixel] = (tile / grid * tileHeight + y % tileHeight) * shape.width() + tile % grid * tileWidth
                    + x % tileWidth;
            }
            shuffles.add(source);
        }
        return shuffles;
    }

    private static List<int[]> permutations(final int size) {
        var orders = List.of(new int[0]);
        for (var next = 0; next < size; next++) {
            final var longer = new ArrayList<int[]>();
            for (final var order : orders) {
                for (var at = 0; at <= next; at++) {
                    final var with = new int[next + 1];
                    System.arraycopy(order, 0, with, 0, at);
                    with[at] = next;
                    System.arraycopy(order, at, with, at + 1, next - at);
                    longer.add(with);
                }
            }
            orders = longer;
        }
        return orders;
    }

    /** Permutations with a large Hamming distance, after algorithm 1 of the paper. */
    private static List<int[]> distant(final int size, final long seed) {
        final var random = new SplittableRandom(seed);
        final var chosen = new ArrayList<int[]>();
        while (chosen.size() < MAX_SHUFFLES) {
            int[] best = null;
            var maxDistance = -1;
            for (var i = 0; i < CANDIDATES; i++) {
                final var candidate = Shuffle.order(size, random);
                final var minDistance = chosen.stream().mapToInt(other -> distance(other, candidate)).min()
                    .orElse(size);
                if (minDistance > maxDistance) {
                    maxDistance = minDistance;
                    best = candidate;
                }
            }
            chosen.add(best);
        }
        return chosen;
    }

    private static int distance(final int[] a, final int[] b) {
        var different = 0;
        for (var i = 0; i < a.length; i++) {
            different += a[i] == b[i] ? 0 : 1;
        }
        return different;
    }
}
