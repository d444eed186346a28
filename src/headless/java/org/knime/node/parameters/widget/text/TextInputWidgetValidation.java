package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A limit on what may be typed into a text field. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** What the dialog needs to know of a pattern. */
    record PatternValidationParams(String pattern) {
    }

    /** The text must match a regular expression. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        @Override
        public final PatternValidationParams getParameters() {
            return new PatternValidationParams(getPattern());
        }

        @Override
        public String getErrorMessage() {
            return "Enter a text that matches the pattern " + getPattern() + ".";
        }

        /** @return the regular expression for the whole text */
        protected abstract String getPattern();

        /** Something but white space. */
        public static final class IsNotBlankValidation extends PatternValidation {

            @Override
            public String getErrorMessage() {
                return "Enter a text; blanks alone are not enough.";
            }

            @Override
            public String getPattern() {
                return ".*\\S.*";
            }
        }

        /** Something, be it white space. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {

            @Override
            public String getErrorMessage() {
                return "Enter a text; it must not be empty.";
            }

            @Override
            protected int getMinLength() {
                return 1;
            }
        }

        /** One character. */
        public static final class IsSingleCharacterValidation extends PatternValidation {

            @Override
            public String getErrorMessage() {
                return "Enter one single character.";
            }

            @Override
            public String getPattern() {
                return "^.$";
            }
        }
    }

    /** The text has a least length. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        /** What the dialog needs to know of a least length. */
        record MinLengthValidationParams(int minLength) {
        }

        @Override
        public final MinLengthValidationParams getParameters() {
            return new MinLengthValidationParams(getMinLength());
        }

        @Override
        public String getErrorMessage() {
            return "Enter a text of at least " + characters(getMinLength());
        }

        /** @return the least length */
        protected abstract int getMinLength();
    }

    /** The text has a greatest length. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        /** What the dialog needs to know of a greatest length. */
        record MaxLengthValidationParams(int maxLength) {
        }

        @Override
        public final MaxLengthValidationParams getParameters() {
            return new MaxLengthValidationParams(getMaxLength());
        }

        @Override
        public String getErrorMessage() {
            return "Enter a text of at most " + characters(getMaxLength());
        }

        /** @return the greatest length */
        protected abstract int getMaxLength();

        /** At most one character. */
        public static final class HasAtMaxOneCharValidation extends MaxLengthValidation {

            @Override
            public int getMaxLength() {
                return 1;
            }
        }
    }

    private static String characters(final int count) {
        return count + (count == 1 ? " character." : " characters.");
    }
}
