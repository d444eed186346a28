package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** Where a workflow lies and who executes it. */
public final class WorkflowContextV2 {

    private final ExecutorInfo executorInfo;

    private WorkflowContextV2(final Path folder) {
        executorInfo = new ExecutorInfo(folder) { };
    }

    /**
     * @param workflowFolder the workflow's folder on this machine
     * @param mountpoint not needed here, may be {@code null}
     * @return the context of a workflow that no repository knows
     */
    public static WorkflowContextV2 forTemporaryWorkflow(final Path workflowFolder, final Path mountpoint) {
        return new WorkflowContextV2(workflowFolder);
    }

    /** @return who executes the workflow, and where */
    public ExecutorInfo getExecutorInfo() {
        return executorInfo;
    }
}
