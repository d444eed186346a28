package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.knime.core.node.message.Message;

final class ExceptionsTest {

    @Test
    void aMessageKeepsItsResolutions() {
        final var message = Message.fromSummaryWithResolution("No label.", "Choose a label column.");
        final var cause = new IllegalStateException();
        final var exception = message.toKNIMEException(cause);
        assertThat(exception).hasMessage("No label.").hasCause(cause);
        assertThat(exception.getKNIMEMessage().getResolutions()).containsExactly("Choose a label column.");
        assertThat(message).hasToString("No label. Choose a label column.")
            .isNotEqualTo(Message.fromSummary("No label."));
        assertThat(message.toInvalidSettingsException()).hasMessage("No label.");
    }

    @Test
    void anExceptionTravelsUnchecked() {
        final var exception = new KNIMEException("broken");
        assertThat(exception.toUnchecked()).hasMessage("broken").hasCause(exception);
        assertThat(exception.toUnchecked().getKNIMEMessage()).isEqualTo(Message.fromSummary("broken"));
    }

    @Test
    void cancelingHasAMessage() {
        assertThat(new CanceledExecutionException()).hasMessage("Execution canceled");
        assertThat(new CanceledExecutionException("enough").getKNIMEMessage().getSummary()).isEqualTo("enough");
    }
}
