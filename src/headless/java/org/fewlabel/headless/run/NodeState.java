package org.fewlabel.headless.run;

/** The final state of a node. */
public enum NodeState {
    /** It has been executed and has results. */
    EXECUTED,
    /** It could not be configured or its execution failed. */
    FAILED,
    /** The user canceled while it was executing. */
    CANCELED,
    /** It was not executed, because an input is missing or the user canceled before. */
    NOT_EXECUTED
}
