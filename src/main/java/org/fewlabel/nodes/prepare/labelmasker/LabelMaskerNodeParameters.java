package org.fewlabel.nodes.prepare.labelmasker;

import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelColumnChoices;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Label Masker. */
@LoadDefaultsForAbsentFields
final class LabelMaskerNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    /** How many labels are kept. */
    enum Keep {
        @Label(value = "Rows per class", description = "The same number of labeled rows for every class.")
        PER_CLASS,
        @Label(value = "Share of each class",
            description = "A percentage of the rows of every class, at least one row.")
        SHARE,
        @Label(value = "Rows in total",
            description = "A number of rows over all classes, divided as the classes are in the table.")
        TOTAL;
    }

    interface KeepReference extends ParameterReference<Keep> {
    }

    static final class KeepsPerClass implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KeepReference.class).isOneOf(Keep.PER_CLASS);
        }
    }

    static final class KeepsShare implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KeepReference.class).isOneOf(Keep.SHARE);
        }
    }

    static final class KeepsTotal implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KeepReference.class).isOneOf(Keep.TOTAL);
        }
    }

    static final class AtMost100 extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    static final class AtMost95 extends MaxValidation {
        @Override
        protected double getMax() {
            return 95;
        }
    }

    @Widget(title = LABEL_TITLE, description = """
        The column with the known classes. Text, booleans and whole numbers with few different values are class names;
        rows in which it is missing stay unlabeled.
        """)
    @ChoicesProvider(LabelColumnChoices.class)
    String m_label = "";

    @Widget(title = "Labels to keep", description = "How the number of rows that keep their label is given.")
    @RadioButtonsWidget
    @ValueReference(KeepReference.class)
    Keep m_keep = Keep.PER_CLASS;

    @Widget(title = "Rows per class", description = """
        How many rows of each class keep their label. A class with fewer rows keeps all of them.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = KeepsPerClass.class, type = EffectType.SHOW)
    int m_perClass = 4;

    @Widget(title = "Share of each class (%)", description = "How many percent of each class keep their label.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost100.class)
    @Effect(predicate = KeepsShare.class, type = EffectType.SHOW)
    double m_share = 10;

    @Widget(title = "Rows in total", description = """
        How many rows keep their label, divided among the classes by their size. A rare class may keep none.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = KeepsTotal.class, type = EffectType.SHOW)
    int m_total = 50;

    @Widget(title = "Hold out (%)", description = """
        How many percent of each class no learner sees at all, to judge predictions for new rows. 0 holds out none.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMost95.class)
    double m_holdOut = 30;

    @Widget(title = "Random seed",
        description = """
            The same seed chooses the same rows again. With the same seed, the rows kept for a smaller number are among
            those kept for a larger one.
            """)
    long m_seed = 1;

    LabelMaskerNodeParameters() {
        // the defaults above
    }

    LabelMaskerNodeParameters(final NodeParametersInput input) {
        m_label = LabelColumn.guess(input.getInTableSpec(0).orElse(null)).orElse("");
    }

    @Override
    public void validate() throws InvalidSettingsException {
        check(m_perClass >= 1, "Rows per class", "at least 1", m_perClass);
        check(m_share > 0 && m_share <= 100, "Share of each class (%)", "more than 0 and at most 100", m_share);
        check(m_total >= 1, "Rows in total", "at least 1", m_total);
        check(m_holdOut >= 0 && m_holdOut <= 95, "Hold out (%)", "from 0 to 95", m_holdOut);
    }

    private static void check(final boolean good, final String setting, final String range, final Number value)
        throws InvalidSettingsException {
        if (!good) {
            throw new InvalidSettingsException("\"" + setting + "\" must be " + range + ", not " + value + ".");
        }
    }
}
