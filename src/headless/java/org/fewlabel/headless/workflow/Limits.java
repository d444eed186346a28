package org.fewlabel.headless.workflow;

/**
 * The limits of the size of a workflow.
 *
 * @param entries the maximum number of entries of an archive
 * @param unpackedBytes the maximum size of the unpacked archive
 * @param ratio the maximum compression ratio, checked from {@code ratioFrom} unpacked bytes on
 * @param ratioFrom the unpacked size of the whole archive below which any ratio is allowed
 * @param settingsBytes the maximum size of one settings file
 * @param nodes the maximum number of nodes of a workflow
 */
public record Limits(int entries, long unpackedBytes, int ratio, long ratioFrom, long settingsBytes, int nodes) {

    private static final long MIB = 1L << 20;

    /** The defaults, far above the needs of real workflows and far below what would overload a small machine. */
    public static final Limits DEFAULT = new Limits(50_000, 4096 * MIB, 200, 64 * MIB, 64 * MIB, 10_000);
}
