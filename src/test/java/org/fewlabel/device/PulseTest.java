package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulseTest {

    /** Rows of two numbers, of a thousand, and of more than may be looked at between two questions. */
    @ParameterizedTest
    @ValueSource(longs = {2, 1000, 3 * Pulse.OPERATIONS})
    void asksByTheWorkHoweverItIsCut(final long piece) {
        final var checks = Checks.patient();
        final var pulse = new Pulse(checks);
        for (var done = 0L; done < 20 * Pulse.OPERATIONS; done += piece) {
            pulse.before(piece);
            checks.work(piece);
        }
        assertThat(checks.asked()).isBetween(20 * Pulse.OPERATIONS / Math.max(piece, Pulse.OPERATIONS), 21L);
        assertThat(checks.longest()).isLessThan(Pulse.OPERATIONS + piece).isLessThan(Checks.MOST_OPERATIONS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aCancelIsHeard(final long question) {
        final var pulse = new Pulse(Checks.cancelledAt(question));
        assertThatThrownBy(() -> {
            for (var i = 0L; i < question; i++) {
                pulse.before(Pulse.OPERATIONS);
            }
        }).isInstanceOf(CancellationException.class);
    }
}
