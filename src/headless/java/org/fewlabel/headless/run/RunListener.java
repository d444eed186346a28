package org.fewlabel.headless.run;

import org.fewlabel.headless.workflow.WorkflowNode;

/** A listener to the execution of a workflow; all calls come from the thread that executes the workflow. */
public interface RunListener {

    /** Does nothing. */
    RunListener NONE = new RunListener() {
    };

    /** Reports that a node starts to execute. */
    default void started(final WorkflowNode node) {
        // not everybody is interested
    }

    /**
     * Reports the progress of an executing node, a few times a second.
     *
     * @param fraction the progress, 0 to 1; negative if unknown
     * @param message of the progress; may be empty
     */
    default void progress(final WorkflowNode node, final double fraction, final String message) {
        // not everybody is interested
    }

    /** Reports the result of a node; called for every node of the workflow. */
    default void finished(final NodeResult result) {
        // not everybody is interested
    }
}
