package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkersTest {

    @ParameterizedTest
    @CsvSource({"0,1,2", "1,1,2", "7,3,1", "7,3,4", "1000,1,3", "1000,64,8", "5,100,4"})
    void everyIndexIsDoneExactlyOnce(final int size, final int block, final int threads) {
        final var done = new AtomicIntegerArray(size);
        Workers.own(threads).run(size, block, (from, to) -> {
            assertThat(to - from).isBetween(1, block);
            assertThat(from % block).isZero();
            for (var i = from; i < to; i++) {
                done.incrementAndGet(i);
            }
        }, Progress.NONE, "counting");
        for (var i = 0; i < size; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void severalThreadsWorkAtTheSameTime() {
        final var both = new CountDownLatch(2);
        Workers.own(2).run(2, 1, (from, to) -> {
            both.countDown();
            await(both); // ends only if the other block runs at the same time
        }, Progress.NONE, null);
    }

    @Test
    void theLastIndexOfAHugeRangeIsReached() {
        final var last = new AtomicInteger();
        Workers.own(2).run(Integer.MAX_VALUE, 1 << 30, (from, to) -> last.accumulateAndGet(to, Math::max),
            Progress.NONE, null);
        assertThat(last.get()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theFailureOfABlockReachesTheCallerAndEndsTheWork() {
        final var begun = new AtomicInteger();
        assertThatThrownBy(() -> Workers.own(3).run(Integer.MAX_VALUE, 1, (from, to) -> {
            begun.incrementAndGet();
            if (from == 10) {
                throw new IllegalStateException("block 10");
            }
        }, Progress.NONE, null)).isInstanceOf(IllegalStateException.class).hasMessage("block 10");
        assertThat(begun.get()).isLessThan(Integer.MAX_VALUE);
    }

    @Test
    void anErrorReachesTheCallerToo() {
        assertThatThrownBy(() -> Workers.own(2).run(10, 1, (from, to) -> {
            throw new StackOverflowError();
        }, Progress.NONE, null)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void workIsDoneWhenTheExecutorRefuses() {
        assertAllDone(new Workers(4, task -> {
            throw new RejectedExecutionException();
        }));
    }

    @Test
    void workIsDoneWhenTheExecutorNeverRunsAnything() {
        final List<Runnable> never = new ArrayList<>();
        final Executor busy = never::add;
        assertAllDone(new Workers(4, busy));
        assertThat(never).hasSize(3);
        never.forEach(Runnable::run); // too late: nothing is left to do
    }

    private static void assertAllDone(final Workers workers) {
        final var sum = new AtomicInteger();
        workers.run(10, 2, (from, to) -> sum.addAndGet(to - from), Progress.NONE, null);
        assertThat(sum.get()).isEqualTo(10);
    }

    /** A helper's block runs until the user has canceled and the calling thread waits for it. */
    @ParameterizedTest
    @CsvSource({"1", "2", "4"})
    void aCancelEndsTheWorkAfterTheStartedBlocks(final int threads) {
        final var caller = Thread.currentThread();
        final var checks = Checks.canceledAt(20);
        final var ofHelpers = new AtomicInteger();
        assertThatThrownBy(() -> Workers.own(threads).run(10_000, 1, (from, to) -> {
            if (Thread.currentThread() != caller) {
                ofHelpers.incrementAndGet();
                while (checks.count() < 20) {
                    Thread.yield();
                }
                awaitWaiting(caller);
            }
        }, checks, null)).isInstanceOf(CancellationException.class);
        assertThat(ofHelpers.get()).as("blocks, of which each helper has one").isLessThanOrEqualTo(threads - 1);
    }

    @Test
    void nothingRunsAnyMoreAfterACancel() {
        final var caller = Thread.currentThread();
        final var begun = new CountDownLatch(1);
        final var running = new AtomicInteger();
        assertThatThrownBy(() -> Workers.own(4).run(1000, 1, (from, to) -> {
            if (Thread.currentThread() == caller) {
                await(begun);
                return;
            }
            running.incrementAndGet();
            begun.countDown();
            awaitWaiting(caller);
            running.decrementAndGet();
        }, Checks.canceledAt(4), null)).isInstanceOf(CancellationException.class);
        assertThat(running.get()).isZero();
    }

    @Test
    void anInterruptIsACancel() throws InterruptedException {
        final var canceled = new AtomicBoolean();
        final var stillInterrupted = new AtomicBoolean();
        final var begun = new CountDownLatch(1);
        final var interrupted = new CountDownLatch(1);
        final var caller = new Thread(() -> {
            try {
                Workers.own(2).run(1_000_000, 1, (from, to) -> {
                    begun.countDown();
                    awaitUninterrupted(interrupted);
                }, Progress.NONE, null);
            } catch (final CancellationException e) {
                canceled.set(true);
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        interrupted.countDown();
        caller.join();
        assertThat(canceled).isTrue();
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void progressGrowsToOneAndCarriesTheMessage() {
        final var progress = new Recorder();
        Workers.CALLER.run(10, 3, (from, to) -> {}, progress.part(0.5, 1), "counting");
        assertThat(progress.fractions).isSorted().contains(0.625, 1.0);
        assertThat(progress.messages).containsOnly("counting");
    }

    @Test
    void refusesInvalidArguments() {
        assertThatThrownBy(() -> new Workers(0, Runnable::run)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Workers.CALLER.run(-1, 1, (from, to) -> {}, Progress.NONE, null))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Workers.CALLER.run(1, 0, (from, to) -> {}, Progress.NONE, null))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sumsMadeBlockByBlockDoNotDependOnTheNumberOfThreads() {
        final var values = new double[100_000];
        Arrays.setAll(values, i -> Math.sin(i) * Math.exp(i % 40));
        assertThat(sum(values, Workers.own(4))).isEqualTo(sum(values, Workers.CALLER));
    }

    private static double sum(final double[] values, final Workers workers) {
        final var parts = new double[100];
        workers.run(values.length, 1000, (from, to) -> {
            for (var i = from; i < to; i++) {
                parts[from / 1000] += values[i];
            }
        }, Progress.NONE, null);
        return Arrays.stream(parts).sum();
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitUninterrupted(final CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.yield();
        }
    }

    /** Waits until that thread waits, or has finished its work. */
    private static void awaitWaiting(final Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
    }

    /** Records the reports. */
    private static class Recorder implements Progress {

        final List<Double> fractions = new ArrayList<>();

        final List<String> messages = new ArrayList<>();

        @Override
        public synchronized void report(final double fraction, final String message) {
            fractions.add(fraction);
            messages.add(message);
        }

        @Override
        public void checkCanceled() {
            // never canceled
        }
    }

    @Test
    void aListenerThatThrowsEndsTheWork() {
        final var progress = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                throw new CancellationException("heard");
            }

            @Override
            public void checkCanceled() {
                // not yet
            }
        };
        assertThatThrownBy(() -> Workers.own(2).run(100, 1, (from, to) -> {}, progress, "Working"))
            .isInstanceOf(CancellationException.class).hasMessage("heard");
    }
}
