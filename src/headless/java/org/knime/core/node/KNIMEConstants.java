package org.knime.core.node;

import org.knime.core.util.ThreadPool;

/** What there is once in a running platform. */
public final class KNIMEConstants {

    /** The threads on which long work is done. */
    public static final ThreadPool GLOBAL_THREAD_POOL = new ThreadPool(
        Math.max(2, (int)Math.ceil(1.5 * Runtime.getRuntime().availableProcessors())));

    private KNIMEConstants() {
    }
}
