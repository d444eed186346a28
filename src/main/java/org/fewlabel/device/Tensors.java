package org.fewlabel.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Loads ND4J when the first network needs it, with its backend (the graphics card if the CUDA artifacts are installed
 * and work, otherwise the CPU), and sets its threads. It uses one thread, so that results are reproducible: with
 * several, the order of summation changes the last digits.
 */
public final class Tensors {

    /** The number of threads of ND4J and OpenBLAS. */
    private static final int THREADS = 1;

    private static String device;

    private Tensors() {
    }

    /**
     * Unpacks and loads the native libraries, at the first call only, on a thread of its own: if it were interrupted by
     * a cancel, they could not be loaded again until the process ends.
     *
     * @param progress checked for cancel
     * @return the device, such as "CPU (ND4J 1.0.0-M2.1, 1 thread, memory up to 4.0 GB)"
     * @throws MissingLibraryException if they cannot be loaded; the next call tries again as far as that can help
     * @throws java.util.concurrent.CancellationException if the user canceled; the loading continues in the background
     */
    public static String open(final Progress progress) {
        return Detached.undisturbed(Tensors::open, opened -> {}, progress);
    }

    private static synchronized String open() {
        if (device == null) {
            NativeFiles.here().check();
            device = load();
        }
        return device;
    }

    /** @return whether ND4J uses a graphics card, after {@link #open} */
    public static boolean usesGraphicsCard() {
        return !Nd4j.getEnvironment().isCPU();
    }

    /**
     * Sets the number of threads for the calling thread. To be called before each computation, by the thread that
     * computes: OpenMP keeps the number per caller, and a node runs in another thread than the one that loaded the
     * libraries.
     */
    public static void pin() {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(THREADS);
    }

    /**
     * Waits for pending operations of the calling thread, so that other threads see their results: a graphics card is
     * asynchronous.
     */
    public static void finish() {
        Nd4j.getExecutioner().commit();
    }

    private static String load() {
        final var thread = Thread.currentThread();
        final var loader = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(Tensors.class.getClassLoader()); // ND4J looks for its backend there
            checkCache();
            Loader.load(openblas.class);
            ND4JClassLoading.setNd4jClassloaderFromClass(Tensors.class);
            final var environment = Nd4j.getEnvironment();
            environment.setMaxThreads(THREADS);
            environment.setMaxMasterThreads(THREADS);
            // at its first product ND4J gives OpenBLAS one thread per core
            Nd4j.create(1, 1).mmul(Nd4j.create(1, 1)).close();
            pin();
            openblas.blas_set_num_threads(THREADS);
            return (environment.isCPU() ? "CPU" : "GPU") + " (ND4J " + version() + ", " + THREADS
                + " thread, memory up to "
                + Memory.text(Pointer.maxPhysicalBytes()) + ")";
        } catch (final LinkageError | IllegalStateException e) {
            throw new MissingLibraryException("Networks cannot be trained on this computer: a native library cannot be "
                + "loaded (" + root(e)
                + "). See that the folder for temporary libraries (.javacpp in your home folder) can "
                + "be written and has 500 MB free, and that the system's C++ library is installed; then restart KNIME.",
                e);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static String version() {
        try (var in = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            final var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (final IOException e) {
            throw new UncheckedIOException("The plug-in is incomplete: the version of ND4J cannot be read.", e);
        }
    }

    /**
     * Checks the cache folder: if it cannot be written, which is the usual reason, it can be fixed without a restart.
     */
    private static void checkCache() {
        try {
            final var cache = Loader.getCacheDir().toPath();
            Files.delete(Files.createTempFile(cache, "fewlabel", null));
        } catch (final IOException e) {
            throw new MissingLibraryException(
                "The folder into which the native libraries are unpacked cannot be written ("
                    + e.getMessage() + "). Make room there or allow writing, or name another with "
                    + "-Dorg.bytedeco.javacpp.cachedir=FOLDER in knime.ini.",
                e);
        }
    }

    private static Throwable root(final Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
