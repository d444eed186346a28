package org.knime.core.node.port;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** Settings XML as an entry of the file of a port object. */
final class ContentXml {

    private static final String CLASS_NAME = "class_name";

    private ContentXml() {
    }

    /** @return content that names the class of the object it belongs to */
    static ModelContent describing(final String key, final Object object) {
        final var content = new ModelContent(key);
        content.addInt("version", 1);
        content.addString(CLASS_NAME, object.getClass().getName());
        return content;
    }

    static String className(final ModelContentRO content) throws IOException {
        try {
            return content.getString(CLASS_NAME);
        } catch (final InvalidSettingsException broken) {
            throw new IOException("The port file does not say what it holds: " + broken.getMessage(), broken);
        }
    }

    static IOException unregistered(final String className) {
        return new IOException("The port file holds \"" + className + "\", which is not registered here.");
    }

    static void write(final ZipOutputStream out, final String entry, final ModelContent content) throws IOException {
        out.putNextEntry(new ZipEntry(entry));
        content.saveToXML(open(out));
        out.closeEntry();
    }

    static ModelContentRO read(final ZipInputStream in, final String entry) throws IOException {
        expect(in, entry);
        return ModelContent.loadFromXML(open(in));
    }

    static void expect(final ZipInputStream in, final String entry) throws IOException {
        final var found = in.getNextEntry();
        if (found == null || !entry.equals(found.getName())) {
            throw new IOException("The port file is truncated or not one of KNIME's: \"" + entry + "\" is expected, "
                + (found == null ? "nothing" : "\"" + found.getName() + "\"") + " is there.");
        }
    }

    /** @return the stream, which stays open when closed */
    static OutputStream open(final OutputStream out) {
        return new FilterOutputStream(out) {

            @Override
            public void write(final byte[] bytes, final int offset, final int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** @return the stream, which stays open when closed */
    static InputStream open(final InputStream in) {
        return new FilterInputStream(in) {

            @Override
            public void close() {
                // what follows in the file is still to be read
            }
        };
    }

    /** @return a new object of the class, by its public constructor without arguments */
    static <T> T create(final Class<? extends T> type) throws IOException {
        try {
            return type.getConstructor().newInstance();
        } catch (final ReflectiveOperationException missing) {
            throw new IOException(type.getName() + " has no public constructor without arguments that works.", missing);
        }
    }
}
