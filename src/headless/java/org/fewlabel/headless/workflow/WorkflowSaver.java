package org.fewlabel.headless.workflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.NodeSettings;

/**
 * Saves a workflow in its state before execution, with the settings that the user changed: every node configured, none
 * executed, and no data. Results are not saved, because KNIME reads them in its own table format only; executing the
 * saved workflow in KNIME recreates them.
 */
public final class WorkflowSaver {

    private static final String CONFIGURED = "CONFIGURED";

    private final Workflow workflow;

    private final Path root;

    private WorkflowSaver(final Workflow workflow) {
        this.workflow = workflow;
        root = workflow.folder().root();
    }

    /**
     * Writes the changed settings into the workflow itself, file by file, each one atomically.
     *
     * @return the number of written nodes
     */
    public static int inPlace(final Workflow workflow) throws IOException {
        if (workflow.nodes().stream().noneMatch(WorkflowNode::changed)) {
            return 0;
        }
        final var root = workflow.folder().root();
        int written = 0;
        for (final var node : workflow.nodes()) {
            // existing results may come from the old settings
            if (node.changed() || node.wasExecuted()) {
                replace(root.resolve(node.settingsFile()), reset(node));
                written++;
            }
        }
        if (!CONFIGURED.equals(workflow.settings().getString("state", null))) {
            replace(root.resolve(WorkflowFolder.WORKFLOW_FILE), reset(workflow.settings()));
        }
        return written;
    }

    /**
     * Writes a copy of the workflow into a new folder.
     *
     * @throws WorkflowException if the target exists already
     */
    public static void toFolder(final Workflow workflow, final Path target) throws IOException, WorkflowException {
        save(target, partial -> {
            Files.createDirectory(partial);
            new WorkflowSaver(workflow).copy((relative, content) -> {
                final var file = partial.resolve(relative.toString());
                Files.createDirectories(file.getParent());
                try (var out = Files.newOutputStream(file)) {
                    content.writeTo(out);
                }
            });
        });
    }

    /**
     * Writes a copy of the workflow as an archive.
     *
     * @throws WorkflowException if the target exists already
     */
    public static void toArchive(final Workflow workflow, final Path target) throws IOException, WorkflowException {
        save(target, partial -> {
            try (var zip = new ZipOutputStream(Files.newOutputStream(partial))) {
                new WorkflowSaver(workflow).copy((relative, content) -> {
                    zip.putNextEntry(new ZipEntry(workflow.name() + "/" + relative.toString().replace('\\', '/')));
                    content.writeTo(zip);
                    zip.closeEntry();
                });
            }
        });
    }

    /** It is written to a temporary location and then renamed, so that it is never incomplete. */
    private static void save(final Path target, final Writer writer) throws IOException, WorkflowException {
        if (Files.exists(target)) {
            throw new WorkflowException("The workflow is not saved: " + target + " exists already");
        }
        final var absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        final var partial = partial(absolute);
        try {
            writer.writeTo(partial);
            Files.move(partial, absolute);
        } catch (IOException e) {
            delete(partial);
            throw e;
        }
    }

    private static void delete(final Path partial) throws IOException {
        if (Files.exists(partial)) {
            try (var files = Files.walk(partial)) {
                for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Writer {
        void writeTo(Path partial) throws IOException;
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Target {
        void put(Path relative, Content content) throws IOException;
    }

    private void copy(final Target target) throws IOException {
        target.put(Path.of(WorkflowFolder.WORKFLOW_FILE), content(reset(workflow.settings())));
        for (final var node : workflow.nodes()) {
            target.put(Path.of(node.settingsFile()), content(reset(node)));
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                return isResult(root.relativize(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
                throws IOException {
                final var relative = root.relativize(file);
                if (attributes.isRegularFile() && !isWritten(relative) && !isResult(relative)) {
                    target.put(relative, out -> Files.copy(file, out));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Content content(final NodeSettings settings) throws IOException {
        // via a buffer, because settings close the stream that they are written to
        final var buffer = new ByteArrayOutputStream();
        settings.saveToXML(buffer);
        return buffer::writeTo;
    }

    private boolean isWritten(final Path relative) {
        final var name = relative.toString().replace('\\', '/');
        return name.equals(WorkflowFolder.WORKFLOW_FILE)
            || workflow.nodes().stream().anyMatch(node -> Path.of(node.settingsFile()).normalize().equals(relative));
    }

    /** Files that KNIME keeps of an execution: the nodes' data, and marks of an open workflow. */
    private boolean isResult(final Path relative) {
        final var name = relative.getFileName().toString();
        if (relative.getNameCount() == 1) {
            return name.equals(".knimeLock") || name.equals(".savedWithData");
        }
        return relative.getNameCount() == 2 && !relative.startsWith("data")
            && (name.matches("port_\\d+|internal|internalTables|filestore") || name.equals("workflow.knime.lock"));
    }

    private static NodeSettings reset(final WorkflowNode node) {
        final var settings = reset(node.settings());
        settings.addBoolean("hasContent", false);
        settings.addNodeSettings("ports");
        final var filestores = settings.addNodeSettings("filestores");
        filestores.addString("file_store_location", null);
        filestores.addString("file_store_id", null);
        return settings;
    }

    private static NodeSettings reset(final NodeSettings original) {
        final var settings = new NodeSettings(original.getKey());
        original.copyTo(settings);
        settings.addString("state", CONFIGURED);
        return settings;
    }

    private static Path partial(final Path file) {
        return file.resolveSibling(".saving-" + ProcessHandle.current().pid() + "-" + file.getFileName());
    }

    private static void replace(final Path file, final NodeSettings settings) throws IOException {
        final var partial = partial(file);
        try (var out = Files.newOutputStream(partial)) {
            settings.saveToXML(out);
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
