package org.fewlabel.headless.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.osgi.framework.BundleException;

/**
 * The main program: starts OSGi with the stand-in for KNIME, the plug-in as shipped and the runner, calls the runner
 * with the command line, and exits with its exit code.
 * <p>
 * System property {@code fewlabel.target}: the build folder, with {@code headless/} (stand-in, runner, Equinox) and
 * {@code plugins/} (the plug-in and its fragments as shipped).
 */
public final class Launcher {

    private static final String RUNNER_BUNDLE = "org.fewlabel.headless";

    /** Takes the command line and a registry for handlers of Ctrl-C, returns the exit code. */
    private static final String RUNNER_CLASS = "org.fewlabel.headless.cli.CommandLine";

    private static final int CANNOT_START = 70;

    private static final int KILLED = 130;

    private static final AtomicReference<Runnable> ON_INTERRUPT = new AtomicReference<>();

    private Launcher() {
    }

    /** @param args the command line; see the runner's usage */
    public static void main(final String[] args) {
        int code;
        try {
            Interrupts.handle(Launcher::interrupted);
            code = run(Path.of(System.getProperty("fewlabel.target", "target")).toAbsolutePath(), args);
        } catch (IOException | BundleException | ReflectiveOperationException e) {
            System.err.println("The runner cannot start: " + e.getMessage());
            code = CANNOT_START;
        }
        System.exit(code);
    }

    private static int run(final Path target, final String[] args)
        throws IOException, BundleException, ReflectiveOperationException {
        final var folders = List.of(target.resolve("headless"), target.resolve("plugins"));
        try (var equinox = new Equinox(target.resolve("unpacked"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(equinox)));
            equinox.start(folders);
            System.setProperty("fewlabel.temporary", equinox.storage().toString());
            return runner(equinox).apply(args, ON_INTERRUPT::set);
        }
    }

    @SuppressWarnings("unchecked") // only types of the JDK are the same on both sides of the class loader
    private static BiFunction<String[], Consumer<Runnable>, Integer> runner(final Equinox equinox)
        throws BundleException, ReflectiveOperationException {
        return (BiFunction<String[], Consumer<Runnable>, Integer>)equinox.bundle(RUNNER_BUNDLE)
            .loadClass(RUNNER_CLASS).getConstructor().newInstance();
    }

    /** The first Ctrl-C asks the runner to stop; the second, or one without a handler, ends the program. */
    private static void interrupted() {
        final var handler = ON_INTERRUPT.getAndSet(null);
        if (handler == null) {
            System.exit(KILLED);
        } else {
            handler.run();
        }
    }

    private static void close(final Equinox equinox) {
        try {
            equinox.close();
        } catch (IOException | BundleException e) {
            System.err.println("The runner did not end properly: " + e.getMessage());
        }
    }
}
