package org.knime.node.parameters.widget.text.util;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.InvalidColumnNameState;

class ColumnNameValidationUtilsTest {

    @ParameterizedTest
    @CsvSource(value = {"null,EMPTY", "'',EMPTY", "'  ',BLANK", "' a',NOT_TRIMMED", "'a ',NOT_TRIMMED"},
        nullValues = "null")
    void invalidNameIsDetected(final String name, final InvalidColumnNameState state) {
        assertThatThrownBy(() -> ColumnNameValidationUtils.validateColumnName(name, Enum::name))
            .isInstanceOf(InvalidSettingsException.class).hasMessage(state.name());
    }

    @ParameterizedTest
    @CsvSource(value = {"a", "'a b'", "''", "null"}, nullValues = "null")
    void goodOrEmptyNamePasses(final String name) {
        assertThatCode(() -> ColumnNameValidationUtils.validatePossiblyEmptyColumnName(name, Enum::name))
            .doesNotThrowAnyException();
    }
}
