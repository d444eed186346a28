package org.fewlabel.table.sound;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.fewlabel.learn.audio.WaveFile;

/** What recordings have in common, for those settings that go by them. */
final class Survey {

    /** What is said lies below half of that, and higher rates cost more for nothing. */
    private static final int HIGHEST_RATE = 16_000;

    private static final int LOWEST_RATE = 8000;

    /** Longer recordings are cropped: the few longest must not make all others silence. */
    private static final double PERCENTILE = 95;

    private final double[] seconds;

    private int rate = HIGHEST_RATE;

    private int count;

    Survey(final int most) {
        seconds = new double[most];
    }

    void see(final WaveFile file) {
        rate = Math.max(LOWEST_RATE, Math.min(rate, file.rate()));
        seconds[count++] = file.seconds();
    }

    int count() {
        return count;
    }

    /** @return the lowest rate of all recordings, so that none has bands in which nothing was recorded */
    int rate() {
        return rate;
    }

    /** @return the length that 95 % of the recordings do not exceed, in seconds */
    double length() {
        return new Percentile().withEstimationType(EstimationType.R_1).evaluate(seconds, 0, count, PERCENTILE);
    }
}
