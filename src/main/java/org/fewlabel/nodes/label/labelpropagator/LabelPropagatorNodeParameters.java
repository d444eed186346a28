package org.fewlabel.nodes.label.labelpropagator;

import java.util.Optional;

import org.fewlabel.learn.graph.GraphLearner;
import org.fewlabel.learn.graph.LabelSpreading;
import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost10;
import org.fewlabel.nodes.DialogSections.MethodSection;
import org.fewlabel.nodes.DialogSections.OutputSection;
import org.fewlabel.nodes.LearnedColumnsParameters;
import org.fewlabel.nodes.label.ClassDistribution;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.table.FeatureSetting;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Label Propagator. */
@LoadDefaultsForAbsentFields
final class LabelPropagatorNodeParameters extends LearnedColumnsParameters {

    static final String NEIGHBORS_TITLE = "Set number of neighbors";

    static final String SEARCH_TITLE = "Neighbor search";

    private static final String ALPHA_TITLE = "Spreading factor";

    private static final String DECIDING_TITLE = "Number of influential rows";

    private static final int MOST_DECIDING_ROWS = 10;

    /** How labels travel along the graph; the names are those of {@code LabelPropagator.Method}. */
    enum Method {
        @Label(value = "Automatic", description = """
            Compares the methods below by cross-validation, with and without guidance by logistic regression, and
            combines the good ones. With one label per class, the default for this case is used.
            """)
        AUTOMATIC,
        @Label(value = "Label spreading", description = """
            Each row takes labels from its neighbors and keeps a part of its own. Tolerates wrong labels.
            """)
        SPREADING,
        @Label(value = "Label propagation", description = """
            Given labels are fixed, and every other row is the average of its neighbors. For correct labels that are not
            too few.
            """)
        PROPAGATION,
        @Label(value = "Laplace (class mass normalization)", description = """
            Label propagation, after which every class is scaled to its share of the rows. For one or two labels per
            class and a known class distribution.
            """)
        LAPLACE_CMN,
        @Label(value = "Poisson learning", description = """
            Labels are sources that flow through the graph. For one or two labels per class among very many rows.
            """)
        POISSON,
        @Label(value = "PoissonMBO", description = """
            Poisson learning, after which class boundaries are moved to where the graph is thin. For very few labels and
            classes that form clear groups.
            """)
        POISSON_MBO;
    }

    /** How alike two rows are; the names are those of {@code Similarity}. */
    enum Alike {
        @Label(value = "Automatic", description = """
            Tanimoto for bit vectors only, Gower for bit vectors beside other columns, Euclidean for anything else.
            """)
        AUTOMATIC,
        @Label(value = "Euclidean", description = "Distance of scaled numbers and of categories.")
        EUCLIDEAN,
        @Label(value = "Cosine", description = """
            Angle between rows, whatever their length: for counts, shares and embeddings.
            """)
        COSINE,
        @Label(value = "Gower", description = """
            Mean similarity over the columns: for tables in which categories matter as much as numbers.
            """)
        GOWER,
        @Label(value = "Tanimoto", description = "Bits that two bit vectors share, of those set in one of them.")
        TANIMOTO;
    }

    /** How the most similar rows are found; the names are those of {@code ChosenSearch.Way}. */
    enum Search {
        @Label(value = "Automatic", description = """
            Exact as long as that takes about a minute (some 130,000 rows of 128 dimensions), else approximate.
            """)
        AUTOMATIC,
        @Label(value = "Exact", description = """
            Compares every row with every other. Twice the rows take four times as long.
            """)
        EXACT,
        @Label(value = "Approximate",
            description = """
                Compares only rows of groups that are near to each other and finds at least 98 % of the true neighbors.
                Gower, Tanimoto, missing cells and rows that form no groups are searched exactly.
                """)
        APPROXIMATE;
    }

    static final class SharesAreGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ClassDistribution.Reference.class).isOneOf(ClassDistribution.GIVEN);
        }
    }

    static final class DecidingRows implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(DecidedByReference.class).isTrue();
        }
    }

    interface DecidedByReference extends ParameterReference<Boolean> {
    }

    interface MethodReference extends ParameterReference<Method> {
    }

    static final class IsSpreading implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(Method.SPREADING);
        }
    }

    static final class DefaultNeighbors implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return GraphLearner.DEFAULT_NEIGHBORS;
        }
    }

    static final class Below1 extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    @Widget(title = "Method", description = "How labels are propagated from row to row.")
    @ValueReference(MethodReference.class)
    @Layout(MethodSection.class)
    Method m_method = Method.AUTOMATIC;

    @Widget(title = NEIGHBORS_TITLE, description = """
        How many most similar rows each row is connected with. Fewer neighbors follow fine structure but may leave rows
        unreached. If not set, 10 are used, and the automatic method also tries 7.
        """)
    @OptionalWidget(defaultProvider = DefaultNeighbors.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(MethodSection.class)
    Optional<Integer> m_neighbours = Optional.empty();

    @Widget(title = "Similarity", description = "How similar two rows are. Missing cells are skipped.", advanced = true)
    @Layout(MethodSection.class)
    Alike m_similarity = Alike.AUTOMATIC;

    @Widget(title = SEARCH_TITLE, description = """
        How the most similar rows are found. With very many rows, comparing all of them takes hours.
        """, advanced = true)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    @Layout(MethodSection.class)
    Search m_search = Search.AUTOMATIC;

    @Widget(title = ClassDistribution.TITLE, description = ClassDistribution.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @ValueReference(ClassDistribution.Reference.class)
    @Layout(MethodSection.class)
    ClassDistribution m_shares = ClassDistribution.ESTIMATED;

    @Widget(title = ClassDistribution.GIVEN_TITLE, description = ClassDistribution.GIVEN_DESCRIPTION, advanced = true)
    @ArrayWidget(elementTitle = ClassDistribution.ELEMENT, addButtonText = ClassDistribution.ADD,
        elementDefaultValueProvider = ClassDistribution.NextClass.class)
    @ValueReference(ClassDistribution.GivenReference.class)
    @ValueProvider(ClassDistribution.AllClasses.class)
    @Effect(predicate = SharesAreGiven.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    ClassShareParameters[] m_givenShares = new ClassShareParameters[0];

    @Widget(title = ALPHA_TITLE, description = """
        The share that a row takes from its neighbors, between 0 and 1. Values close to 1 carry few labels far.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Below1.class)
    @Effect(predicate = IsSpreading.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    double m_alpha = LabelSpreading.DEFAULT_ALPHA;

    @Widget(title = AppendedTexts.PROBABILITIES, description = AppendedTexts.PROBABILITIES_HELP)
    @Layout(OutputSection.class)
    boolean m_everyClass = true;

    @Widget(title = AppendedTexts.BASELINE, description = AppendedTexts.BASELINE_HELP)
    @Layout(OutputSection.class)
    boolean m_baseline = true;

    @Widget(title = "Append most influential labeled rows", description = """
        Appends for each row the RowIDs of the labeled rows with the largest influence on its class, and their shares.
        This explains why a row got its class.
        """)
    @ValueReference(DecidedByReference.class)
    @Layout(OutputSection.class)
    boolean m_decidedBy;

    @Widget(title = DECIDING_TITLE, description = "How many labeled rows are appended for each row.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMost10.class)
    @Effect(predicate = DecidingRows.class, type = EffectType.SHOW)
    @Layout(OutputSection.class)
    int m_decidingRows = 3;

    @Widget(title = AppendedTexts.CALIBRATE, description = """
        With enough labels, scales the probabilities so that about 80 % of the rows with a confidence of 80 % are
        predicted correctly.
        """, advanced = true)
    @Layout(OutputSection.class)
    boolean m_calibrate = true;

    LabelPropagatorNodeParameters() {
        // the defaults above
    }

    LabelPropagatorNodeParameters(final NodeParametersInput input) {
        super(input, FeatureSetting.LEARNED);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_neighbours.isPresent()) {
            Bounds.atLeast(NEIGHBORS_TITLE, m_neighbours.get(), 1);
        }
        Bounds.check(m_alpha > 0 && m_alpha < 1, ALPHA_TITLE, "between 0 and 1", m_alpha);
        Bounds.fromTo(DECIDING_TITLE, m_decidingRows, 1, MOST_DECIDING_ROWS);
        if (m_shares == ClassDistribution.GIVEN) {
            ClassShareParameters.validate(m_givenShares);
        }
    }
}
