package org.fewlabel.headless.cli;

/**
 * The destination of the output.
 *
 * @param interactive whether it is a terminal, so that a line may be overwritten
 * @param columns the maximum number of characters per line
 */
record Terminal(boolean interactive, int columns) {

    private static final int DEFAULT_COLUMNS = 120;

    private static final int MIN_COLUMNS = 40;

    /**
     * @return the terminal found by the start script: the system property {@code fewlabel.columns} is its width, and
     *         absent if there is none
     */
    static Terminal fromSystemProperties() {
        final var columns = Integer.getInteger("fewlabel.columns", 0);
        return columns > 0 ? new Terminal(true, Math.max(MIN_COLUMNS, columns))
            : new Terminal(false, DEFAULT_COLUMNS);
    }
}
