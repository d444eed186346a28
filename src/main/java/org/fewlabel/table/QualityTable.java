package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.fewlabel.learn.judge.Interval;
import org.fewlabel.learn.probe.EmbeddingShape;
import org.fewlabel.learn.probe.EncoderCheck;
import org.fewlabel.learn.probe.EncoderQuality;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The quality of an embedding compared with the raw columns: the verdict, then each figure with its explanation. */
public final class QualityTable {

    private static final List<String> FIRST = List.of("Embedding", "Original columns", "Difference");

    private static final List<String> BOUNDS = List.of("Difference (low)", "Difference (high)", "Embedding (low)",
        "Embedding (high)", "Original columns (low)", "Original columns (high)");

    private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    private final BufferedDataContainer container;

    private QualityTable(final ExecutionContext exec) {
        container = exec.createDataContainer(spec());
    }

    /** @return its columns */
    public static DataTableSpec spec() {
        final var columns = new NewColumns().fixed("Measure", StringCell.TYPE);
        FIRST.forEach(name -> columns.fixed(name, DoubleCell.TYPE));
        columns.fixed("Explanation", StringCell.TYPE);
        BOUNDS.forEach(name -> columns.fixed(name, DoubleCell.TYPE));
        return columns.spec("Quality");
    }

    /**
     * @param verdict the first row's explanation
     * @return the table
     */
    public static BufferedDataTable of(final EncoderCheck check, final String verdict, final ExecutionContext exec) {
        final var table = new QualityTable(exec);
        final var quality = check.quality();
        final var shape = quality.shape();
        table.add("Verdict", Double.NaN, Double.NaN, verdict);
        for (final var comparison : quality.comparisons()) {
            table.add(comparison, quality.evaluated());
        }
        final var raw = check.rawShape() == null
            ? new EmbeddingShape(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN) : check.rawShape();
        table.add("Effective rank", shape.effectiveRank(), raw.effectiveRank(), String.format(Locale.ROOT,
            "The embedding uses about %.1f of its %s. %s", shape.effectiveRank(),
            Text.count(shape.dimensions(), "dimension"),
            shape.collapsed() ? "It has collapsed: most rows get nearly the same vector." : "It has not collapsed."));
        table.add("Share of dead dimensions", shape.deadShare(), raw.deadShare(), String.format(Locale.ROOT,
            "Number of dimensions with a standard deviation below one hundredth of the largest: %d of %d.",
            Math.round(shape.deadShare() * shape.dimensions()), shape.dimensions()));
        table.add("Alignment", shape.alignment(), raw.alignment(), "Mean squared distance between labeled rows of "
            + "the same class, each scaled to length 1 (0 to 4, lower is better).");
        table.add("Uniformity", shape.uniformity(), raw.uniformity(),
            "How evenly rows are spread over all directions (0 "
                + "if all are equal, lower is better). It is meaningful only together with alignment.");
        table.container.close();
        return table.container.getTable();
    }

    private void add(final EncoderQuality.ProbeResult c, final int evaluated) {
        add(c.probe().text() + ", accuracy", c.embedding(), c.raw(), c.difference(), c.differenceInterval(),
            c.embeddingInterval(), c.rawInterval(), "Cross-validated accuracy on "
                + Text.count(evaluated, "labeled row") + ", with 95 % intervals.");
    }

    private void add(final String measure, final double embedding, final double raw, final String words) {
        add(measure, embedding, raw, embedding - raw, NONE, NONE, NONE, words);
    }

    private void add(final String measure, final double embedding, final double raw, final double difference,
        final Interval differences, final Interval embeddings, final Interval raws, final String words) {
        final var cells = new ArrayList<DataCell>();
        cells.add(new StringCell(measure));
        for (final var number : new double[]{embedding, raw, difference}) {
            cells.add(number(number));
        }
        cells.add(new StringCell(words));
        for (final var interval : List.of(differences, embeddings, raws)) {
            cells.add(number(interval.low()));
            cells.add(number(interval.high()));
        }
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
