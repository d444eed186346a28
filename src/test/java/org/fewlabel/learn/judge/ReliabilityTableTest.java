package org.fewlabel.learn.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fewlabel.learn.data.ClassProbabilities;
import org.junit.jupiter.api.Test;

class ReliabilityTableTest {

    @Test
    void putsRowsIntoBinsByTheirConfidence() {
        final var probabilities = new double[]{0.5, 0.5, 0.75, 0.25, 0.2, 0.8, 1, 0, Double.NaN, Double.NaN};
        final var table = ReliabilityTable.of(
            Predictions.ofProbabilities(new int[]{0, 1, 1, 0, 0}, new ClassProbabilities(2, probabilities)),
            4);
        assertThat(table.bins()).extracting(ReliabilityTable.Bin::rows).containsExactly(0, 1, 1, 2);
        final var last = table.bins().get(3);
        assertThat(last.from()).isEqualTo(0.75);
        assertThat(last.to()).isEqualTo(1);
        assertThat(last.confidence()).isCloseTo(0.9, within(1e-9));
        assertThat(last.accuracy()).isEqualTo(1);
        assertThat(table.bins().get(2).accuracy()).isZero();
        assertThat(table.bins().get(0).accuracy()).isNaN();
        // (1 * |1 - 0.5| + 1 * |0 - 0.75| + 2 * |1 - 0.9|) / 4
        assertThat(table.calibrationError()).isCloseTo((0.5 + 0.75 + 0.2) / 4, within(1e-9));
    }

    /*
     * p=r/n; c=(p+z*z/2/n)/(1+z*z/n); h=z/(1+z*z/n)*sqrt(p*(1-p)/n+z*z/4/n/n); c-h, c+h with z=1.959963984540054
     */
    @Test
    void theIntervalIsWilsons() {
        assertInterval(Interval.wilson(8, 10, 0.95), 0.4901624715366418, 0.9433178485456248);
        assertInterval(Interval.wilson(0, 5, 0.95), 0, 0.43448246478317476);
        assertInterval(Interval.wilson(5, 5, 0.95), 0.5655175352168251, 1);
        assertInterval(Interval.wilson(0, 0, 0.95), 0, 1);
    }

    @Test
    void needsABin() {
        final var none = new Predictions(1, new int[0], new int[0], null);
        assertThatThrownBy(() -> ReliabilityTable.of(none, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ReliabilityTable.of(none, 3).calibrationError()).isNaN();
    }

    private static void assertInterval(final Interval interval, final double low, final double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }
}
