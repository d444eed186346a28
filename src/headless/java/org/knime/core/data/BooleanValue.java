package org.knime.core.data;

/** True or false. */
public interface BooleanValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new BooleanUtilityFactory();

    /** @return the value */
    boolean getBooleanValue();

    /** Name and order of these values. */
    class BooleanUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link BooleanValue#UTILITY}. */
        protected BooleanUtilityFactory() {
            super(BooleanValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.by(
                (a, b) -> Boolean.compare(((BooleanValue)a).getBooleanValue(), ((BooleanValue)b).getBooleanValue()));
        }

        @Override
        public String getName() {
            return "Boolean";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Boolean value"};
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
