package org.fewlabel.nodes.label.pseudolabeler;

import java.util.List;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.rounds.WarmStart;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FittedColumns;
import org.fewlabel.table.LearningTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/**
 * The optional input: an encoder whose embedding is used, or a classifier that provides the first pseudo-labels.
 */
final class GivenPort {

    private static final String ENCODER = "encoder";

    private static final String CLASSIFIER = "given classifier";

    private GivenPort() {
    }

    /**
     * @param given at the port; {@code null} if there is none, or nothing is known yet
     * @param classes of the label column, {@code null} if they are not known yet
     * @return the columns of the encoder, if one is given
     * @throws InvalidSettingsException if what is given does not suit table and label; the message names column or
     *             class
     */
    static Optional<List<FeatureColumn>> check(final PortObjectSpec given, final DataTableSpec table,
        final String label,
        final List<String> classes) throws InvalidSettingsException {
        if (given instanceof EncoderPortObjectSpec encoder) {
            checkNoLabel(encoder.features(), label, ENCODER);
            if (encoder.trained()) {
                FittedColumns.check(encoder.features(), table, ENCODER);
            }
            return Optional.of(encoder.features());
        }
        if (given instanceof ClassifierPortObjectSpec classifier) {
            checkNoLabel(classifier.features(), label, CLASSIFIER);
            if (classifier.fitted()) {
                FittedColumns.check(classifier.features(), table, CLASSIFIER);
            }
            if (classifier.classes().isPresent() && classes != null) {
                checkClasses(classifier.classes().get(), classes);
            }
        }
        return Optional.empty();
    }

    private static void checkNoLabel(final List<FeatureColumn> columns, final String label, final String model)
        throws InvalidSettingsException {
        if (columns.stream().anyMatch(column -> column.name().equals(label))) {
            throw new InvalidSettingsException("The " + model + " reads the label column \"" + label
                + "\", which new rows do not have. Make it without that column, or choose another label column.");
        }
    }

    private static void checkClasses(final List<String> classifierClasses, final List<String> labelClasses)
        throws InvalidSettingsException {
        try {
            WarmStart.checkClasses(classifierClasses, labelClasses);
        } catch (final UserMessageException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * @param given at the port; {@code null} if there is none
     * @return what learning begins with
     * @throws InvalidSettingsException if the vectors of a column that a classifier reads differ in length
     */
    static WarmStart beginning(final PortObject given, final BufferedDataTable table, final String label,
        final Progress progress) throws InvalidSettingsException {
        if (given instanceof EncoderPortObject encoder) {
            return new WarmStart.Encoded(encoder.encoder());
        }
        if (given instanceof ClassifierPortObject classifier) {
            return new WarmStart.Taught(classifier.classifier(),
                LearningTable.readAll(table, label, classifier.getSpec().features(), progress).features());
        }
        return new WarmStart.Plain();
    }
}
