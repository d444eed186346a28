package org.fewlabel.device;

import java.util.Locale;

/** The memory that this program may still use. */
public final class Memory {

    private static final double GIGABYTE = 1L << 30;

    private Memory() {
    }

    /**
     * @param needed in bytes; if less seems to be free, what is no longer used is given back first
     * @return how many bytes can still be used
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
