package org.fewlabel.learn.encode;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Machine;
import org.fewlabel.device.MissingLibraryException;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Tensors;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.blas.BlasEngine;
import org.fewlabel.learn.net.samediff.SameDiffEngine;

/**
 * Which engine computes the networks: the one place that decides. On a graphics card that works, ND4J's graphs compute
 * all of them. On a processor the passes written by hand compute what they can, and ND4J, which is not loaded before,
 * the rest.
 */
public final class Engines {

    /** More threads find no work in the networks that tables need. */
    private static final int MOST_THREADS = 4;

    /** Shared by all trainings, so that several at a time do not get in each other's way. */
    private static final Workers WORKERS = Workers
        .own(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));

    private Engines() {
    }

    /**
     * @param progress asked for cancel, now and within each computation of the engine: the first call loads native
     *            libraries, which takes up to some seconds, and a step of a large network takes as long
     * @return the engine for this machine; what it cannot compute without a library that is missing, it says when asked
     *             to
     * @throws java.util.concurrent.CancellationException if the user canceled; the loading goes on by itself
     */
    public static Engine open(final Progress progress) {
        progress.report(0, "Starting the engine for networks");
        if (Machine.mayUseGraphicsCard()) {
            try {
                final var graphs = SameDiffEngine.open(progress);
                if (Tensors.usesGraphicsCard()) {
                    return graphs;
                }
            } catch (final MissingLibraryException e) { // thrown again if a network needs it
                return onProcessor(progress);
            }
        }
        return onProcessor(progress);
    }

    private static Engine onProcessor(final Progress progress) {
        return new FallbackEngine(new BlasEngine(Gemm.here(progress), WORKERS, progress),
            () -> SameDiffEngine.open(progress));
    }
}
