package org.fewlabel.headless.cli;

/** KNIME's exit codes. */
final class ExitCode {

    /** All nodes were executed. */
    static final int SUCCESS = 0;

    /** The command line is wrong. */
    static final int WRONG_ARGUMENTS = 2;

    /** The workflow cannot be loaded or saved. */
    static final int CANNOT_LOAD = 3;

    /** A node failed, was canceled or was not executed. */
    static final int NOT_EXECUTED = 4;

    private ExitCode() {
    }
}
