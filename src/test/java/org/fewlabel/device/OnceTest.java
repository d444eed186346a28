package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** A canceled caller does not wait for slow loading, which continues for the others. */
class OnceTest {

    /** Counts the checks for cancel, and runs an action at each. */
    private static final class Asked implements Progress {

        private final Runnable[] then;

        private int checks;

        /** @param then the actions at the first check, at the second, and at every further one */
        Asked(final Runnable... then) {
            this.then = then;
        }

        @Override
        public void report(final double fraction, final String message) {
            // reports are ignored
        }

        @Override
        public void checkCanceled() {
            then[Math.min(checks++, then.length - 1)].run();
        }
    }

    private static final Runnable NOTHING = () -> {};

    private static final Runnable CANCEL = () -> {
        throw new CancellationException();
    };

    private final CountDownLatch latch = new CountDownLatch(1);

    private final CountDownLatch begun = new CountDownLatch(1);

    private final AtomicInteger times = new AtomicInteger();

    private final List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());

    /** Loads until the latch opens. */
    private final Once<String> library = new Once<>(() -> {
        times.incrementAndGet();
        begun.countDown();
        try {
            latch.await();
        } catch (final InterruptedException e) {
            interrupted.add(true);
        }
        interrupted.add(Thread.currentThread().isInterrupted());
        return "library";
    });

    /** Waits for the start of the loading, without a clock. */
    private final Runnable untilItHasBegun = () -> {
        try {
            begun.await();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    };

    @Test
    void aCanceledCallerDoesNotWait() {
        final var progress = new Asked(NOTHING, untilItHasBegun, CANCEL);
        assertThatThrownBy(() -> library.get(progress)).isInstanceOf(CancellationException.class);
        assertThat(latch.getCount()).as("it is still being loaded").isEqualTo(1);
        latch.countDown();
        assertThat(library.get(Progress.NONE)).isEqualTo("library");
        assertThat(times).as("loaded once, for all").hasValue(1);
        assertThat(interrupted).as("nobody disturbed it").containsExactly(false);
    }

    /** KNIME cancels by an interrupt of the node's thread. */
    @Test
    void anInterruptedCallerDoesNotWait() throws Exception {
        final var thrown = new ArrayList<Throwable>();
        final var node = new Thread(() -> {
            try {
                library.get(Progress.NONE);
            } catch (final CancellationException e) {
                thrown.add(e);
            }
        });
        node.start();
        begun.await();
        node.interrupt();
        node.join();
        assertThat(thrown).hasSize(1);
        latch.countDown();
        assertThat(library.get(Progress.NONE)).isEqualTo("library");
        assertThat(times).hasValue(1);
        assertThat(interrupted).containsExactly(false);
    }

    @Test
    void cancelIsCheckedRepeatedlyDuringLoading() {
        final var progress = new Asked(NOTHING, NOTHING, NOTHING, NOTHING, latch::countDown, NOTHING);
        assertThat(library.get(progress)).isEqualTo("library");
        assertThat(progress.checks).isGreaterThanOrEqualTo(5);
    }

    @Test
    void laterCallersGetTheSameValue() {
        latch.countDown();
        library.get(Progress.NONE);
        assertThat(library.get(new Asked(CANCEL))).as("nothing to wait for").isEqualTo("library");
        assertThat(times).hasValue(1);
    }

    @Test
    void aFailedCreationIsTriedAgain() {
        final var once = new Once<>(() -> {
            if (times.incrementAndGet() == 1) {
                throw new MissingLibraryException("no room", null);
            }
            return "library";
        });
        assertThatThrownBy(() -> once.get(Progress.NONE)).isInstanceOf(MissingLibraryException.class);
        assertThat(once.get(Progress.NONE)).isEqualTo("library");
    }

    /** A result that comes too late is released, otherwise its memory would be lost. */
    @Test
    void anAbandonedResultIsReleased() throws Exception {
        final var given = new CountDownLatch(1);
        final var back = new ArrayList<String>();
        assertThatThrownBy(() -> Detached.undisturbed(() -> {
            begun.countDown();
            latch.await();
            return "graph";
        }, graph -> {
            back.add(graph);
            given.countDown();
        }, new Asked(NOTHING, untilItHasBegun, CANCEL))).isInstanceOf(CancellationException.class);
        assertThat(back).isEmpty();
        latch.countDown();
        given.await();
        assertThat(back).containsExactly("graph");
    }

    @Test
    void anAwaitedResultIsNotReleased() {
        final var back = new ArrayList<String>();
        assertThat(Detached.<String>undisturbed(() -> "graph", back::add, Progress.NONE)).isEqualTo("graph");
        assertThat(back).isEmpty();
        assertThatThrownBy(() -> Detached.<String>undisturbed(() -> {
            throw new java.io.IOException("wrong");
        }, back::add, Progress.NONE)).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("wrong");
    }
}
