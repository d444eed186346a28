package org.fewlabel.headless.workflow;

/**
 * How large a workflow may be before it is refused.
 *
 * @param entries most entries of an archive
 * @param unpackedBytes most bytes an archive may unpack to
 * @param ratio most bytes that a byte of the archive may become, looked at from {@code ratioFrom} unpacked bytes on
 * @param ratioFrom unpacked bytes of the whole archive below which any ratio is fine
 * @param settingsBytes most bytes of one settings file
 * @param nodes most nodes of a workflow
 */
public record Limits(int entries, long unpackedBytes, int ratio, long ratioFrom, long settingsBytes, int nodes) {

    private static final long MIB = 1L << 20;

    /** Far more than a workflow made by people needs, far less than what would bring a small machine down. */
    public static final Limits DEFAULT = new Limits(50_000, 4096 * MIB, 200, 64 * MIB, 64 * MIB, 10_000);
}
