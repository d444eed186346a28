package org.fewlabel.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Checks whether the native libraries of ND4J can be loaded, without loading a class of ND4J: its first failure would
 * be final for this process.
 */
final class NativeFiles {

    private static final String ND4J = "org/nd4j/linalg/cpu/nativecpu/bindings/";

    /** The suffix of a possible variant of ND4J's build for a platform. */
    private static final String FAST = "-onednn-avx2";

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final String platform;

    private final Predicate<String> resources;

    /**
     * @param platform JavaCPP's name, such as "linux-x86_64"
     * @param resources tells whether the plug-in or its fragments contain a file
     */
    NativeFiles(final String platform, final Predicate<String> resources) {
        this.platform = platform;
        this.resources = resources;
    }

    /** @return those of the current platform */
    static NativeFiles here() {
        final var loader = NativeFiles.class.getClassLoader();
        return new NativeFiles(platform(System.getProperty("os.name"), System.getProperty("os.arch")),
            name -> loader.getResource(name) != null);
    }

    /** @return whether ND4J's CUDA backend is installed; whether there is a graphics card, only the backend can tell */
    boolean hasCuda() {
        return resources.test("org/nd4j/linalg/jcublas/JCublasBackend.class");
    }

    /** @return JavaCPP's name of the platform */
    static String platform(final String osName, final String osArch) {
        final var os = osName.toLowerCase(Locale.ROOT);
        final var name = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "macosx"
            : os.startsWith("windows") ? "windows" : os.replaceAll("[^a-z0-9]", "");
        final var arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> osArch.toLowerCase(Locale.ROOT);
        };
        return name + "-" + arch;
    }

    /** @throws MissingLibraryException if a library is missing, or this processor cannot run it */
    void check() {
        final var fast = resources.test(nd4j(platform + FAST));
        for (final var file : List.of(fast ? nd4j(platform + FAST) : nd4j(platform),
            "org/bytedeco/openblas/" + platform + "/" + library("jniopenblas"),
            "org/bytedeco/javacpp/" + platform + "/" + library("jnijavacpp"))) {
            if (!resources.test(file)) {
                throw new MissingLibraryException("Networks cannot be trained on this computer (" + platform
                    + "): the native library " + file.substring(file.lastIndexOf('/') + 1)
                    + " is not installed. Install "
                    + "\"Few-Label Learning for KNIME\" again from an update site that is made for this platform "
                    + "(Linux, Windows or macOS on Intel and AMD processors, Linux or macOS on ARM) and restart KNIME.",
                    null);
            }
        }
        if (fast && !hasAvx2(PROCESSOR)) {
            throw new MissingLibraryException("Networks cannot be trained on this computer: its processor lacks the "
                + "instructions AVX2, which Intel's and AMD's have since 2013 and 2015. A virtual machine may hide "
                + "them; "
                + "let it show the host's processor.", null);
        }
    }

    private String nd4j(final String folder) {
        return ND4J + folder + "/" + library("jnind4jcpu");
    }

    private String library(final String name) {
        return platform.startsWith("windows") ? name + ".dll"
            : platform.startsWith("macosx") ? "lib" + name + ".dylib" : "lib" + name + ".so";
    }

    /** @return false only if the system lists the features of the processor and AVX2 is not among them */
    static boolean hasAvx2(final Path processor) {
        if (!Files.isReadable(processor)) {
            return true;
        }
        try {
            return Files.readString(processor).lines().filter(line -> line.startsWith("flags")).findFirst()
                .map(flags -> List.of(flags.split("\\s+")).contains("avx2")).orElse(true);
        } catch (final IOException e) { // not known, so the loading decides
            return true;
        }
    }
}
