package org.fewlabel.learn.encode;

import org.fewlabel.device.Detached;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.samediff.SameDiffEngine;

/** Which engine computes the networks: the one place that decides. */
public final class Engines {

    private Engines() {
    }

    /**
     * @param progress asked for cancel: the first call loads native libraries, which takes some seconds
     * @return the engine for this machine
     * @throws org.fewlabel.device.MissingLibraryException if none can be loaded; the message says what to do
     * @throws java.util.concurrent.CancellationException if the user cancelled; the loading goes on by itself
     */
    public static Engine open(final Progress progress) {
        progress.report(0, "Starting the engine for networks");
        return Detached.call(SameDiffEngine::open, progress);
    }
}
