package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A list: elements in order, any of them more than once. */
public interface ListDataValue extends CollectionDataValue {

    /** The name of this kind of collection. */
    UtilityFactory UTILITY = new ListUtilityFactory();

    /**
     * @param index a position, counted from 0
     * @return the element there
     * @throws IndexOutOfBoundsException if there is none
     */
    DataCell get(int index);

    /** The name of this kind of collection. */
    class ListUtilityFactory extends CollectionUtilityFactory {

        /** For {@link ListDataValue#UTILITY}. */
        protected ListUtilityFactory() {
            super(ListDataValue.class);
        }

        @Override
        public String getName() {
            return "Collection (List)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"List"};
        }
    }
}
