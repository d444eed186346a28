package org.knime.core.data;

/** A floating point number. */
public interface DoubleValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new DoubleUtilityFactory();

    /** @return the value */
    double getDoubleValue();

    /** Name and order of these values. */
    class DoubleUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link DoubleValue#UTILITY}. */
        protected DoubleUtilityFactory() {
            super(DoubleValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.by(
                (a, b) -> Double.compare(((DoubleValue)a).getDoubleValue(), ((DoubleValue)b).getDoubleValue()));
        }

        @Override
        public String getName() {
            return "Number (Float)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Number (double)"};
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
