package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelCheckTest {

    /** Rows of two numbers, of a thousand, and of more than may be processed between two checks. */
    @ParameterizedTest
    @ValueSource(longs = {2, 1000, 3 * CancelCheck.OPERATIONS})
    void checksInProportionToTheWorkHoweverItIsDivided(final long piece) {
        final var checks = Checks.patient();
        final var cancelCheck = new CancelCheck(checks);
        for (var done = 0L; done < 20 * CancelCheck.OPERATIONS; done += piece) {
            cancelCheck.before(piece);
            checks.work(piece);
        }
        assertThat(checks.count()).isBetween(20 * CancelCheck.OPERATIONS / Math.max(piece, CancelCheck.OPERATIONS),
            21L);
        assertThat(checks.longest()).isLessThan(CancelCheck.OPERATIONS + piece).isLessThan(Checks.MAX_OPERATIONS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void canBeCanceled(final long question) {
        final var cancelCheck = new CancelCheck(Checks.canceledAt(question));
        assertThatThrownBy(() -> {
            for (var i = 0L; i < question; i++) {
                cancelCheck.before(CancelCheck.OPERATIONS);
            }
        }).isInstanceOf(CancellationException.class);
    }
}
