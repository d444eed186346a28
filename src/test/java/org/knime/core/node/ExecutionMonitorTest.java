package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;

final class ExecutionMonitorTest {

    private final ExecutionContexts.Execution execution = ExecutionContexts.create();

    private final ExecutionContext exec = execution.context();

    private double progress() {
        return exec.getProgressMonitor().getProgress();
    }

    @Test
    void aNodeLearnsThatTheUserCanceled() {
        final var part = exec.createSubProgress(0.5);
        assertThatCode(part::checkCanceled).doesNotThrowAnyException();
        execution.cancel();
        assertThatThrownBy(part::checkCanceled).isInstanceOf(CanceledExecutionException.class);
        assertThatThrownBy(exec.createSubExecutionContext(0.1)::checkCanceled)
            .isInstanceOf(CanceledExecutionException.class);
        assertThatCode(exec.createNonCancelableSubProgress()::checkCanceled).doesNotThrowAnyException();
    }

    @Test
    void anInterruptedThreadIsACanceledOneAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(exec::checkCanceled).isInstanceOf(CanceledExecutionException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void partsAddUpToTheWhole() {
        final var first = exec.createSubProgress(0.25);
        first.setProgress(0.5);
        assertThat(progress()).isCloseTo(0.125, within(1e-9));
        first.setProgress(1.0);
        first.setProgress(0.2);
        final var second = exec.createSubExecutionContext(0.5);
        second.createSubProgress(0.5).setProgress(1.0);
        assertThat(progress()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void impossibleSharesArePassedOver() {
        exec.setProgress(0.4);
        exec.setProgress(-1);
        exec.setProgress(1.1);
        exec.setProgress(Double.NaN);
        assertThat(progress()).isEqualTo(0.4);
    }

    @Test
    void messagesOfPartsAreHeardUnlessTheyAreSilent() {
        exec.createSubProgress(0.5).setMessage("reading");
        assertThat(exec.getProgressMonitor().getMessage()).isEqualTo("reading");
        exec.createSilentSubProgress(0.5).setProgress(0.5, "details");
        assertThat(exec.getProgressMonitor().getMessage()).isEqualTo("reading");
        assertThat(progress()).isEqualTo(0.25);
        exec.setProgress(0.5, () -> "writing");
        assertThat(exec.getProgressMonitor().getMessage()).isEqualTo("writing");
    }

    @Test
    void listenersAreSparedMostOfTheNews() {
        final var heard = new ArrayList<String>();
        final var asked = new AtomicInteger();
        final var busy = ExecutionContexts.create((share, message) -> heard.add(share + " " + message)).context();
        busy.setProgress(0.1, "first");
        for (var i = 0; i < 1000; i++) {
            busy.setProgress(0.2, () -> "number " + asked.incrementAndGet());
        }
        assertThat(heard).startsWith("0.1 first").hasSizeLessThan(10);
        assertThat(asked.get()).isLessThan(10);
    }

    @Test
    void aTableOfOnesOwnBecomesAPortObject() throws CanceledExecutionException {
        final var container = exec.createDataContainer(new DataTableSpec());
        container.addRowToTable(new DefaultRow("r", new int[0]));
        container.close();
        final var table = container.getTable();
        assertThat(exec.createBufferedDataTable(table, exec)).isSameAs(table);
        assertThat(BufferedDataTable.TYPE.acceptsPortObject(table)).isTrue();
        assertThat(table.getSummary()).isEqualTo("Rows: 1, Cols: 0");
    }
}
