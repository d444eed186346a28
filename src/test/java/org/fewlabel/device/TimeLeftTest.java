package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;

class TimeLeftTest {

    @Test
    void afterASecondTheTimeLeftIsReported() {
        final var reported = new ArrayList<String>();
        final var now = new long[1];
        final var progress = new TimeLeft(new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                reported.add(message);
            }

            @Override
            public void checkCanceled() {
                reported.add("checked");
            }
        }, () -> now[0]);
        progress.report(0.5, "Work");
        now[0] = 10_000_000_000L;
        progress.report(0, "Work");
        progress.report(0.2, "Work");
        progress.report(0.01, "Work");
        progress.report(0.0001, "Work");
        now[0] = 1_000_000_000_000L;
        progress.report(0.01, "Work");
        progress.report(1, "Work");
        progress.checkCanceled();
        assertThat(reported).containsExactly("Work", "Work", "Work, about 40 s left", "Work, about 17 min left",
            "Work", "Work, about 27.5 h left", "Work", "checked");
    }
}
