package org.fewlabel.table.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Checks;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;

class FileBytesTest {

    private static final int MOST = 12 << 20;

    private static byte[] bytes(final int length) {
        final var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static DataCell cell(final byte[] bytes) {
        return new TestTable().files("file", (Object)bytes).build().iterator().next().getCell(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 5 << 20, MOST - 1, MOST})
    void allIsRead(final int length) throws UnreadableFileException {
        assertThat(FileBytes.of(cell(bytes(length)), MOST, Checks.patient())).isEqualTo(bytes(length));
    }

    @Test
    void oneByteMoreThanTheMostIsTooLong() {
        assertThatThrownBy(() -> FileBytes.of(cell(bytes(MOST + 1)), MOST)).isInstanceOf(UnreadableFileException.class)
            .hasMessage("is longer than 12 MB");
        assertThatThrownBy(() -> FileBytes.of(cell(bytes(5)), 4)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void aCancelIsHeardAtEveryMegabyte() throws UnreadableFileException {
        final var checks = Checks.patient();
        FileBytes.of(cell(bytes(MOST)), MOST, checks);
        assertThat(checks.count()).isGreaterThanOrEqualTo(12);
        final var fifth = Checks.canceledAt(5);
        assertThatThrownBy(() -> FileBytes.of(cell(bytes(MOST)), MOST, fifth))
            .isInstanceOf(CancellationException.class);
        assertThat(fifth.checksAfterCancel()).isZero();
    }

    /** Otherwise it would be an unreadable file, since an interrupt closes files. */
    @Test
    void anInterruptIsACancel() {
        final var cell = cell(bytes(10));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> FileBytes.of(cell, MOST)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
