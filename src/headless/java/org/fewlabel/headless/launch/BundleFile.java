package org.fewlabel.headless.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.JarFile;

import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A bundle's jar and the properties in its manifest.
 *
 * @param jar the file
 * @param symbolicName the bundle's symbolic name
 * @param version the bundle's version
 * @param unpacked whether the bundle asks to be installed as a folder ({@code Eclipse-BundleShape: dir})
 */
record BundleFile(Path jar, String symbolicName, Version version, boolean unpacked) {

    /** The newest version last. */
    static final Comparator<BundleFile> BY_VERSION = Comparator.comparing(BundleFile::version);

    /**
     * @return the bundle in a jar
     * @throws IOException if the file cannot be read or is no bundle
     */
    static BundleFile read(final Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile(), false)) {
            final var manifest = file.getManifest();
            final var name = manifest == null ? null
                : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (name == null) {
                throw new IOException(jar + " is not an OSGi bundle: its manifest has no Bundle-SymbolicName");
            }
            final var attributes = manifest.getMainAttributes();
            return new BundleFile(jar, name.split(";", 2)[0].trim(),
                Version.parseVersion(attributes.getValue(Constants.BUNDLE_VERSION)),
                "dir".equals(attributes.getValue("Eclipse-BundleShape")));
        }
    }
}
