package org.fewlabel.headless.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder of a workflow, the only access to its files: a path in a workflow's files is resolved here and rejected if
 * it is outside, whether by {@code ..}, as an absolute path or through a link.
 */
public final class WorkflowFolder {

    /** The file that makes a folder a workflow. */
    public static final String WORKFLOW_FILE = "workflow.knime";

    private final Path root;

    private final Limits limits;

    /**
     * @param root an existing folder
     * @throws WorkflowException if it does not exist or holds no workflow; the message says which
     */
    public WorkflowFolder(final Path root, final Limits limits) throws IOException, WorkflowException {
        if (!Files.isDirectory(root)) {
            throw new WorkflowException(Files.exists(root) ? root + " is not a folder; for an archive use "
                + "-workflowFile=" + root : "The workflow folder " + root + " does not exist");
        }
        this.root = root.toRealPath();
        this.limits = limits;
        if (!Files.isRegularFile(this.root.resolve(WORKFLOW_FILE))) {
            throw new WorkflowException(root + " is no KNIME workflow: it has no file " + WORKFLOW_FILE);
        }
    }

    /** @return the folder, without links */
    public Path root() {
        return root;
    }

    /**
     * @param relative a place as written in the workflow's files, with {@code /} between its parts
     * @return the file there, which need not exist
     * @throws WorkflowException if the place lies outside the folder
     */
    public Path resolve(final String relative) throws IOException, WorkflowException {
        final Path path;
        try {
            path = root.resolve(relative.replace('\\', '/')).normalize();
        } catch (InvalidPathException e) {
            throw new WorkflowException("'" + relative + "' is no name that a file can have", e);
        }
        var existing = path;
        while (existing.startsWith(root) && !Files.exists(existing)) {
            if (Files.isSymbolicLink(existing)) {
                throw outside(relative);
            }
            existing = existing.getParent();
        }
        if (relative.startsWith("/") || relative.matches("[A-Za-z]:.*") || !path.startsWith(root)
            || !existing.toRealPath().startsWith(root)) {
            throw outside(relative);
        }
        return path;
    }

    /**
     * @param relative a place as written in the workflow's files
     * @return the content of a settings file
     * @throws WorkflowException if it lies outside the folder, does not exist or is too large
     */
    public InputStream openSettings(final String relative) throws IOException, WorkflowException {
        final var file = resolve(relative);
        if (!Files.isRegularFile(file)) {
            throw new WorkflowException("The file " + relative + " is missing in " + root);
        }
        if (Files.size(file) > limits.settingsBytes()) {
            throw new WorkflowException("The file %s in %s is rejected: it is larger than %,d bytes"
                .formatted(relative, root, limits.settingsBytes()));
        }
        return Files.newInputStream(file);
    }

    /** @return the limits of this workflow */
    public Limits limits() {
        return limits;
    }

    private WorkflowException outside(final String relative) {
        return new WorkflowException(
            "'" + relative + "' is rejected: it is outside the workflow's folder " + root);
    }
}
