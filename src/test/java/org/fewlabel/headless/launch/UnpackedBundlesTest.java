package org.fewlabel.headless.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedBundlesTest {

    @TempDir
    private Path temp;

    private BundleFile bundle(final String version, final String entry, final String text) throws IOException {
        final var manifest = new Manifest(new java.io.ByteArrayInputStream(("Manifest-Version: 1.0\n"
            + "Bundle-SymbolicName: some.bundle;singleton:=true\nBundle-Version: " + version
            + "\nEclipse-BundleShape: dir\n").getBytes(StandardCharsets.UTF_8)));
        final var jar = temp.resolve("some.bundle_" + version + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return BundleFile.read(jar);
    }

    @Test
    void readsWhatABundleIs() throws IOException {
        final var bundle = bundle("1.2.3.v4", "a.txt", "a");
        assertThat(bundle.symbolicName()).isEqualTo("some.bundle");
        assertThat(bundle.version()).hasToString("1.2.3.v4");
        assertThat(bundle.unpacked()).isTrue();
    }

    @Test
    void refusesAJarThatIsNoBundle() throws IOException {
        final var jar = temp.resolve("plain.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("x"));
        }
        assertThatThrownBy(() -> BundleFile.read(jar)).isInstanceOf(IOException.class)
            .hasMessageContaining("is not an OSGi bundle");
    }

    @Test
    void unpacksOnceForAllRuns() throws IOException {
        final var bundle = bundle("1.0.0", "dir/a.txt", "a");
        try (var first = new UnpackedBundles(temp.resolve("cache"));
            var second = new UnpackedBundles(temp.resolve("cache"))) {
            final var folder = first.folderOf(bundle);
            assertThat(folder.resolve("dir/a.txt")).hasContent("a");
            final var made = Files.getLastModifiedTime(folder);
            assertThat(second.folderOf(bundle)).isEqualTo(folder);
            assertThat(Files.getLastModifiedTime(folder)).isEqualTo(made);
        }
    }

    @Test
    void anOlderBuildIsDeletedByANewerOne() throws IOException {
        final Path old;
        try (var bundles = new UnpackedBundles(temp.resolve("cache"))) {
            old = bundles.folderOf(bundle("1.0.0", "a.txt", "old"));
        }
        try (var bundles = new UnpackedBundles(temp.resolve("cache"))) {
            assertThat(bundles.folderOf(bundle("1.1.0", "a.txt", "new")).resolve("a.txt")).hasContent("new");
        }
        assertThat(old).doesNotExist();
    }

    @Test
    void refusesAnEntryOutsideTheBundle() throws IOException {
        final var bundle = bundle("1.0.0", "../evil.txt", "evil");
        try (var bundles = new UnpackedBundles(temp.resolve("cache"))) {
            assertThatThrownBy(() -> bundles.folderOf(bundle)).isInstanceOf(IOException.class)
                .hasMessageContaining("outside itself");
        }
    }
}
