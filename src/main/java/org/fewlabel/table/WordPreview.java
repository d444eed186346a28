package org.fewlabel.table;

import java.util.SplittableRandom;

import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.WordExamples;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Examples of masked words: the original text, the text with masked words, and two views for contrastive learning. */
final class WordPreview {

    private WordPreview() {
    }

    static BufferedDataTable of(final PretextTask task, final FeatureTable table, final int[] chosen,
        final SplittableRandom random, final ExecutionContext exec) {
        final var rows = table.features();
        final var examples = WordExamples.of(task, rows, chosen, random, Execution.progress(exec));
        final var originals = PreviewTable.cells(rows.select(chosen));
        final var name = rows.columns().get(0).name();
        final var container = exec.createDataContainer(PreviewTable.spec(rows));
        for (var i = 0; i < chosen.length; i++) {
            final var key = table.keys().get(chosen[i]);
            final var example = examples.get(i);
            container.addRowToTable(PreviewTable.row(key, "original", "", "", originals.get(i)));
            container.addRowToTable(PreviewTable.row(key, "masked", name,
                example.targets().isEmpty() ? "" : PretextText.masked(example.targets()), text(example.masked())));
            container.addRowToTable(
                PreviewTable.row(key, "view 1", name, PretextText.view(), text(example.first())));
            container.addRowToTable(
                PreviewTable.row(key, "view 2", name, PretextText.view(), text(example.second())));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell[] text(final String text) {
        return new DataCell[]{text.isEmpty() ? DataType.getMissingCell() : new StringCell(text)};
    }
}
