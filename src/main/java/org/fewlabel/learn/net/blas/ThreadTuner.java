package org.fewlabel.learn.net.blas;

/**
 * Whether steps are faster with helpers or without. On a machine whose processors have other work too, a helper that
 * was begun may be kept waiting, and all wait for it; so both ways are tried in turns now and then, and the faster one
 * is gone. That changes no bit of the results.
 */
final class ThreadTuner {

    /** How often each way is tried; the slowest time of each does not count. */
    private static final int TRIES = 6;

    private static final int SHORTEST = 96;

    private static final int LONGEST = 768;

    /** Helpers are dispensed with if that saves more than chance may. */
    private static final double CLEARLY = 0.95;

    private int length = SHORTEST;

    private int step;

    private boolean alone;

    private final long[] sums = new long[2];

    private final long[] slowest = new long[2];

    /** @return whether the next step is to be done without helpers */
    boolean alone() {
        return step < 2 * TRIES ? step % 2 == 1 : alone;
    }

    /** @param nanos how long that step took */
    void took(final long nanos) {
        if (step < 2 * TRIES) {
            final var way = step % 2;
            sums[way] += nanos;
            slowest[way] = Math.max(slowest[way], nanos);
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
        final var before = alone;
        alone = sums[1] - slowest[1] < CLEARLY * (sums[0] - slowest[0]);
        length = alone == before ? Math.min(LONGEST, 2 * length) : SHORTEST;
        for (var way = 0; way < 2; way++) {
            sums[way] = 0;
            slowest[way] = 0;
        }
    }
}
