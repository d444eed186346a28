package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Several values of one type. */
public interface CollectionDataValue extends DataValue, CellCollection {

    /** The name of collections. */
    UtilityFactory UTILITY = new CollectionUtilityFactory(CollectionDataValue.class);

    /** @return the type that fits every element */
    DataType getElementType();

    /** @return the number of elements */
    int size();

    /** The name of collections. */
    class CollectionUtilityFactory extends ExtensibleUtilityFactory {

        /** @param valueClass the described value class */
        protected CollectionUtilityFactory(final Class<? extends DataValue> valueClass) {
            super(valueClass);
        }

        @Override
        public String getName() {
            return "Collection";
        }
    }
}
