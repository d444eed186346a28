package org.fewlabel.learn.consistency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.pretext.PretextTask;

/** Generated tables whose classes are clusters of the unlabeled rows. */
final class Examples {

    private Examples() {
    }

    /** @return two interleaved half circles; even rows belong to the first */
    static Rows moons(final int rows) {
        final var random = new Random(rows);
        final var x = new double[rows];
        final var y = new double[rows];
        for (var i = 0; i < rows; i++) {
            final var angle = Math.PI * random.nextDouble();
            x[i] = (i % 2 == 0 ? Math.cos(angle) : 1 - Math.cos(angle)) + 0.08 * random.nextGaussian();
            y[i] = (i % 2 == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle)) + 0.08 * random.nextGaussian();
        }
        return new Rows(rows, List.of(new NumberColumn("x", x), new NumberColumn("y", y)));
    }

    /**
     * @param classes row i is of class {@code i % classes}
     * @return eight numbers about a center of each class, one with missing cells, and a place of 50, one in five wrong
     */
    static Rows blobs(final int rows, final int classes) {
        final var random = new Random(classes);
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < 8; c++) {
            final var centers = random.doubles(classes, -2, 2).toArray();
            final var missing = c == 7;
            columns.add(new NumberColumn("number " + c, IntStream.range(0, rows)
                .mapToDouble(i -> missing && random.nextInt(6) == 0 ? Double.NaN
                    : centers[i % classes] + random.nextGaussian())
                .toArray()));
        }
        columns.add(places(rows, classes));
        return new Rows(rows, columns);
    }

    /** @return a place of 50, four in five by the class */
    static NominalColumn places(final int rows, final int classes) {
        final var random = new Random(9);
        final var codes = IntStream.range(0, rows)
            .map(i -> random.nextInt(5) == 0 ? random.nextInt(50)
                : (random.nextInt(50) / classes * classes + i % classes) % 50)
            .toArray();
        return new NominalColumn("place", codes, IntStream.range(0, 50).mapToObj(c -> "place " + c).toList());
    }

    /** @return the class of each row */
    static Labels truth(final int rows, final int classes) {
        return new Labels(IntStream.range(0, rows).map(i -> i % classes).toArray(),
            IntStream.range(0, classes).mapToObj(c -> "class " + c).toList());
    }

    /** @return the labels of the first {@code count} rows */
    static Labels first(final Labels truth, final int count) {
        final var codes = truth.codes().clone();
        Arrays.fill(codes, count, codes.length, Labels.UNLABELED);
        return new Labels(codes, truth.classes());
    }

    /** @return the accuracy of the predictions */
    static double accuracy(final Labels truth, final double[] probabilities) {
        final var predicted = new ClassProbabilities(truth.classes().size(), probabilities).argmax();
        return (double)IntStream.range(0, predicted.length).filter(i -> predicted[i] == truth.codes()[i]).count()
            / predicted.length;
    }

    static PretextTask task(final Rows rows) {
        return PretextTask.of(PretextTask.Kind.MASK, rows.columns().stream().map(Column::name).toList(), 1);
    }
}
