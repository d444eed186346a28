package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpinBarrierTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void eachRegionStartsWhenTheOneBeforeIsFinished(final int threads) {
        for (var time = 0; time < 200; time++) {
            final var sizes = new int[]{3, 1, 7, 2};
            final var done = IntStream.range(0, sizes.length).mapToObj(r -> new AtomicInteger()).toList();
            final var early = new AtomicInteger();
            final var regions = new ArrayList<List<Plan.Task>>();
            for (var r = 0; r < sizes.length; r++) {
                final var region = r;
                final Plan.Task task = scratch -> {
                    if (region > 0 && done.get(region - 1).get() < sizes[region - 1]) {
                        early.incrementAndGet();
                    }
                    done.get(region).incrementAndGet();
                };
                regions.add(IntStream.range(0, sizes[r]).mapToObj(i -> task).toList());
            }
            final var crew = new SpinBarrier(regions);
            Workers.own(threads).run(threads, 1, (from, to) -> crew.work(task -> task.run(null)), Progress.NONE, null);
            assertThat(early).hasValue(0);
            assertThat(done).extracting(AtomicInteger::get).containsExactly(3, 1, 7, 2);
        }
    }

    @Test
    void whatATaskThrowsEndsAllThreads() {
        final var later = new AtomicInteger();
        final Plan.Task good = scratch -> {};
        final Plan.Task bad = scratch -> {
            throw new IllegalStateException("No memory.");
        };
        final var crew = new SpinBarrier(
            List.of(List.of(good, bad, good), List.of(scratch -> later.incrementAndGet())));
        assertThatThrownBy(
            () -> Workers.own(2).run(2, 1, (from, to) -> crew.work(task -> task.run(null)), Progress.NONE, null))
            .isInstanceOf(IllegalStateException.class).hasMessage("No memory.");
        assertThat(later).hasValue(0);
    }
}
