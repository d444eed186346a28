package org.knime.core.data.blob;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;

/** Makes cells that hold bytes of any kind. Here all are kept in memory. */
public final class BinaryObjectCellFactory implements DataCellFactory.FromInputStream {

    /** Makes the factory. */
    public BinaryObjectCellFactory() {
    }

    /**
     * @param bytes what the cell is to hold; copied
     * @return the cell
     */
    public DataCell create(final byte[] bytes) {
        return new BinaryObjectDataCell(bytes);
    }

    /**
     * @param input read to its end, and not closed
     * @return a cell of its bytes
     * @throws IOException if they cannot be read
     */
    public DataCell create(final InputStream input) throws IOException {
        return create(input.readAllBytes());
    }

    @Override
    public DataCell createCell(final InputStream input) throws IOException {
        return create(input);
    }

    @Override
    public DataType getDataType() {
        return BinaryObjectDataCell.TYPE;
    }
}
