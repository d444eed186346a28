package org.fewlabel.table;

import java.util.Arrays;

import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.Role;
import org.knime.core.node.InvalidSettingsException;

/** The checks of labels that all nodes share. */
final class LabelChecks {

    /** The maximum number of classes. */
    static final int MAX_CLASSES = 1000;

    private LabelChecks() {
    }

    /**
     * @param reader of the label column
     * @param rows the number of rows read
     * @param wholeNumber whether the column holds whole numbers
     * @param notes receives notes on unusual labels
     * @throws InvalidSettingsException if there is no row, no label, or more different values than can be classes
     */
    static Labels labels(final CellReader.Categories reader, final int rows, final boolean wholeNumber,
        final Report notes) throws InvalidSettingsException {
        checkRows(rows);
        if (wholeNumber && reader.size() > LabelColumn.MAX_NUMBER_CLASSES) {
            throw new InvalidSettingsException("The label column \"" + reader.name + "\" holds " + reader.size()
                + " different whole numbers: that looks like a measurement, not like class names. Group them into "
                + "classes "
                + "first, or convert the column with the node \"Number to String\" if each number is a class.");
        }
        if (reader.size() > MAX_CLASSES) {
            throw new InvalidSettingsException("The label column \"" + reader.name + "\" holds " + reader.size()
                + " different values, and at most " + MAX_CLASSES + " classes can be told apart. Is it an id?");
        }
        final var labels = new Labels(reader.codes(rows), reader.categories());
        if (labels.labeled().length == 0) {
            throw new InvalidSettingsException("No row has a label: the column \"" + reader.name
                + "\" is missing in all " + Text.count(rows, "row") + ". Label a few rows of each class.");
        }
        if (wholeNumber) {
            notes.fact("The whole numbers of the label column \"" + reader.name + "\" are read as "
                + Text.count(reader.size(), "class name") + ".");
        }
        return labels;
    }

    /** @throws InvalidSettingsException if there is no row to learn from */
    static void checkRows(final int rows) throws InvalidSettingsException {
        if (rows == 0) {
            throw new InvalidSettingsException(
                "The input table has no rows to learn from. Connect a table that has rows"
                    + " (rows whose Role is \"" + Role.HELD_OUT.text() + "\" do not count).");
        }
    }

    /** Notes labels from which little can be learned. */
    static void checkForLearning(final Labels labels, final Report notes) {
        final var labeled = labels.labeled();
        if (Arrays.stream(labels.counts()).filter(n -> n > 0).count() == 1) {
            notes.warn("All labels are \"" + labels.classes().get(labels.codes()[labeled[0]])
                + "\", so every row is predicted as this class. Label rows of the other classes too.");
        }
        if (labeled.length == labels.size()) {
            notes.warn(
                "All rows are labeled, so there is nothing to learn from unlabeled rows. The classifier can still "
                    + "predict new rows.");
        }
    }
}
