package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.Shuffle;

/** Several ways to move the pixels of an image, of which one is to be found out. */
final class Puzzle {

    /** Images of at least this side are cut into 3 × 3 tiles, others into 2 × 2. */
    private static final int LARGE = 24;

    /** Of the ways to shuffle tiles so many are used; there are 24 of four tiles. */
    private static final int MOST_SHUFFLES = 64;

    /** From so many drawn ways each is chosen that is least like those before it. */
    private static final int CANDIDATES = 100;

    /** Per answer and place the place that its pixel is taken from. */
    private final List<int[]> sources;

    private Puzzle(final List<int[]> sources) {
        this.sources = sources;
    }

    /**
     * @param kind a puzzle
     * @param shape of at least 2 × 2 places
     * @param seed of the ways to shuffle tiles, if there are too many for all
     */
    static Puzzle of(final PretextTask.Kind kind, final Shape shape, final long seed) {
        return new Puzzle(kind == PretextTask.Kind.ROTATE ? turns(shape) : shuffles(shape, seed));
    }

    int answers() {
        return sources.size();
    }

    /** @return per place the place that its pixel is taken from, each as y times the width plus x */
    int[] sources(final int answer) {
        return sources.get(answer);
    }

    /** By 0, 90, 180 and 270 degrees; an image that is no square is stretched so that it fits. */
    private static List<int[]> turns(final Shape shape) {
        final var turns = new ArrayList<int[]>();
        for (var turn = 0; turn < 4; turn++) {
            final var source = new int[shape.height() * shape.width()];
            for (var y = 0; y < shape.height(); y++) {
                for (var x = 0; x < shape.width(); x++) {
                    source[y * shape.width() + x] = turned(shape, turn, y, x);
                }
            }
            turns.add(source);
        }
        return turns;
    }

    private static int turned(final Shape shape, final int turn, final int y, final int x) {
        final var height = shape.height();
        final var width = shape.width();
        final var down = (int)((x + 0.5) * height / width);
        final var across = (int)((y + 0.5) * width / height);
        return switch (turn) {
            case 0 -> y * width + x;
            case 1 -> down * width + width - 1 - across;
            case 2 -> (height - 1 - y) * width + width - 1 - x;
            default -> (height - 1 - down) * width + across;
        };
    }

    /** What tiles of equal size leave over at the lower and right edge stays where it is. */
    private static List<int[]> shuffles(final Shape shape, final long seed) {
        final var grid = Math.min(shape.height(), shape.width()) < LARGE ? 2 : 3;
        final var tileHeight = shape.height() / grid;
        final var tileWidth = shape.width() / grid;
        final var shuffles = new ArrayList<int[]>();
        for (final var order : grid == 2 ? all(4) : different(grid * grid, seed)) {
            final var source = new int[shape.height() * shape.width()];
            for (var place = 0; place < source.length; place++) {
                final var y = place / shape.width();
                final var x = place % shape.width();
                if (y >= grid * tileHeight || x >= grid * tileWidth) {
                    source[place] = place;
                    continue;
                }
                final var tile = order[y / tileHeight * grid + x / tileWidth];
                source[place] = (tile / grid * tileHeight + y % tileHeight) * shape.width() + tile % grid * tileWidth
                    + x % tileWidth;
            }
            shuffles.add(source);
        }
        return shuffles;
    }

    private static List<int[]> all(final int size) {
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

    /** Orders that differ in many places, after algorithm 1 of the paper. */
    private static List<int[]> different(final int size, final long seed) {
        final var random = new SplittableRandom(seed);
        final var chosen = new ArrayList<int[]>();
        while (chosen.size() < MOST_SHUFFLES) {
            int[] best = null;
            var most = -1;
            for (var i = 0; i < CANDIDATES; i++) {
                final var candidate = Shuffle.order(size, random);
                final var least = chosen.stream().mapToInt(other -> distance(other, candidate)).min().orElse(size);
                if (least > most) {
                    most = least;
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
