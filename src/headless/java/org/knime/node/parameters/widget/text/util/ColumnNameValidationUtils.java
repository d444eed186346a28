package org.knime.node.parameters.widget.text.util;

import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Checks of the name of a new column. */
public final class ColumnNameValidationUtils {

    private static final String TRIMMED = "\\S(.*\\S)?";

    private ColumnNameValidationUtils() {
    }

    /**
     * @param columnName a name; {@code null} and empty are fine
     * @param invalidStateToMessage gives the message for the user
     * @throws InvalidSettingsException if the name is blank, or starts or ends with white space
     */
    public static void validatePossiblyEmptyColumnName(final String columnName,
        final Function<InvalidColumnNameState, String> invalidStateToMessage) throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            return;
        }
        if (columnName.isBlank()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.BLANK));
        }
        if (!columnName.equals(columnName.trim())) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.NOT_TRIMMED));
        }
    }

    /**
     * @param columnName a name
     * @param invalidStateToMessage gives the message for the user
     * @throws InvalidSettingsException if the name is missing, empty or blank, or starts or ends with white space
     */
    public static void validateColumnName(final String columnName,
        final Function<InvalidColumnNameState, String> invalidStateToMessage) throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.EMPTY));
        }
        validatePossiblyEmptyColumnName(columnName, invalidStateToMessage);
    }

    /** What is wrong with a name. */
    public enum InvalidColumnNameState {
        /** there is none */
        EMPTY,
        /** it is white space */
        BLANK,
        /** it starts or ends with white space */
        NOT_TRIMMED
    }

    /** A name, or nothing. */
    public static final class EmptyOrColumnNameValidation extends PatternValidation {

        @Override
        public String getPattern() {
            return "(" + TRIMMED + ")?";
        }

        @Override
        public String getErrorMessage() {
            return "Enter a name without blanks at its start and end, or nothing.";
        }
    }

    /** A name. */
    public static final class ColumnNameValidation extends PatternValidation {

        @Override
        public String getPattern() {
            return TRIMMED;
        }

        @Override
        public String getErrorMessage() {
            return "Enter a name without blanks at its start and end.";
        }
    }
}
