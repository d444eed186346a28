package org.fewlabel.nodes.label;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.supervised.ClassPriors;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The share of one class among all rows, as the user knows it. */
public final class ClassShareParameters implements NodeParameters {

    @Widget(title = "Class", description = "The name of the class in the label column.")
    @ChoicesProvider(ClassDistribution.ClassChoices.class)
    String m_class = "";

    @Widget(title = "Share (%)", description = "The percentage of all rows that belong to the class.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_share = 50;

    /** A class without a name yet. */
    public ClassShareParameters() {
        // the defaults above
    }

    ClassShareParameters(final String name, final double share) {
        m_class = name;
        m_share = share;
    }

    /**
     * @param shares that a user has given
     * @throws InvalidSettingsException if they cannot be the shares of any classes
     */
    public static void validate(final ClassShareParameters[] shares) throws InvalidSettingsException {
        if (shares.length == 0) {
            throw new InvalidSettingsException("\"" + ClassDistribution.GIVEN_TITLE + "\" lists no class. Add every "
                + "class with its share, or choose \"Estimate\" under \"" + ClassDistribution.TITLE + "\".");
        }
        try {
            given(shares);
        } catch (final UserMessageException e) {
            throw new InvalidSettingsException("\"" + ClassDistribution.GIVEN_TITLE + "\": " + e.getMessage(), e);
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
