package org.fewlabel.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The hardware and the version of this software, for provenance. */
public final class Machine {

    private static final String VERSION_FILE = "/org/fewlabel/version.properties";

    private Machine() {
    }

    /** @return such as "CPU, 2 threads, Linux amd64, Java 17.0.15" */
    public static String description() {
        return "CPU, " + Runtime.getRuntime().availableProcessors() + " threads, " + System.getProperty("os.name") + " "
            + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
    }

    /** @return whether the libraries that use a graphics card are installed; loads none of them */
    public static boolean mayUseGraphicsCard() {
        return NativeFiles.here().hasCuda();
    }

    /** @return the version of this software, such as "0.1.0" */
    public static String softwareVersion() {
        try (var in = Machine.class.getResourceAsStream(VERSION_FILE)) {
            final var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (final IOException e) {
            throw new UncheckedIOException("The plug-in is incomplete: " + VERSION_FILE + " cannot be read.", e);
        }
    }
}
