package org.knime.core.data;

/** A whole number of 64 bits. */
public interface LongValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new LongUtilityFactory();

    /** @return the value */
    long getLongValue();

    /** Name and order of these values. */
    class LongUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link LongValue#UTILITY}. */
        protected LongUtilityFactory() {
            super(LongValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.by((a, b) -> Long.compare(((LongValue)a).getLongValue(), ((LongValue)b).getLongValue()));
        }

        @Override
        public String getName() {
            return "Number (Long Integer)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Number (long)"};
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
