package org.fewlabel.headless.cli;

/**
 * The destination of the output.
 *
 * @param interactive whether somebody watches, so that a line may be written over
 * @param columns how many characters fit into a line
 */
record Terminal(boolean interactive, int columns) {

    private static final int DEFAULT_COLUMNS = 120;

    private static final int FEWEST_COLUMNS = 40;

    /**
     * @return what the start script found out: system property {@code fewlabel.columns} is the width of the terminal,
     *         and is not there if there is none
     */
    static Terminal fromSystemProperties() {
        final var columns = Integer.getInteger("fewlabel.columns", 0);
        return columns > 0 ? new Terminal(true, Math.max(FEWEST_COLUMNS, columns))
            : new Terminal(false, DEFAULT_COLUMNS);
    }
}
