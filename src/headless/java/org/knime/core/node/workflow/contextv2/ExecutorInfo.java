package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** Who executes a workflow, and where. */
public abstract class ExecutorInfo {

    private final Path localWorkflowPath;

    ExecutorInfo(final Path localWorkflowPath) {
        this.localWorkflowPath = localWorkflowPath;
    }

    /** @return the workflow's folder on this machine */
    public Path getLocalWorkflowPath() {
        return localWorkflowPath;
    }
}
