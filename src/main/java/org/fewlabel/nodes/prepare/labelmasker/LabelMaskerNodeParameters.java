package org.fewlabel.nodes.prepare.labelmasker;

import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost100;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelColumnChoices;
import org.fewlabel.table.LabelReference;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Label Masker. */
@LoadDefaultsForAbsentFields
final class LabelMaskerNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    private static final String PER_CLASS_TITLE = "Labeled rows per class";

    private static final String SHARE_TITLE = "Labeled rows of each class (%)";

    private static final String TOTAL_TITLE = "Labeled rows in total";

    private static final String HOLD_OUT_TITLE = "Held-out rows (%)";

    private static final int MOST_HELD_OUT = 95;

    private static final double PERCENT = 100;

    /** How many labels are kept. */
    enum Keep {
        @Label(value = "Per class", description = "The same number of labeled rows for every class.")
        PER_CLASS,
        @Label(value = "Percentage", description = "A percentage of the rows of every class, at least one row.")
        SHARE,
        @Label(value = "Total", description = "A number of rows, divided among the classes by their size.")
        TOTAL;
    }

    interface PerClassReference extends ParameterReference<Integer> {
    }

    interface ShareReference extends ParameterReference<Double> {
    }

    interface TotalReference extends ParameterReference<Integer> {
    }

    interface HoldOutReference extends ParameterReference<Double> {
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

    static final class AtMost95 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_HELD_OUT;
        }
    }

    @Widget(title = LABEL_TITLE, description = """
        The column with the known classes. Strings, booleans and whole numbers with few different values can be class
        names. Rows in which it is missing stay unlabeled.
        """)
    @ChoicesProvider(LabelColumnChoices.class)
    @ValueReference(LabelReference.class)
    String m_label = "";

    @Widget(title = "Labels to keep", description = "How the number of rows that keep their label is specified.")
    @ValueSwitchWidget
    @ValueReference(KeepReference.class)
    Keep m_keep = Keep.PER_CLASS;

    @Widget(title = PER_CLASS_TITLE, description = """
        How many rows of each class keep their label. A class with fewer rows keeps all of them.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @ValueReference(PerClassReference.class)
    @Effect(predicate = KeepsPerClass.class, type = EffectType.SHOW)
    int m_perClass = 4;

    @Widget(title = SHARE_TITLE, description = "The percentage of the rows of each class that keep their label.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost100.class)
    @ValueReference(ShareReference.class)
    @Effect(predicate = KeepsShare.class, type = EffectType.SHOW)
    double m_share = 10;

    @Widget(title = TOTAL_TITLE, description = """
        How many rows keep their label, divided among the classes by their size. A rare class may keep none.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @ValueReference(TotalReference.class)
    @Effect(predicate = KeepsTotal.class, type = EffectType.SHOW)
    int m_total = 50;

    @Widget(title = HOLD_OUT_TITLE, description = """
        The percentage of the rows of each class that no learner uses, to evaluate predictions for new rows. 0 holds out
        none.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMost95.class)
    @ValueReference(HoldOutReference.class)
    double m_holdOut = 30;

    @Widget(title = AppendedTexts.SEED, description = """
        The same seed selects the same rows again. The rows kept for a smaller number are among those kept for a larger
        one.
        """)
    long m_seed = 1;

    @TextMessage(LabelPlan.class)
    Void m_plan;

    LabelMaskerNodeParameters() {
        // the defaults above
    }

    LabelMaskerNodeParameters(final NodeParametersInput input) {
        m_label = LabelColumn.detect(input.getInTableSpec(0).orElse(null)).orElse("");
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.atLeast(PER_CLASS_TITLE, m_perClass, 1);
        Bounds.above0(SHARE_TITLE, m_share, PERCENT);
        Bounds.atLeast(TOTAL_TITLE, m_total, 1);
        Bounds.fromTo(HOLD_OUT_TITLE, m_holdOut, 0, MOST_HELD_OUT);
    }
}
