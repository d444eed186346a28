package org.fewlabel.learn.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.graph.Dense;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.neighbor.AutomaticSearch.Mode;
import org.fewlabel.learn.neighbor.SearchOutcome.Kind;
import org.junit.jupiter.api.Test;

class AutomaticSearchTest {

    private final DenseRows groups = Groups.of(3, 4000, 8, 40);

    @Test
    void fewRowsAreSearchedExactlyAndThatIsTheUsualOutcome() {
        final var found = within(new AutomaticSearch(Mode.AUTOMATIC), groups);
        assertExact(found, groups);
        assertThat(found.outcome()).isEqualTo(SearchOutcome.EXACT);
        assertThat(found.recall()).isEqualTo(1);
    }

    @Test
    void manyRowsAreSearchedApproximatelyAndHowWellIsMeasured() {
        final var found = within(new AutomaticSearch(Mode.AUTOMATIC, 1e6), groups);
        assertThat(found.recall()).isBetween(0.98, 1.0);
        assertThat(found.outcome()).isEqualTo(SearchOutcome.of(Kind.APPROXIMATE));
        assertThat(within(new AutomaticSearch(Mode.APPROXIMATE), groups).index()).containsExactly(found.index());
        assertExact(within(new AutomaticSearch(Mode.EXACT, 1e6), groups), groups);
    }

    @Test
    void howManyRowsAreTooManyForTheExactSearchDependsOnTheirDimensions() {
        assertThat(AutomaticSearch.isShort(70_000, 50)).isTrue();
        assertThat(AutomaticSearch.isShort(100_000, 128)).isTrue();
        assertThat(AutomaticSearch.isShort(200_000, 128)).isFalse();
        assertThat(AutomaticSearch.isShort(1_000_000, 2)).isFalse();
    }

    @Test
    void whatHasNoApproximateSearchIsSearchedExactlyAndThatIsTheOutcome() {
        final var gower = Groups.with(new Metric(Similarity.GOWER, weights(8)), groups);
        final var byGower = within(new AutomaticSearch(Mode.APPROXIMATE), gower);
        assertExact(byGower, gower);
        assertThat(byGower.outcome()).isEqualTo(SearchOutcome.of(Kind.UNSUITABLE_ROWS));
        final var values = groups.values().clone();
        values[100] = Float.NaN;
        final var missing = new DenseRows(groups.rows(), groups.columns(), values);
        final var withMissing = within(new AutomaticSearch(Mode.APPROXIMATE), missing);
        assertExact(withMissing, missing);
        assertThat(withMissing.outcome()).isEqualTo(SearchOutcome.of(Kind.UNSUITABLE_ROWS));
    }

    private static float[] weights(final int columns) {
        final var weights = new float[columns];
        Arrays.fill(weights, 1);
        return weights;
    }

    @Test
    void rowsWithoutGroupsAreSearchedExactlyAndThatIsTheOutcome() {
        final var noise = Dense.random(1, 2000, 30);
        final var found = within(new AutomaticSearch(Mode.APPROXIMATE), noise);
        assertExact(found, noise);
        assertThat(found.outcome()).isEqualTo(SearchOutcome.of(Kind.NO_GROUPS));
    }

    @Test
    void fewerRowsThanNeighborsAreAllNeighbors() {
        for (final var n : new int[]{0, 1, 2, 6}) {
            final var rows = Groups.of(1, n, 3, 2);
            final var found = within(new AutomaticSearch(Mode.APPROXIMATE), rows);
            assertThat(found.k()).isEqualTo(Math.max(0, n - 1));
            assertThat(found.index()).doesNotContain(-1);
        }
    }

    @Test
    void constantColumnsAndRowsThatComeOftenChangeNothing() {
        final var values = new float[groups.rows() * 3 * 10];
        for (var i = 0; i < groups.rows() * 3; i++) { // every row three times, between two constant columns
            System.arraycopy(groups.values(), i / 3 * 8, values, i * 10 + 1, 8);
            values[i * 10] = 7;
        }
        final var joined = RowGraph.of(new DenseRows(groups.rows() * 3, 10, values), 10,
            new AutomaticSearch(Mode.APPROXIMATE),
            Workers.CALLER, Progress.NONE);
        assertThat(joined.graph().nodes()).isEqualTo(groups.rows());
        assertThat(joined.nodes()).startsWith(0, 0, 0, 1, 1, 1);
        assertThat(joined.recall()).isBetween(0.98, 1.0);
        assertThat(joined.search()).isEqualTo(SearchOutcome.of(Kind.APPROXIMATE));
        assertThat(joined.fewer(5).search()).isEqualTo(joined.search());
    }

    private static Neighbors within(final AutomaticSearch search, final DenseRows rows) {
        return search.within(rows, 10, Workers.CALLER, Progress.NONE);
    }

    private static void assertExact(final Neighbors found, final DenseRows rows) {
        final var exact = new ExactSearch().within(rows, 10, Workers.CALLER, Progress.NONE);
        assertThat(found.index()).containsExactly(exact.index());
        assertThat(found.squaredDistance()).containsExactly(exact.squaredDistance());
        assertThat(found.recall()).isEqualTo(1);
    }
}
