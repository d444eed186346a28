package org.fewlabel.learn.net.blas;

/**
 * Chooses between one thread and all threads by measured step times. On a machine whose processors are also used by
 * others, a helper that was started may be kept waiting, and all wait for it; so both modes are timed in turns now and
 * then, and the faster one is used. That changes no bit of the results.
 */
final class ThreadTuner {

    /** The number of timed steps per mode; the slowest of each is ignored. */
    private static final int TRIES = 6;

    private static final int SHORTEST = 96;

    private static final int LONGEST = 768;

    /** A single thread is used if its time is below this share of that of all threads, which is more than noise. */
    private static final double CLEAR_RATIO = 0.95;

    private int length = SHORTEST;

    private int step;

    private boolean singleThread;

    private final long[] sums = new long[2];

    private final long[] slowest = new long[2];

    /** @return whether the next step runs on a single thread */
    boolean singleThread() {
        return step < 2 * TRIES ? step % 2 == 1 : singleThread;
    }

    /** @param nanos the duration of that step */
    void took(final long nanos) {
        if (step < 2 * TRIES) {
            final var mode = step % 2;
            sums[mode] += nanos;
            slowest[mode] = Math.max(slowest[mode], nanos);
        }
        step++;
        if (step == 2 * TRIES) {
            decide();
        }
        if (step == length) {
            step = 0;
        }
    }

    private void decide() {
        final var before = singleThread;
        singleThread = sums[1] - slowest[1] < CLEAR_RATIO * (sums[0] - slowest[0]);
        length = singleThread == before ? Math.min(LONGEST, 2 * length) : SHORTEST;
        for (var mode = 0; mode < 2; mode++) {
            sums[mode] = 0;
            slowest[mode] = 0;
        }
    }
}
