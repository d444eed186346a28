package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;

/** Makes cells of one type. */
public interface DataCellFactory {

    /** @return the type of the cells made */
    DataType getDataType();

    /** Makes cells from text. */
    interface FromString extends DataCellFactory {

        /**
         * @param input the text
         * @return its cell
         * @throws IllegalArgumentException if the text does not read as a value of this type
         */
        DataCell createCell(String input);
    }

    /** Makes cells from one line of text. */
    interface FromSimpleString extends FromString {
    }

    /** Makes cells from text of any shape. */
    interface FromComplexString extends FromString {
    }

    /** Makes cells from bytes. */
    interface FromInputStream extends DataCellFactory {

        /**
         * @param input the bytes; not closed
         * @return their cell
         * @throws IOException if they cannot be read
         */
        DataCell createCell(InputStream input) throws IOException;
    }
}
