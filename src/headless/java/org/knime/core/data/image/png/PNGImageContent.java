package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** The file of a picture in the format PNG. */
public class PNGImageContent implements ImageContent {

    /** The type of columns of such pictures. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private static final byte[] SIGNATURE = {(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final byte[] bytes;

    /**
     * @param bytes the file; copied
     * @throws IllegalArgumentException if they are not those of a PNG file
     */
    public PNGImageContent(final byte[] bytes) {
        if (bytes.length < SIGNATURE.length || !Arrays.equals(Arrays.copyOf(bytes, SIGNATURE.length), SIGNATURE)) {
            throw new IllegalArgumentException("These bytes are not those of a PNG file.");
        }
        this.bytes = bytes.clone();
    }

    /** @return a copy of the file */
    public byte[] getByteArray() {
        return bytes.clone();
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(bytes);
    }

    @Override
    public String getSummary() {
        return "PNG of " + bytes.length + " bytes";
    }

    @Override
    public DataCell toImageCell() {
        return new PNGImageCell(this);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PNGImageContent content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
