package org.knime.core.data;

/** Text. */
public interface StringValue extends DataValue {

    /** Name and order of texts. */
    UtilityFactory UTILITY = new StringUtilityFactory();

    /** @return the text, never {@code null} */
    String getStringValue();

    /** Name and order of texts. */
    class StringUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link StringValue#UTILITY}. */
        protected StringUtilityFactory() {
            super(StringValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.by(
                (a, b) -> ((StringValue)a).getStringValue().compareTo(((StringValue)b).getStringValue()));
        }

        @Override
        public String getName() {
            return "String";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
