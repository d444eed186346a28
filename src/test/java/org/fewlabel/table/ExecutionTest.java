package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.fewlabel.device.MissingLibraryException;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.headless.slice.NodeLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

class ExecutionTest {

    private static Execution.Work throwing(final Throwable thrown) {
        return () -> {
            if (thrown instanceof InvalidSettingsException e) {
                throw e;
            }
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            throw (Error)thrown;
        };
    }

    static Stream<Throwable> forTheUser() {
        return Stream.of(new UserMessageException("Use fewer rows."), new InvalidSettingsException("Use fewer rows."),
            new MissingLibraryException("Use fewer rows.", null));
    }

    @ParameterizedTest
    @MethodSource("forTheUser")
    void whatIsForTheUserIsShownAsItIs(final Throwable thrown) {
        try (var log = NodeLog.collect()) {
            assertThatThrownBy(() -> Execution.run(throwing(thrown))).isInstanceOf(KNIMEException.class)
                .hasMessage("Use fewer rows.").hasCause(thrown);
            assertThat(log.errors()).isEmpty();
        }
    }

    static Stream<Throwable> bugs() {
        return Stream.of(new IllegalArgumentException("Index 5"), new IndexOutOfBoundsException("Index 5"),
            new IllegalStateException("Index 5"), new AssertionError("Index 5"), new StackOverflowError("Index 5"),
            new NoClassDefFoundError("Index 5"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void anythingElseIsABugWithItsStackInTheLog(final Throwable thrown) {
        try (var log = NodeLog.collect()) {
            assertThatThrownBy(() -> Execution.run(throwing(thrown))).isInstanceOf(KNIMEException.class)
                .hasMessage("This is a bug of Few-Label Learning (" + thrown.getClass().getSimpleName()
                    + ": Index 5). Please report it with the lines that KNIME has written into its log.")
                .hasCause(thrown);
            assertThat(log.errors()).singleElement().asString().contains("Few-Label Learning", "Java",
                "ExecutionTest.bugs(");
        }
    }

    @Test
    void aBugWithoutAMessageIsNamedByItsKind() {
        try (var log = NodeLog.collect()) {
            assertThatThrownBy(() -> Execution.run(throwing(new NullPointerException())))
                .hasMessageStartingWith("This is a bug of Few-Label Learning (NullPointerException). Please");
            assertThat(log.errors()).hasSize(1);
        }
    }

    @Test
    void cancelAndFullMemoryAreNoBugs() {
        try (var log = NodeLog.collect()) {
            assertThatThrownBy(() -> Execution.run(throwing(new CancellationException())))
                .isInstanceOf(CanceledExecutionException.class);
            assertThatThrownBy(() -> Execution.run(throwing(new OutOfMemoryError("Java heap space"))))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("-Xmx");
            assertThat(log.errors()).isEmpty();
        }
    }
}
