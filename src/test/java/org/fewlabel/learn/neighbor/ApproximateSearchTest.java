package org.fewlabel.learn.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.graph.Dense;
import org.junit.jupiter.api.Test;

class ApproximateSearchTest {

    private static final Metric COSINE = new Metric(Similarity.COSINE, new float[0]);

    private final DenseRows groups = Groups.of(1, 6000, 12, 60);

    @Test
    void nearlyAllNeighborsAreFoundAndTheRecallIsAccurate() {
        final var found = search(0).within(groups, 10, Workers.CALLER, Progress.NONE).orElseThrow();
        final var exact = new ExactSearch().within(groups, 10, Workers.CALLER, Progress.NONE);
        final var recall = ApproximateSearch.recall(found, exact);
        assertThat(recall).isBetween(0.97, 0.99999);
        assertThat(found.recall()).isBetween(ApproximateSearch.MIN_RECALL, 1.0).isBetween(recall - 0.015,
            recall + 0.015);
        assertWellFormed(groups, found);
    }

    @Test
    void soAreTheNearestByTheAngle() {
        final var rows = Groups.with(COSINE, groups);
        final var found = search(0).within(rows, 7, Workers.CALLER, Progress.NONE).orElseThrow();
        final var exact = new ExactSearch().within(rows, 7, Workers.CALLER, Progress.NONE);
        assertThat(ApproximateSearch.recall(found, exact)).isGreaterThan(0.97);
        final var distance = new CosineDistance(rows, rows);
        for (var at = 0; at < 700; at++) {
            assertThat(found.squaredDistance()[at]).isEqualTo((float)distance.squared(at / 7, found.index()[at]));
        }
    }

    /** Each row has k others, each once, the nearest first, at their exact distances. */
    private static void assertWellFormed(final DenseRows rows, final Neighbors found) {
        final var distance = new EuclideanDistance(rows, rows);
        for (var i = 0; i < rows.rows(); i++) {
            final var own = i;
            final var ofRow = Arrays.copyOfRange(found.index(), i * found.k(), (i + 1) * found.k());
            assertThat(ofRow).doesNotHaveDuplicates().doesNotContain(i, -1);
            final var at = IntStream.range(0, found.k()).mapToDouble(m -> found.squaredDistance()[own * found.k() + m])
                .toArray();
            assertThat(at).isSorted();
            assertThat(at)
                .containsExactly(Arrays.stream(ofRow).mapToDouble(j -> (float)distance.squared(own, j)).toArray());
        }
    }

    @Test
    void neitherThreadsNorASecondTimeChangeTheGraph() {
        final var one = search(5).within(groups, 10, Workers.CALLER, Progress.NONE).orElseThrow();
        final var two = search(5).within(groups, 10, Workers.own(2), Progress.NONE).orElseThrow();
        assertThat(two.index()).containsExactly(one.index());
        assertThat(two.squaredDistance()).containsExactly(one.squaredDistance());
        assertThat(two.recall()).isEqualTo(one.recall());
    }

    @Test
    void rowsWithoutGroupsAreLeftToTheExactSearch() {
        assertThat(search(0).within(Dense.random(1, 3000, 40), 10, Workers.CALLER, Progress.NONE)).isEmpty();
    }

    @Test
    void aRowThatLooksIntoOneCellOnlyStillHasItsNeighbors() {
        final var cells = KMeansCells.of(groups, 500, 0, ExactSearch.plain(), Workers.CALLER, Progress.NONE);
        final var screen = new CellSearch(Blas.get(Progress.NONE).orElseThrow(), groups,
            new EuclideanDistance(groups, groups), 0, cells, Workers.CALLER, Progress.NONE);
        assertWellFormed(groups,
            screen.nearest(null, new ProbeRadius(false, 0), 40, Workers.CALLER, Progress.NONE, ""));
    }

    @Test
    void whoLooksIntoAllCellsFindsWhatTheExactSearchFinds() {
        final var cells = KMeansCells.of(groups, 70, 3, ExactSearch.plain(), Workers.CALLER, Progress.NONE);
        final var screen = new CellSearch(Blas.get(Progress.NONE).orElseThrow(), groups,
            new EuclideanDistance(groups, groups), 0, cells, Workers.CALLER, Progress.NONE);
        final var found = screen.nearest(null, ProbeRadius.ALL, 10, Workers.CALLER, Progress.NONE, "");
        final var exact = new ExactSearch().within(groups, 10, Workers.CALLER, Progress.NONE);
        assertThat(found.index()).containsExactly(exact.index());
        assertThat(found.squaredDistance()).containsExactly(exact.squaredDistance());
        assertThat(screen.compared()).isEqualTo(6000L * 6000);
    }

    @Test
    void everyRowIsInTheCellOfItsNearestCenter() {
        final var cells = KMeansCells.of(groups, 70, 3, ExactSearch.plain(), Workers.CALLER, Progress.NONE);
        assertThat(Arrays.stream(cells.order()).sorted().toArray()).containsExactly(IntStream.range(0, 6000).toArray());
        final var toCenters = new EuclideanDistance(groups, cells.centers());
        for (var at = 0; at < 6000; at += 7) {
            final var row = cells.order()[at];
            final var nearest = IntStream.range(0, cells.count()).mapToDouble(c -> toCenters.squared(row, c)).min();
            assertThat(toCenters.squared(row, cells.cellAt(at))).isEqualTo(nearest.orElseThrow());
        }
    }

    @Test
    void theReachIsTheSmallestThatFindsTheShare() {
        // two queries, three cells of 10, 20 and 30 rows; of the true neighbors one lies in each cell but the last
        final var cells = new KMeansCells(new DenseRows(3, 1, new float[]{0, 1, 2}), new int[]{0, 10, 30, 60},
            new int[60]);
        final var toCenters = new double[]{1, 3, 9, 4, 12, 13};
        final var homes = new int[][]{{0, 1}, {0, 1}};
        final var radius = ProbeRadius.of(cells, toCenters, homes, 1);
        assertThat(radius.relative()).isTrue(); // a factor of 3 leaves out the last cell twice; 8 more would let one in
        assertThat(radius.limit()).isEqualTo(3);
        assertThat(radius.includes(3, 1)).isTrue();
        assertThat(radius.includes(3.01, 1)).isFalse();
    }

    private static ApproximateSearch search(final long seed) {
        return new ApproximateSearch(Blas.get(Progress.NONE).orElseThrow(), seed);
    }
}
