package org.fewlabel.headless.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Bundles as folders, as KNIME's installer unpacks them on request. A folder is created once per build of the
 * bundle and shared by all runs; it is locked while a run uses it, and one that no run uses any more is deleted when a
 * newer build of the same bundle is unpacked.
 */
final class UnpackedBundles implements AutoCloseable {

    private final Path cache;

    private final List<FileChannel> locks = new ArrayList<>();

    /** @param cache the folder of the unpacked bundles, created if it does not exist */
    UnpackedBundles(final Path cache) {
        this.cache = cache;
    }

    /** @return the folder with the content of the bundle's jar, which must not be changed */
    Path folderOf(final BundleFile bundle) throws IOException {
        Files.createDirectories(cache);
        final var name = "%s_%s-%x-%x".formatted(bundle.symbolicName(), bundle.version(),
            Files.size(bundle.jar()), Files.getLastModifiedTime(bundle.jar()).toMillis());
        final var folder = cache.resolve(name);
        lock(name, true);
        if (!Files.isDirectory(folder)) {
            removeUnused(bundle.symbolicName() + "_", name);
            final var partial = Files.createTempDirectory(cache, "unpacking-");
            unpack(bundle.jar(), partial);
            moveUnlessThere(partial, folder);
        }
        return folder;
    }

    private static void unpack(final Path jar, final Path folder) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (final var entry : Collections.list(zip.entries())) {
                final var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(jar + " has an entry outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
    }

    private static void moveUnlessThere(final Path partial, final Path folder) throws IOException {
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            Folders.delete(partial);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private boolean lock(final String name, final boolean shared) throws IOException {
        final var channel = FileChannel.open(cache.resolve(name + ".lock"), StandardOpenOption.CREATE,
            StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if ((shared ? channel.lock(0, Long.MAX_VALUE, true) : channel.tryLock()) != null) {
                locks.add(channel);
                return true;
            }
        } catch (OverlappingFileLockException e) {
            // this JVM already uses the folder
            channel.close();
            return shared;
        }
        channel.close();
        return false;
    }

    private void removeUnused(final String prefix, final String except) throws IOException {
        final List<Path> old;
        try (var files = Files.list(cache)) {
            old = files.filter(Files::isDirectory).filter(f -> f.getFileName().toString().startsWith(prefix))
                .filter(f -> !f.getFileName().toString().equals(except)).toList();
        }
        for (final var folder : old) {
            if (lock(folder.getFileName().toString(), false)) {
                Folders.delete(folder);
            }
        }
    }

    /** Releases the folders; they remain for the next run. */
    @Override
    public void close() throws IOException {
        for (final var channel : locks) {
            channel.close();
        }
        locks.clear();
    }
}
