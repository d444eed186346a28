package org.fewlabel.table;

import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.data.Labels;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.NodeParametersInput;

/**
 * The number of rows of each class, as far as a dialog can count them quickly.
 *
 * @param classes in the order in which they are found
 * @param rows of each class
 * @param unlabeled the number of rows without a class
 */
public record LabelCounts(List<String> classes, int[] rows, int unlabeled) {

    /** reading the labels of more rows takes longer than a dialog should take to open */
    private static final int MAX_ROWS = 200_000;

    /**
     * @param label the label column
     * @return empty if the first table is not there yet, is too long, has no such column, or has no class or too many
     */
    public static Optional<LabelCounts> of(final NodeParametersInput input, final String label) {
        return input.getInTable(0).filter(table -> table.size() > 0 && table.size() <= MAX_ROWS)
            .flatMap(table -> count(table, label));
    }

    /** @return the classes that the domain of the label column lists, else those of its cells; none if unknown */
    public static List<String> classes(final NodeParametersInput input, final String label) {
        return input.getInTableSpec(0).map(spec -> spec.getColumnSpec(label)).filter(LabelColumn::isCandidate)
            .flatMap(LabelColumn::classes).or(() -> of(input, label).map(LabelCounts::classes)).orElseGet(List::of);
    }

    private static Optional<LabelCounts> count(final BufferedDataTable table, final String label) {
        final var index = table.getDataTableSpec().findColumnIndex(label);
        if (index < 0 || !LabelColumn.isCandidate(table.getDataTableSpec().getColumnSpec(index))) {
            return Optional.empty();
        }
        final var size = (int)table.size();
        final var reader = new CellReader.Categories(label, size);
        var row = 0;
        try (var rows = table.filter(TableFilter.materializeCols(index)).iterator()) {
            while (rows.hasNext()) {
                reader.read(rows.next().getCell(index), row++);
            }
        }
        if (reader.size() < 1 || reader.size() > LabelChecks.MAX_CLASSES) {
            return Optional.empty();
        }
        final var labels = new Labels(reader.codes(row), reader.categories());
        return Optional.of(new LabelCounts(labels.classes(), labels.counts(), row - labels.labeled().length));
    }
}
