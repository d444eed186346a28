package org.knime.core.data;

/** A whole number of 32 bits. */
public interface IntValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new IntUtilityFactory();

    /** @return the value */
    int getIntValue();

    /** Name and order of these values. */
    class IntUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link IntValue#UTILITY}. */
        protected IntUtilityFactory() {
            super(IntValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.by((a, b) -> Integer.compare(((IntValue)a).getIntValue(), ((IntValue)b).getIntValue()));
        }

        @Override
        public String getName() {
            return "Number (Integer)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Number (integer)"};
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
