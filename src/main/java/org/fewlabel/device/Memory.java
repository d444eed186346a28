package org.fewlabel.device;

import java.util.Locale;

/** The memory that is still available to this process. */
public final class Memory {

    private static final double GIGABYTE = 1L << 30;

    private Memory() {
    }

    /**
     * @param needed in bytes; if less seems to be free, the garbage collector runs first
     * @return the number of bytes available
     */
    public static long free(final long needed) {
        final var free = free();
        if (free >= needed) {
            return free;
        }
        System.gc();
        return free();
    }

    private static long free() {
        final var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    /** @return such as "1.5 GB", rounded up to a tenth */
    public static String text(final long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", Math.ceil(10 * bytes / GIGABYTE) / 10);
    }
}
