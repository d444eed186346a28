package org.fewlabel.nodes.label.cotrainer;

import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.agree.CoTraining;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.DialogSections.MethodSection;
import org.fewlabel.nodes.InputPredicates.ReadsStrings;
import org.fewlabel.nodes.LabelParameters;
import org.fewlabel.nodes.LearnedColumnsParameters;
import org.fewlabel.nodes.label.RoundsParameters;
import org.fewlabel.table.FeatureColumnChoices;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.TextReading;
import org.fewlabel.table.ViewColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Co-Trainer. */
@LoadDefaultsForAbsentFields
final class CoTrainerNodeParameters extends LabelParameters {

    private static final String METHOD_TITLE = "Method";

    private static final String LEARNER_TITLE = "Base learner";

    private static final String PER_CLASS_TITLE = "Rows per class and round";

    /** Who teaches whom; the order is that of the dialog. */
    enum Method {
        @Label(value = "Tri-training", description = """
            Three classifiers are trained on different samples of the labeled rows. What two of them agree on is added
            to the training rows of the third. All use all features, so no views are needed.
            """)
        TRI_TRAINING,
        @Label(value = "Co-training", description = """
            Two classifiers use different columns, and each labels the rows that it is most confident of for the other.
            Choose it if there are two independent sources, each sufficient to predict the class, such as the text of a
            page and the links to it.
            """)
        CO_TRAINING;

        private String text() {
            return this == CO_TRAINING ? "Co-training" : "Tri-training";
        }
    }

    /** Which columns the second view has. */
    enum SecondView {
        @Label(value = "All other columns", description = "All columns that are not in View A.")
        OTHERS,
        @Label(value = "Select columns", description = "Only some of them.")
        SELECTED;
    }

    /** What labels and learns; the names are those of {@code StandardLearner} but for the first. */
    enum Learner {
        @Label(value = "Automatic", description = """
            Compares the learners from logistic regression to naive Bayes by cross-validation. With too few labels,
            logistic regression is used.
            """)
        AUTOMATIC,
        @Label(value = "Logistic regression", description = "For linearly separable classes and few labels.")
        LOGISTIC,
        @Label(value = "Random forest", description = "100 trees, for mixed columns and classes of any shape.")
        FOREST,
        @Label(value = "Nearest neighbors", description = "The 10 nearest, for classes that form groups.")
        NEIGHBOURS,
        @Label(value = "Naive Bayes", description = "A normal distribution for each class and column.")
        NAIVE_BAYES,
        @Label(value = "Neural network", description = """
            One hidden layer of 256 units, for classes of any shape. Takes minutes where the others take seconds, so
            <i>Automatic</i> does not try it.
            """)
        NETWORK;
    }

    interface SecondViewReference extends ParameterReference<SecondView> {
    }

    static final class SelectsSecondView implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(HasViews.class)
                .and(i.getEnum(SecondViewReference.class).isOneOf(SecondView.SELECTED));
        }
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

    @Widget(title = LearnedColumnsParameters.FEATURES_TITLE,
        description = LearnedColumnsParameters.FEATURES_DESCRIPTION)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Effect(predicate = HasFeatures.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = TextReading.TITLE, description = TextReading.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = ReadsStrings.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    TextReading m_texts = TextReading.RECOGNISED;

    @Widget(title = TextReading.HASHED_TITLE, description = TextReading.HASHED_DESCRIPTION, advanced = true)
    @Effect(predicate = ReadsStrings.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    boolean m_hashed;

    @Widget(title = METHOD_TITLE, description = "How classifiers teach each other.")
    @ValueSwitchWidget
    @ValueReference(MethodReference.class)
    @Layout(MethodSection.class)
    Method m_method = Method.TRI_TRAINING;

    @Widget(title = ViewColumns.FIRST, description = """
        The columns of the first classifier. At first, these are the columns that are no vectors, or else the first half
        of the columns. Choose them so that both views come from different sources or measurements.
        """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Effect(predicate = HasViews.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    ColumnFilter m_viewA = new ColumnFilter().withIncludeUnknownColumns();

    // workflows that were saved without it have chosen the columns of the second view
    @Widget(title = "Columns of View B", description = "Which columns the second classifier uses.")
    @ValueSwitchWidget
    @ValueReference(SecondViewReference.class)
    @Effect(predicate = HasViews.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    @Layout(MethodSection.class)
    SecondView m_secondView = SecondView.SELECTED;

    @Widget(title = ViewColumns.SECOND, description = """
        The columns of the second classifier. A column cannot be in both views. New columns of the table belong here.
        """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Effect(predicate = SelectsSecondView.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    ColumnFilter m_viewB = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = LEARNER_TITLE, description = "What each of the classifiers is.")
    @Layout(MethodSection.class)
    Learner m_learner = Learner.AUTOMATIC;

    @Widget(title = PER_CLASS_TITLE, description = """
        How many rows of each class one classifier labels for the other in every round, the most confident first. Use
        fewer if a class is rare.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasViews.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    int m_perClass = CoTraining.RULE.perClass();

    RoundsParameters m_learning = new RoundsParameters();

    CoTrainerNodeParameters() {
        // the defaults above
    }

    CoTrainerNodeParameters(final NodeParametersInput input) {
        super(input);
        final var spec = input.getInTableSpec(0).orElse(null);
        m_secondView = SecondView.OTHERS;
        m_features = FeatureSetting.LEARNED.detect(spec, m_label);
        final var views = ViewColumns.detect(spec, m_label);
        m_viewA = views.get(0);
        m_viewB = views.get(1);
    }

    /** @return the views, or with tri-training the features */
    ViewColumns columns(final DataTableSpec spec) throws InvalidSettingsException {
        if (m_method == Method.TRI_TRAINING) {
            return ViewColumns.none(FeatureSetting.LEARNED.choose(spec, m_features, m_label));
        }
        return m_secondView == SecondView.OTHERS ? ViewColumns.chooseFirst(spec, m_viewA, m_label)
            : ViewColumns.choose(spec, m_viewA, m_viewB, m_label);
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
        text.put(METHOD_TITLE, m_method.text());
        text.put(LEARNER_TITLE, m_learner.name());
        if (m_method == Method.CO_TRAINING) {
            text.put(ViewColumns.FIRST, String.join(", ", columns.first()));
            text.put(ViewColumns.SECOND, String.join(", ", columns.second()));
            text.put(PER_CLASS_TITLE, Integer.toString(m_perClass));
        }
        m_learning.describe(text);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.atLeast(PER_CLASS_TITLE, m_perClass, 1);
        m_learning.validate();
    }
}
