package org.fewlabel.headless.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A {@code .knwf} file: a zip of a workflow's folder. */
public final class WorkflowArchive {

    private static final int BUFFER = 1 << 16;

    private final Path zip;

    private final Limits limits;

    private long unpacked;

    private WorkflowArchive(final Path zip, final Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /**
     * Unpacks an archive.
     *
     * @param zip the archive
     * @param target an existing empty folder
     * @return the workflow's folder in {@code target}
     * @throws WorkflowException if it is no zip archive, holds no workflow, would write outside of {@code target} or
     *             is larger than the limits allow
     */
    public static Path unpack(final Path zip, final Path target, final Limits limits)
        throws IOException, WorkflowException {
        if (!Files.isRegularFile(zip)) {
            throw new WorkflowException("The workflow file " + zip + " does not exist");
        }
        new WorkflowArchive(zip, limits).unpackTo(target);
        return workflowIn(target, zip);
    }

    private void unpackTo(final Path target) throws IOException, WorkflowException {
        for (final var entry : ZipDirectory.read(zip, limits.entries())) {
            if (!entry.ordinary()) {
                throw refused("the entry '" + entry.name() + "' is a link");
            }
        }
        try (var file = new ZipFile(zip.toFile())) {
            final var seen = new HashSet<Path>();
            for (final var entry : Collections.list(file.entries())) {
                final var path = target(entry, target);
                if (!seen.add(path)) {
                    throw refused("the entry '" + entry.getName() + "' is there twice");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    try (var in = file.getInputStream(entry)) {
                        copy(in, path);
                    }
                }
            }
        } catch (ZipException e) {
            throw new WorkflowException(zip + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private Path target(final ZipEntry entry, final Path folder) throws WorkflowException {
        final var name = entry.getName();
        try {
            final var path = folder.resolve(name).normalize();
            if (!name.startsWith("/") && name.indexOf('\\') < 0 && !name.matches("[A-Za-z]:.*")
                && path.startsWith(folder) && (entry.isDirectory() || !path.equals(folder))) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw refused("the entry '" + name + "' has no name that a file can have");
        }
        throw refused("the entry '" + name + "' is outside the workflow");
    }

    private void copy(final InputStream in, final Path path) throws IOException, WorkflowException {
        final var size = Files.size(zip);
        final var buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                unpacked += n;
                if (unpacked > limits.unpackedBytes()) {
                    throw refused("it unpacks to more than %,d bytes".formatted(limits.unpackedBytes()));
                }
                if (unpacked > limits.ratioFrom() && unpacked / limits.ratio() > size) {
                    throw refused("it unpacks to more than %d times its size".formatted(limits.ratio()));
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private WorkflowException refused(final String why) {
        return new WorkflowException(zip + " is rejected: " + why);
    }

    private static Path workflowIn(final Path target, final Path zip) throws IOException, WorkflowException {
        if (Files.isRegularFile(target.resolve(WorkflowFolder.WORKFLOW_FILE))) {
            return target;
        }
        try (var children = Files.list(target)) {
            final var workflows = children.filter(c -> Files.isRegularFile(c.resolve(WorkflowFolder.WORKFLOW_FILE)))
                .toList();
            if (workflows.size() == 1) {
                return workflows.get(0);
            }
            throw new WorkflowException(workflows.isEmpty() ? zip + " contains no workflow (no "
                + WorkflowFolder.WORKFLOW_FILE + ")" : zip + " contains several workflows; it must contain one");
        }
    }
}
