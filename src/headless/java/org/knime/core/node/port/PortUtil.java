package org.knime.core.node.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;

/** Opens the files of port objects and of their specs. */
public final class PortUtil {

    private static final String OBJECT = "portObject.file";

    private static final String SPEC = "portSpec.file";

    private PortUtil() {
    }

    /**
     * @param in takes the file
     * @return the file, begun
     * @throws IOException if writing fails
     */
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream in) throws IOException {
        final var zip = new PortObjectZipOutputStream(in);
        zip.putNextEntry(new ZipEntry(OBJECT));
        return zip;
    }

    /**
     * @param in takes the file
     * @return the file, begun
     * @throws IOException if writing fails
     */
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream in)
        throws IOException {
        final var zip = new PortObjectSpecZipOutputStream(in);
        zip.putNextEntry(new ZipEntry(SPEC));
        return zip;
    }

    /**
     * @param in the file of a port object
     * @return its content
     * @throws IOException if reading fails or it is no such file
     */
    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream in) throws IOException {
        final var zip = new PortObjectZipInputStream(in);
        ContentXml.expect(zip, OBJECT);
        return zip;
    }

    /**
     * @param in the file of a spec
     * @return its content
     * @throws IOException if reading fails or it is no such file
     */
    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream in)
        throws IOException {
        final var zip = new PortObjectSpecZipInputStream(in);
        ContentXml.expect(zip, SPEC);
        return zip;
    }
}
