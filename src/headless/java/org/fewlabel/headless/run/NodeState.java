package org.fewlabel.headless.run;

/** How it went with a node. */
public enum NodeState {
    /** It has been executed and its results are there. */
    EXECUTED,
    /** It could not be configured or its execution failed. */
    FAILED,
    /** The user canceled while it was executing. */
    CANCELED,
    /** It was not executed, because an input is missing or the user canceled before. */
    NOT_EXECUTED
}
