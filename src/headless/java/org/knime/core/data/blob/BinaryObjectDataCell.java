package org.knime.core.data.blob;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Bytes of any kind; made by {@link BinaryObjectCellFactory}. */
public final class BinaryObjectDataCell extends DataCell implements BinaryObjectDataValue {

    private static final long serialVersionUID = 1L;

    /** The type of columns of bytes. */
    public static final DataType TYPE = DataType.getType(BinaryObjectDataCell.class);

    private final byte[] bytes;

    BinaryObjectDataCell(final byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Arrays.equals(bytes, ((BinaryObjectDataCell)dc).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
