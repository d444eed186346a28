package org.fewlabel.nodes.label;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.supervised.ClassPriors;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The share of one class among all rows, as the user knows it. */
public final class ClassShareParameters implements NodeParameters {

    @Widget(title = "Class", description = "The name of the class as it stands in the label column.")
    String m_class = "";

    @Widget(title = "Share (%)", description = "How many percent of all rows are of the class.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_share = 50;

    /**
     * @param shares that a user has given
     * @throws InvalidSettingsException if they cannot be the shares of any classes
     */
    public static void validate(final ClassShareParameters[] shares) throws InvalidSettingsException {
        if (shares.length == 0) {
            throw new InvalidSettingsException("\"Class shares\" are to be given, but \"Given shares\" names no class. "
                + "Add every class with its share, or let the shares be estimated.");
        }
        try {
            given(shares);
        } catch (final UserMessageException e) {
            throw new InvalidSettingsException("\"Given shares\": " + e.getMessage(), e);
        }
    }

    /**
     * @param shares that {@link #validate} has passed
     * @return the same for the methods; of a class that is there twice the sum
     */
    public static ClassPriors given(final ClassShareParameters[] shares) {
        return new ClassPriors.Given(Arrays.stream(shares)
            .collect(Collectors.toMap(s -> s.m_class == null ? "" : s.m_class, s -> s.m_share, Double::sum)));
    }

    /** @throws InvalidSettingsException if shares are given and do not fit the classes */
    public static void check(final ClassPriors priors, final List<String> classes) throws InvalidSettingsException {
        try {
            if (priors instanceof ClassPriors.Given given) {
                given.of(classes);
            }
        } catch (final UserMessageException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
