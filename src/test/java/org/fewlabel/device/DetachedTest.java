package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

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
    void cancelAbandonsTheWorkThatWouldNeverEnd() throws InterruptedException {
        final var interrupted = new CountDownLatch(1);
        final var checks = Checks.canceledAt(4);
        assertThatThrownBy(() -> Detached.call(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (final InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return "too late";
        }, checks)).isInstanceOf(CancellationException.class);
        assertThat(checks.checksAfterCancel()).isZero();
        interrupted.await();
    }
}
