package org.fewlabel.headless.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native library is found where it is shipped: in the fragment of this platform, through OSGi's class loaders. */
class NativeFragmentIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path temp;

    private Optional<?> problemInside(final String cache) throws Exception {
        try (var equinox = new Equinox(temp.resolve(cache))) {
            equinox.start(List.of(TARGET.resolve("headless"), TARGET.resolve("plugins")));
            final var bundle = equinox.bundle("org.fewlabel");
            final var progress = bundle.loadClass("org.fewlabel.device.Progress");
            return (Optional<?>)bundle.loadClass("org.fewlabel.device.Blas").getMethod("problem", progress).invoke(null,
                progress.getField("NONE").get(null));
        }
    }

    @Test
    void thePlugInLoadsTheLibraryOfItsFragment() throws Exception {
        assertThat(problemInside("one")).isEmpty();
    }

    @Test
    void severalProgramsMayLoadItAtTheSameTime() throws Exception {
        final var start = Executors.newFixedThreadPool(2);
        try {
            final Callable<Optional<?>> first = () -> problemOfAProgram(temp.resolve("first.txt"));
            final Callable<Optional<?>> second = () -> problemOfAProgram(temp.resolve("second.txt"));
            for (final Future<Optional<?>> problem : start.invokeAll(List.of(first, second))) {
                assertThat(problem.get()).isEmpty();
            }
        } finally {
            start.shutdownNow();
        }
    }

    /** A JVM of its own that unpacks the library into the cache folder that both share, empty at first. */
    private Optional<String> problemOfAProgram(final Path output) throws Exception {
        final var process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
            "-Dorg.bytedeco.javacpp.cachedir=" + temp.resolve("libraries"), "-cp",
            System.getProperty("java.class.path"),
            Loading.class.getName()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        return process.waitFor() == 0 ? Optional.empty() : Optional.of(Files.readString(output));
    }

    /** Exits with 0 if the library can be loaded. */
    static final class Loading {

        private Loading() {
        }

        public static void main(final String[] arguments) {
            final var problem = Blas.problem(Progress.NONE);
            problem.ifPresent(System.out::println);
            System.exit(problem.isPresent() ? 1 : 0);
        }
    }
}
