package org.fewlabel.nodes.label.cotrainer;

import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.agree.CoTraining;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.DialogSections.MethodSection;
import org.fewlabel.nodes.label.RoundsParameters;
import org.fewlabel.table.FeatureColumnChoices;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelColumnChoices;
import org.fewlabel.table.LabelReference;
import org.fewlabel.table.TextReading;
import org.fewlabel.table.ViewColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Co-Trainer. */
@LoadDefaultsForAbsentFields
final class CoTrainerNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    private static final String PER_CLASS_TITLE = "Rows per class and round";

    /** Who teaches whom. */
    enum Method {
        @Label(value = "Co-training", description = """
            Two classifiers that see different columns each tell the other what they are surest of (Blum and Mitchell
            1998). It needs two views of the rows that would each do on their own, such as what a page says and what
            links to it say.
            """)
        CO_TRAINING,
        @Label(value = "Tri-training", description = """
            Three classifiers with different draws of the labeled rows; what two agree on, the third learns (Zhou and
            Li 2005). All see all features, so no views are needed.
            """)
        TRI_TRAINING;

        private String text() {
            return this == CO_TRAINING ? "Co-training" : "Tri-training";
        }
    }

    /** What labels and learns; the names are those of {@code StandardLearner} but for the first. */
    enum Learner {
        @Label(value = "Automatic", description = """
            Tries the learners from logistic regression to naive Bayes on labels that it hides from them in turn. With
            too few labels for that it takes logistic regression.
            """)
        AUTOMATIC,
        @Label(value = "Logistic regression", description = "For classes that a straight line parts, and few labels.")
        LOGISTIC,
        @Label(value = "Random forest", description = "100 trees, for mixed columns and classes of any shape.")
        FOREST,
        @Label(value = "Nearest neighbors", description = "The 10 nearest, for classes that form groups.")
        NEIGHBOURS,
        @Label(value = "Naive Bayes", description = "A normal distribution for each class and column.")
        NAIVE_BAYES,
        @Label(value = "Neural network", description = """
            One hidden layer of 256 units, for classes of any shape. Some hundred networks are trained, for every
            round and every part of the labels that is hidden, a fraction of a second each: a minute or so where the
            others take seconds. Automatic does not try it.
            """)
        NETWORK;
    }

    interface MethodReference extends ParameterReference<Method> {
    }

    static final class HasViews implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(Method.CO_TRAINING);
        }
    }

    static final class HasFeatures implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(Method.TRI_TRAINING);
        }
    }

    @Widget(title = LABEL_TITLE, description = """
        The column with the class names. A missing cell means unlabeled. Text, booleans and whole numbers with few
        different values can be class names.
        """)
    @ChoicesProvider(LabelColumnChoices.class)
    @ValueReference(LabelReference.class)
    @Layout(DataSection.class)
    String m_label = "";

    @Widget(title = "Method", description = "Who teaches whom.")
    @RadioButtonsWidget
    @ValueReference(MethodReference.class)
    @Layout(DataSection.class)
    Method m_method = Method.CO_TRAINING;

    @Widget(title = ViewColumns.FIRST,
        description = """
            The columns that the first classifier sees. To begin with, those are in it that are neither bit vectors nor
            vectors of numbers, if there are both sorts, else the first half of the columns: move them so that each view
            comes from another source or measurement.
            """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Effect(predicate = HasViews.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    ColumnFilter m_viewA = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = ViewColumns.SECOND, description = """
        The columns that the second classifier sees, none of which the first does. A column that is new to the table
        belongs here.
        """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Effect(predicate = HasViews.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    ColumnFilter m_viewB = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Features",
        description = """
            The columns from which all three tell the class. The label column is never one of them, nor are columns that
            tell of it (truth, role, predictions).
            """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Effect(predicate = HasFeatures.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = TextReading.TITLE, description = TextReading.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @Layout(DataSection.class)
    TextReading m_texts = TextReading.RECOGNISED;

    @Widget(title = TextReading.HASHED_TITLE, description = TextReading.HASHED_DESCRIPTION, advanced = true)
    @Layout(DataSection.class)
    boolean m_hashed;

    @Widget(title = "Base learner", description = "What each classifier is.")
    @RadioButtonsWidget
    @Layout(MethodSection.class)
    Learner m_learner = Learner.AUTOMATIC;

    @Widget(title = PER_CLASS_TITLE, description = """
        How many rows of each class a view teaches the other more in every round, the surest first. All classes get as
        many, so fewer suit classes of which one is rare.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasViews.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    int m_perClass = CoTraining.RULE.perClass();

    RoundsParameters m_learning = new RoundsParameters();

    CoTrainerNodeParameters() {
        // the defaults above
    }

    CoTrainerNodeParameters(final NodeParametersInput input) {
        final var spec = input.getInTableSpec(0).orElse(null);
        m_label = LabelColumn.guess(spec).orElse("");
        m_features = FeatureSetting.LEARNED.guess(spec, m_label);
        final var views = ViewColumns.guess(spec, m_label);
        m_viewA = views.get(0);
        m_viewB = views.get(1);
    }

    /** @return the views, or with tri-training the features */
    ViewColumns columns(final DataTableSpec spec) throws InvalidSettingsException {
        return m_method == Method.CO_TRAINING ? ViewColumns.choose(spec, m_viewA, m_viewB, m_label)
            : ViewColumns.none(FeatureSetting.LEARNED.choose(spec, m_features, m_label));
    }

    /** @return what learns; its numbers are in range once {@link #validate} has passed */
    RoundLearner method(final ViewColumns columns) {
        final Optional<StandardLearner> learner = m_learner == Learner.AUTOMATIC ? Optional.empty()
            : Optional.of(StandardLearner.valueOf(m_learner.name()));
        if (m_method == Method.TRI_TRAINING) {
            return RoundLearner.triTraining(learner, m_learning.settings(), m_learning.seed());
        }
        final var rule = new SelectionRule(CoTraining.RULE.strategy(), CoTraining.RULE.threshold(), m_perClass,
            CoTraining.RULE.priors());
        return RoundLearner.coTraining(learner, rule, m_learning.settings(), m_learning.seed(), columns.first(),
            columns.second());
    }

    /** Adds the settings that are used to a model's provenance. */
    void describe(final ViewColumns columns, final Map<String, String> text) {
        text.put(LABEL_TITLE, m_label);
        text.put("Method", m_method.text());
        text.put("Base learner", m_learner.name());
        if (m_method == Method.CO_TRAINING) {
            text.put(ViewColumns.FIRST, String.join(", ", columns.first()));
            text.put(ViewColumns.SECOND, String.join(", ", columns.second()));
            text.put(PER_CLASS_TITLE, Integer.toString(m_perClass));
        }
        m_learning.describe(text);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_perClass < 1) {
            throw new InvalidSettingsException(
                "\"" + PER_CLASS_TITLE + "\" must be at least 1, not " + m_perClass + ".");
        }
        m_learning.validate();
    }
}
