package org.knime.core.data.blob;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Bytes of any kind, such as a file. */
public interface BinaryObjectDataValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new BinaryObjectUtilityFactory();

    /** @return how many bytes there are */
    long length();

    /**
     * @return the bytes, from the first on; the caller closes the stream
     * @throws IOException if they cannot be read
     */
    InputStream openInputStream() throws IOException;

    /** Name and order of these values: by their length. */
    final class BinaryObjectUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link BinaryObjectDataValue#UTILITY}. */
        protected BinaryObjectUtilityFactory() {
            super(BinaryObjectDataValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new DataValueComparator() {
                @Override
                protected int compareDataValues(final DataValue v1, final DataValue v2) {
                    return Long.compare(((BinaryObjectDataValue)v1).length(), ((BinaryObjectDataValue)v2).length());
                }
            };
        }

        @Override
        public String getName() {
            return "Binary Object";
        }
    }
}
