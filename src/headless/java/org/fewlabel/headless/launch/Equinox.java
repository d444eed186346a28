package org.fewlabel.headless.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * An Equinox framework with the bundles of some folders. It stores its data in its own temporary folder, so any number
 * of them can run at the same time.
 */
final class Equinox implements AutoCloseable {

    /** Reads the plugin.xml of the bundles; must run before they resolve, otherwise it would miss them. */
    private static final String EXTENSION_REGISTRY = "org.eclipse.equinox.registry";

    private static final long STOP_MILLIS = 5000;

    private final Path storage;

    private final UnpackedBundles unpacked;

    private final Framework framework;

    private final Map<String, Bundle> bundles = new TreeMap<>();

    /**
     * Creates a framework that does not run yet.
     *
     * @param cache the folder of unpacked bundles, kept for the next run
     * @throws IOException if no temporary folder can be made
     */
    Equinox(final Path cache) throws IOException {
        storage = Files.createTempDirectory("fewlabel-run-");
        unpacked = new UnpackedBundles(cache);
        framework = ServiceLoader.load(FrameworkFactory.class, Equinox.class.getClassLoader()).iterator().next()
            .newFramework(configuration());
    }

    /**
     * Starts the framework and all bundles.
     *
     * @param folders of the bundles' jars; of several versions of a bundle the newest is used
     * @throws IOException if a bundle cannot be read
     * @throws BundleException if a bundle cannot be installed, resolved or started; the message says what is missing
     */
    void start(final List<Path> folders) throws IOException, BundleException {
        framework.init();
        for (final var file : bundlesIn(folders)) {
            bundles.put(file.symbolicName(), framework.getBundleContext().installBundle(location(file)));
        }
        framework.start();
        startBundles();
    }

    private Map<String, String> configuration() {
        final var configuration = new HashMap<String, String>();
        configuration.put("org.osgi.framework.storage", storage.resolve("framework").toString());
        configuration.put("osgi.instance.area", "@none");
        configuration.put("osgi.user.area", "@none");
        configuration.put("eclipse.noRegistryCache", "true");
        // stricter than KNIME, where bundles see all of the JDK: packages that a manifest does not import are invisible
        configuration.put("osgi.compatibility.bootdelegation", "false");
        return configuration;
    }

    private static List<BundleFile> bundlesIn(final List<Path> folders) throws IOException {
        final var newest = new TreeMap<String, BundleFile>();
        for (final var folder : folders) {
            final List<Path> jars;
            try (var files = Files.list(folder)) {
                jars = files.filter(f -> f.getFileName().toString().endsWith(".jar")).toList();
            }
            for (final var jar : jars) {
                final var bundle = BundleFile.read(jar);
                if (!"org.eclipse.osgi".equals(bundle.symbolicName())) {
                    newest.merge(bundle.symbolicName(), bundle,
                        (a, b) -> BundleFile.BY_VERSION.compare(a, b) < 0 ? b : a);
                }
            }
        }
        return new ArrayList<>(newest.values());
    }

    private String location(final BundleFile bundle) throws IOException {
        final var place = bundle.unpacked() ? unpacked.folderOf(bundle) : bundle.jar().toAbsolutePath();
        return "reference:" + place.toUri();
    }

    private void startBundles() throws BundleException {
        bundle(EXTENSION_REGISTRY).start(Bundle.START_TRANSIENT);
        for (final var bundle : bundles.values()) {
            if (bundle.getHeaders().get("Fragment-Host") == null) {
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    /** @throws BundleException if there is no such bundle */
    Bundle bundle(final String symbolicName) throws BundleException {
        final var bundle = bundles.get(symbolicName);
        if (bundle == null) {
            throw new BundleException("The bundle " + symbolicName + " is missing; build with: mvn package");
        }
        return bundle;
    }

    /** Stops the framework and removes what it had on disk. May be called more than once. */
    @Override
    public void close() throws IOException, BundleException {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            unpacked.close();
            Folders.delete(storage);
        }
    }

    /** @return a temporary folder, which is deleted when the framework stops */
    Path storage() {
        return storage;
    }
}
