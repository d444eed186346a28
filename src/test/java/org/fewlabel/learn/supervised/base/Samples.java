package org.fewlabel.learn.supervised.base;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;

/** Training rows. */
public final class Samples {

    /** Eight rows in the plane. */
    public static final DenseRows ROWS = new DenseRows(8, 2,
        new float[]{0, 1.5f, 1, 0.5f, 2, -1, -1, 2, 0.5f, -2, -1.5f, -1, 1.5f, 1.5f, -2, 0});

    /** The weights of the rows. */
    public static final double[] WEIGHTS = {1, 0.5, 0.25, 1, 2, 0.1, 0.75, 0.3};

    /** Three other rows. */
    public static final DenseRows QUERIES = new DenseRows(3, 2, new float[]{0.5f, 0.5f, -1, -1, 3, -2});

    /** Canceled from the first check on. */
    public static final Progress CANCELED = Checks.canceledAt(1);

    private Samples() {
    }

    /**
     * Clouds of rows around points on a circle, one per class.
     *
     * @param rows of the clouds
     * @param truth the class of each
     */
    public record Clouds(DenseRows rows, int[] truth, int classes) {

        /** @param distance of the middles from the center, in standard deviations of a cloud */
        public static Clouds of(final int rows, final int classes, final double distance, final long seed) {
            final var random = new Random(seed);
            final var values = new float[2 * rows];
            final var truth = new int[rows];
            for (var i = 0; i < rows; i++) {
                truth[i] = i % classes;
                final var angle = 2 * Math.PI * truth[i] / classes;
                values[2 * i] = (float)(distance * Math.cos(angle) + random.nextGaussian());
                values[2 * i + 1] = (float)(distance * Math.sin(angle) + random.nextGaussian());
            }
            return new Clouds(new DenseRows(rows, 2, values), truth, classes);
        }

        /** @return labels of the first rows of each class */
        public Labels labels(final int perClass) {
            return new Labels(
                IntStream.range(0, truth.length).map(i -> i < perClass * classes ? truth[i] : -1).toArray(),
                names(classes));
        }
    }

    /** @return so many names */
    public static List<String> names(final int classes) {
        return IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
    }
}
