package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;

/** Makes cells that hold pictures in the format PNG. */
public class PNGImageCellFactory implements DataCellFactory.FromInputStream {

    /** The type of the cells. */
    public static final DataType TYPE = PNGImageContent.TYPE;

    /** Makes the factory. */
    public PNGImageCellFactory() {
    }

    /**
     * @param contents the bytes of a PNG file
     * @return its cell
     * @throws IllegalArgumentException if they are not
     */
    public static DataCell create(final byte[] contents) {
        return new PNGImageContent(contents).toImageCell();
    }

    @Override
    public DataCell createCell(final InputStream input) throws IOException {
        return create(input.readAllBytes());
    }

    @Override
    public DataType getDataType() {
        return TYPE;
    }
}
