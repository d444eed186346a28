package org.fewlabel.packaging;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * p2's director, the part of the platform that installs: run as KNIME runs it, in an Equinox of its own. It gets a JVM
 * of its own too, since its framework ends with the JVM.
 */
final class Director {

    private final Path bundles;

    private final Path work;

    /**
     * @param bundles the folder with the jars of Equinox and of the director
     * @param work an empty folder for configuration and log
     */
    Director(final Path bundles, final Path work) {
        this.bundles = bundles;
        this.work = work;
    }

    /**
     * Installs one unit into a new profile.
     *
     * @param unit the id of the unit
     * @param site the repository that holds it
     * @param platform a repository of what the unit may build on; only its metadata are read
     * @param destination the folder of the installation
     * @return the exit code and all that was printed
     */
    Outcome install(final String unit, final String site, final String platform, final Path destination)
        throws IOException, InterruptedException {
        final var configuration = Files.createDirectories(work.resolve("configuration"));
        Files.writeString(configuration.resolve("config.ini"), configuration(destination));
        final var log = work.resolve("director.log");
        final var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", classPath(), DirectorMain.class.getName(), "-configuration", configuration.toString(), "-consoleLog",
            "-application", "org.eclipse.equinox.p2.director", "-repository", site, "-metadataRepository", platform,
            "-installIU", unit, "-destination", destination.toString(), "-profile", "installed", "-profileProperties",
            "org.eclipse.update.install.features=true", "-p2.os", osgiOs(), "-p2.arch", osgiArch())
            .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    /** @return what OSGi calls the operating system of this machine */
    static String osgiOs() {
        final var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "macosx" : "linux";
    }

    /** @return what OSGi calls the processor of this machine */
    static String osgiArch() {
        return System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
    }

    private String configuration(final Path destination) throws IOException {
        final var started = jars().stream().filter(jar -> !isFramework(jar))
            .map(jar -> "reference:" + jar.toUri() + "@start").collect(Collectors.joining(","));
        return String.join("\n",
            "osgi.bundles=" + started,
            "osgi.bundles.defaultStartLevel=4",
            "org.osgi.framework.bootdelegation=*", // some of p2's bundles use JDK packages that they do not import
            "osgi.compatibility.bootdelegation=true",
            "eclipse.p2.data.area=" + destination.resolve("p2").toUri(), "");
    }

    private String classPath() throws IOException {
        final var tests = DirectorMain.class.getProtectionDomain().getCodeSource().getLocation().toString();
        return framework() + File.pathSeparator + Path.of(URI.create(tests));
    }

    private Path framework() throws IOException {
        return jars().stream().filter(Director::isFramework).findFirst()
            .orElseThrow(() -> new AssertionError("No org.eclipse.osgi in " + bundles));
    }

    private List<Path> jars() throws IOException {
        try (var files = Files.list(bundles)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static boolean isFramework(final Path jar) {
        return jar.getFileName().toString().startsWith("org.eclipse.osgi-");
    }

    /** What the director answered. */
    record Outcome(int exitCode, String output) {
    }
}
