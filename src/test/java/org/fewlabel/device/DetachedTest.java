package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DetachedTest {

    @Test
    void returnsWhatTheWorkReturns() {
        assertThat(Detached.<String>call(() -> "done", Progress.NONE)).isEqualTo("done");
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> Detached.call(() -> {
            throw new ArithmeticException("wrong");
        }, Progress.NONE)).isInstanceOf(ArithmeticException.class).hasMessage("wrong");
        assertThatThrownBy(() -> Detached.call(() -> {
            throw new StackOverflowError();
        }, Progress.NONE)).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> Detached.call(() -> {
            throw new IOException("wrong");
        }, Progress.NONE)).isInstanceOf(IllegalStateException.class).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void cancelAbandonsTheWorkWithinASecond() throws InterruptedException {
        final var cancelledAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        final var interrupted = new CountDownLatch(1);
        final var progress = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                // nobody is listening
            }

            @Override
            public void checkCancelled() {
                if (System.nanoTime() > cancelledAt) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> Detached.call(() -> {
            try {
                Thread.sleep(15_000);
            } catch (final InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return "too late";
        }, progress)).isInstanceOf(CancellationException.class);
        assertThat(System.nanoTime() - cancelledAt).isLessThan(TimeUnit.SECONDS.toNanos(1));
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
