package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.nodes.encode.encodercheck.EncoderCheckNodeFactory;
import org.fewlabel.nodes.judge.fewlabelscorer.FewLabelScorerNodeFactory;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/**
 * KNIME derives default settings once. If a workflow is saved, or a dialog closed with OK, before the table is known,
 * no column is selected; then the node selects it when the table is known.
 */
class UnchosenColumnsTest {

    private static final int ROWS = 24;

    static Stream<NodeFactory<?>> factories() {
        return Stream.of(new LabelMaskerNodeFactory(), new FewLabelScorerNodeFactory(), new EncoderCheckNodeFactory());
    }

    private static List<String> cells(final NodeFactory<?> factory, final NodeSettings settings,
        final BufferedDataTable table) throws Exception {
        final var node = NodeAccess.of(factory);
        assertThat(node.configure(settings, new PortObjectSpec[]{table.getDataTableSpec()}).specs()).isNotEmpty();
        final var made = node.execute(settings, new PortObject[]{table}, ExecutionContexts.create().context())
            .objects()[0];
        return StreamSupport.stream(((BufferedDataTable)made).spliterator(), false).map(DataRow::toString).toList();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void areChosenWhenTheTableComes(final NodeFactory<?> factory) throws Exception {
        final var columns = new TestTable().doubles("x", of(i -> i % 2 + 0.01 * i))
            .lists("Embedding", of(i -> new double[]{i % 2, i % 3})).strings("kind", of(i -> i % 2 == 0 ? "a" : "b"))
            .strings("Prediction (kind)", of(i -> i % 4 == 0 ? "a" : "b"));
        if (factory instanceof FewLabelScorerNodeFactory) {
            columns.strings("kind (truth)", of(i -> i % 2 == 0 ? "a" : "b"));
        }
        final var table = columns.build();
        final var node = NodeAccess.of(factory);
        final var unchosen = node.defaultSettings(new PortObjectSpec[]{null});
        final var guessed = node.defaultSettings(new PortObjectSpec[]{table.getDataTableSpec()});
        assertThat(unchosen).isNotEqualTo(guessed);
        assertThat(cells(factory, unchosen, table)).isNotEmpty().isEqualTo(cells(factory, guessed, table));
    }

    private static Object[] of(final IntFunction<Object> cell) {
        return IntStream.range(0, ROWS).mapToObj(cell).toArray();
    }
}
