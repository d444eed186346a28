package org.fewlabel.table;

import org.fewlabel.learn.consistency.ConsistencyResult;
import org.fewlabel.learn.net.TrainingResult;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The history of a training by epoch, for line plots. */
public final class HistoryTable {

    private HistoryTable() {
    }

    /** @return its columns */
    public static DataTableSpec spec() {
        return new NewColumns().fixed("Epoch", IntCell.TYPE).fixed("Training loss", DoubleCell.TYPE)
            .fixed("Validation loss", DoubleCell.TYPE).fixed("Learning rate", DoubleCell.TYPE)
            .fixed("Seconds", DoubleCell.TYPE).fixed("Rows per second", DoubleCell.TYPE)
            .fixed("Device", StringCell.TYPE).spec("History");
    }

    /** @return a row per epoch; no validation loss if no rows were held out from training */
    public static BufferedDataTable of(final TrainingResult trained, final ExecutionContext exec) {
        final var container = exec.createDataContainer(spec());
        final var device = new StringCell(trained.device());
        for (final var epoch : trained.history()) {
            container.addRowToTable(new DefaultRow(new RowKey("Epoch " + epoch.epoch()), new IntCell(epoch.epoch()),
                new DoubleCell(epoch.trainingLoss()), number(epoch.heldOutLoss()), new DoubleCell(epoch.learningRate()),
                new DoubleCell(epoch.seconds()), new DoubleCell(epoch.rowsPerSecond()), device));
        }
        container.close();
        return container.getTable();
    }

    /** @return the columns of a training with labeled and unlabeled rows */
    public static DataTableSpec consistencySpec() {
        return new NewColumns().fixed("Epoch", IntCell.TYPE).fixed("Supervised loss", DoubleCell.TYPE)
            .fixed("Consistency loss", DoubleCell.TYPE).fixed("Share of unlabeled rows used", DoubleCell.TYPE)
            .fixed("Target accuracy", DoubleCell.TYPE).fixed("Learning rate", DoubleCell.TYPE)
            .fixed("Seconds", DoubleCell.TYPE).fixed("Rows per second", DoubleCell.TYPE)
            .fixed("Device", StringCell.TYPE).spec("History");
    }

    /**
     * @return a row per epoch; no share without unlabeled rows, and no accuracy of the targets without the truth
     */
    public static BufferedDataTable of(final ConsistencyResult learned, final ExecutionContext exec) {
        final var container = exec.createDataContainer(consistencySpec());
        final var device = new StringCell(learned.device());
        for (final var epoch : learned.history()) {
            container.addRowToTable(new DefaultRow(new RowKey("Epoch " + epoch.epoch()), new IntCell(epoch.epoch()),
                number(epoch.supervisedLoss()), number(epoch.consistencyLoss()), number(epoch.used()),
                number(epoch.targetAccuracy()), new DoubleCell(epoch.learningRate()), new DoubleCell(epoch.seconds()),
                new DoubleCell(epoch.rowsPerSecond()), device));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
