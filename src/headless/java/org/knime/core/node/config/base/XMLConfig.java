package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** KNIME's XML of settings. */
public final class XMLConfig {

    private XMLConfig() {
    }

    /**
     * Adds the entries of the XML, takes the key of its root, and closes the stream. The XML may come from a stranger:
     * there are no document types and no entities, and depth and size are bounded.
     *
     * @param c takes key and entries
     * @param in the XML
     * @throws IOException if reading fails or it is not such XML; the message says where and what
     */
    public static void load(final ConfigBase c, final InputStream in) throws IOException {
        try (in) {
            new XmlSettingsReader(c).read(in);
        }
    }

    /**
     * Writes the entries and closes the stream.
     *
     * @param config the entries
     * @param output takes the XML
     * @throws IOException if writing fails
     */
    public static void save(final ConfigBase config, final OutputStream output) throws IOException {
        try (output) {
            XmlSettingsWriter.write(config, output);
        }
    }
}
