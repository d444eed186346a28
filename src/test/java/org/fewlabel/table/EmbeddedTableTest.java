package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.WatchedTable;

class EmbeddedTableTest {

    private static final int ROWS = 5000;

    private static final int PIECE = 1024;

    private static final List<FeatureColumn> FEATURES = List.of(new FeatureColumn("x", FeatureKind.NUMBER));

    private static BufferedDataTable table(final int rows) {
        return new TestTable().doubles("x", IntStream.range(0, rows).boxed().toArray())
            .strings("other", new Object[rows]).build();
    }

    /** The number and its double, and the number minus one as the error. */
    private static float[] encode(final Rows rows) {
        final var values = ((NumberColumn)rows.columns().get(0)).values();
        final var encoded = new float[3 * rows.size()];
        for (var row = 0; row < rows.size(); row++) {
            encoded[3 * row] = (float)values[row];
            encoded[3 * row + 1] = (float)(2 * values[row]);
            encoded[3 * row + 2] = (float)(values[row] - 1);
        }
        return encoded;
    }

    private static BufferedDataTable append(final BufferedDataTable table, final EmbeddedTable.Encoding encoding)
        throws InvalidSettingsException, CanceledExecutionException {
        return new EmbeddedTable(2, true, true).append(table, FEATURES, encoding, new Report(),
            ExecutionContexts.create().context(),
            Progress.NONE);
    }

    @Test
    void noMoreThanAPieceIsReadAhead() throws Exception {
        final var watched = new WatchedTable(table(ROWS));
        final var pieces = new ArrayList<Integer>();
        final var result = append(watched.table(), (rows, progress) -> {
            pieces.add(rows.size());
            assertThat(rows.columns()).hasSize(1);
            assertThat(watched.last()).isEqualTo(Math.min(PIECE * pieces.size(), ROWS) - 1);
            return encode(rows);
        });

        assertThat(pieces).containsExactly(PIECE, PIECE, PIECE, PIECE, ROWS - 4 * PIECE);
        assertThat(watched.inOrder()).isTrue();
        assertThat(result.size()).isEqualTo(ROWS);
        var at = 0;
        for (final var row : result) {
            final var embedding = (ListDataValue)row.getCell(2);
            assertThat(List.of(number(row.getCell(0)), number(embedding.get(0)), number(embedding.get(1)),
                number(row.getCell(3)))).containsExactly((double)at, (double)at, 2.0 * at, at - 1.0);
            assertThat(row.getKey().getString()).isEqualTo("Row" + at);
            at++;
        }
    }

    private static double number(final DataCell cell) {
        return ((DoubleValue)cell).getDoubleValue();
    }

    @Test
    void whatWasEncodedBeforeACancelIsNotHandedOut() {
        final var pieces = new ArrayList<Integer>();
        final var execution = ExecutionContexts.create();
        assertThatThrownBy(() -> new EmbeddedTable(2, true, true).append(table(ROWS), FEATURES, (rows, progress) -> {
            pieces.add(rows.size());
            execution.cancel();
            return encode(rows);
        }, new Report(), execution.context(), Execution.progress(execution.context())))
            .isInstanceOf(CancellationException.class);
        assertThat(pieces).containsExactly(PIECE);
    }
}
