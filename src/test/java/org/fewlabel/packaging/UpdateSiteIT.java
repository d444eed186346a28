package org.fewlabel.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Installs the feature from the update site's zip with p2's own director, as KNIME's "Install from archive" does. */
class UpdateSiteIT {

    private static final String FEATURE = "org.fewlabel.feature";

    private static final String FRAGMENT = "org.fewlabel." + Director.osgiOs() + "." + Director.osgiArch();

    private static final String VERSION = System.getProperty("fewlabel.bundle.version");

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void installsEveryBundleAndTheFeatureIntoAnEmptyProfile() throws Exception {
        final var outcome = install("5.8.0");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        final var installed = folder.resolve("installed");
        assertThat(names(installed.resolve("plugins"))).containsExactlyInAnyOrderElementsOf(shippedBundles());
        assertThat(names(installed.resolve("features"))).containsExactly(FEATURE + "_" + VERSION);
        assertThat(profile(installed)).contains(unit("org.fewlabel"), unit(FRAGMENT), unit(FEATURE + ".feature.group"),
            unit(FEATURE + ".feature.jar"));
    }

    @Test
    void unpacksThePlugInSoThatItsNestedJarsAreFiles() throws Exception {
        final var outcome = install("5.8.0");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        final var plugin = folder.resolve("installed/plugins/org.fewlabel_" + VERSION);
        final var classPath = classPath(plugin.resolve("META-INF/MANIFEST.MF"));
        assertThat(classPath).contains(".").hasSizeGreaterThan(1);
        assertThat(classPath).allSatisfy(entry -> assertThat(plugin.resolve(entry)).exists());
        assertThat(plugin.resolve("plugin.xml")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.12.1", "5.99.0"})
    void installsIntoEveryKnimeFromTheFirstSupportedUpToTheNextMajor(final String knime) throws Exception {
        assertThat(install(knime).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.9", "6.0.0"})
    void refusesAKnimeThatItWasNotMadeFor(final String knime) throws Exception {
        final var outcome = install(knime);

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("org.knime.core");
        assertThat(folder.resolve("installed/plugins")).doesNotExist();
    }

    @Test
    void theSiteShowsTheFeatureInACategory() throws Exception {
        final var content = entry(jarInZip("content.jar"), "content.xml");

        assertThat(content).contains("<property name='org.eclipse.equinox.p2.type.category' value='true'/>")
            .contains("name='" + FEATURE + ".feature.group' range='[" + VERSION + "," + VERSION + "]'");
        assertThat(content).as("no path of the machine that built it").doesNotContain(TARGET.toString());
    }

    private Director.Outcome install(final String knime) throws IOException, InterruptedException {
        final var platform = Files.createDirectories(folder.resolve("platform"));
        try (var template = UpdateSiteIT.class.getResourceAsStream("platform-content.xml")) {
            Files.writeString(platform.resolve("content.xml"),
                new String(template.readAllBytes(), StandardCharsets.UTF_8).replace("@KNIME@", knime));
        }
        return new Director(TARGET.resolve("director"), folder).install(FEATURE + ".feature.group",
            "jar:" + site().toUri() + "!/", platform.toUri().toString(), folder.resolve("installed"));
    }

    private static Path site() throws IOException {
        try (var files = Files.newDirectoryStream(TARGET, "fewlabel-update-site-*.zip")) {
            final var sites = new TreeSet<Path>();
            files.forEach(sites::add);
            assertThat(sites).hasSize(1);
            return sites.first();
        }
    }

    /** @return the folder names under which the bundles in target/plugins should be installed on this platform */
    private static Set<String> shippedBundles() throws IOException {
        final var bundles = new TreeSet<String>();
        for (final var jar : names(TARGET.resolve("plugins"))) {
            if (jar.startsWith("org.fewlabel_") || jar.startsWith(FRAGMENT + "_")) {
                bundles.add(jar.replaceAll("\\.jar$", ""));
            }
        }
        assertThat(bundles).containsExactlyInAnyOrder("org.fewlabel_" + VERSION, FRAGMENT + "_" + VERSION);
        return bundles;
    }

    private static List<String> names(final Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> classPath(final Path manifest) throws IOException {
        try (var in = Files.newInputStream(manifest)) {
            return List.of(new Manifest(in).getMainAttributes().getValue("Bundle-ClassPath").split(","));
        }
    }

    /** @return p2's own record of what is installed */
    private static String profile(final Path installed) throws IOException {
        final var registry = installed.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/installed.profile");
        final var states = names(registry).stream().filter(name -> name.endsWith(".profile.gz")).toList();
        try (var in = new GZIPInputStream(Files.newInputStream(registry.resolve(states.get(states.size() - 1))))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String unit(final String id) {
        return "<unit id='" + id + "' version='" + VERSION + "'";
    }

    private Path jarInZip(final String name) throws IOException {
        try (var zip = new JarFile(site().toFile())) {
            final var copy = folder.resolve(name);
            Files.copy(zip.getInputStream(zip.getEntry(name)), copy);
            return copy;
        }
    }

    private static String entry(final Path jar, final String name) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
