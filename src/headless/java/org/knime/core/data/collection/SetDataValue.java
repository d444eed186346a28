package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A set: every element once. */
public interface SetDataValue extends CollectionDataValue {

    /** The name of this kind of collection. */
    UtilityFactory UTILITY = new SetUtilityFactory();

    /**
     * @param cell a cell
     * @return whether it is an element
     */
    boolean contains(DataCell cell);

    /** The name of this kind of collection. */
    class SetUtilityFactory extends CollectionUtilityFactory {

        /** For {@link SetDataValue#UTILITY}. */
        protected SetUtilityFactory() {
            super(SetDataValue.class);
        }

        @Override
        public String getName() {
            return "Collection (Set)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Set"};
        }
    }
}
