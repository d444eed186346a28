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
 * Chooses the engine of networks. On a working graphics card, ND4J's graphs compute all networks. On a CPU the
 * hand-written engine computes those it supports, and ND4J, which is not loaded before, the rest.
 */
public final class Engines {

    /** More threads are of no use for networks of the size that tables need. */
    private static final int MAX_THREADS = 4;

    /** Shared by all trainings, so that simultaneous ones do not compete for processors. */
    private static final Workers WORKERS = Workers
        .own(Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()));

    private Engines() {
    }

    /**
     * @param progress checked for cancel, now and within each computation of the engine: the first call loads native
     *         libraries, which takes up to some seconds, and a step of a large network takes as long
     * @return the engine for this machine; if a network needs a library that is missing, the engine throws when that
     *         network is prepared
     * @throws java.util.concurrent.CancellationException if the user canceled; the loading continues in the background
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
