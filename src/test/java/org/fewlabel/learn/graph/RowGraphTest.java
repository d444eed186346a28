package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.neighbor.CityBlockNeighbors;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.junit.jupiter.api.Test;

class RowGraphTest {

    @Test
    void fewerNeighborsAreThoseOfASearchForFewer() {
        final var rows = Dense.random(1, 60, 3);
        final var many = new ExactSearch().within(rows, 20, Workers.CALLER, Progress.NONE);
        final var few = new ExactSearch().within(rows, 6, Workers.CALLER, Progress.NONE);
        assertThat(many.first(6).index()).containsExactly(few.index());
        assertThat(many.first(6).squaredDistance()).containsExactly(few.squaredDistance());
        assertThat(many.first(20)).isSameAs(many);
    }

    @Test
    void cityBlockNeighborsAreTheNearestOfTheOthers() {
        final var rows = Dense.random(2, 40, 4);
        rows.values()[5] = Float.NaN;
        final var all = new ExactSearch().within(rows, 39, Workers.CALLER, Progress.NONE);
        final var near = CityBlockNeighbors.nearest(rows, all, 5, Workers.own(2), Progress.NONE);
        for (var i = 0; i < 40; i++) {
            final var row = i;
            final var expected = IntStream.range(0, 40).filter(j -> j != row).boxed()
                .sorted(Comparator.comparingDouble(j -> distance(rows, row, j))).limit(5).mapToInt(j -> j).toArray();
            assertThat(Arrays.copyOfRange(near.index(), 5 * i, 5 * i + 5)).containsExactly(expected);
            final var last = distance(rows, row, expected[4]);
            assertThat(near.squaredDistance()[5 * i + 4]).isEqualTo((float)(last * last));
        }
    }

    private static double distance(final DenseRows rows, final int a, final int b) {
        var sum = 0.0;
        var known = 0;
        for (var c = 0; c < 4; c++) {
            final var difference = Math.abs(rows.values()[4 * a + c] - rows.values()[4 * b + c]);
            sum += Float.isNaN(difference) ? 0 : difference;
            known += Float.isNaN(difference) ? 0 : 1;
        }
        return sum * 4 / known;
    }

    @Test
    void rowsWithoutNeighborsStayWithoutByCityBlock() {
        final var rows = new DenseRows(3, 1, new float[]{1, Float.NaN, 2});
        final var near = CityBlockNeighbors.nearest(rows,
            new ExactSearch().within(rows, 2, Workers.CALLER, Progress.NONE), 2,
            Workers.CALLER, Progress.NONE);
        assertThat(near.index()).containsExactly(2, -1, -1, -1, 0, -1);
        assertThat(near.squaredDistance()[1]).isInfinite();
    }

    @Test
    void atLeastOneNeighborIsNeeded() {
        assertThatThrownBy(
            () -> RowGraph.of(Dense.random(1, 3, 2), 0, new ExactSearch(), Workers.CALLER, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1 neighbor");
    }
}
