package org.fewlabel.nodes.label.labelpropagator;

import java.util.Optional;

import org.fewlabel.learn.graph.GraphLearner;
import org.fewlabel.learn.graph.LabelSpreading;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.DialogSections.MethodSection;
import org.fewlabel.nodes.DialogSections.OutputSection;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.table.FeatureColumnChoices;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelColumnChoices;
import org.fewlabel.table.LabelReference;
import org.fewlabel.table.TextReading;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
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
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Label Propagator. */
@LoadDefaultsForAbsentFields
final class LabelPropagatorNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    static final String NEIGHBORS_TITLE = "Neighbors";

    static final String SEARCH_TITLE = "Neighbor search";

    private static final int MOST_DECIDING_ROWS = 10;

    /** How labels travel along the graph; the names are those of {@code LabelPropagator.Method}. */
    enum Method {
        @Label(value = "Automatic", description = """
            Tries the methods below, alone and guided by logistic regression, on labels that it hides from them in
            turn, and combines the good ones. With a single label to a class it takes what is best with so few. The
            message of the node says what was chosen and why.
            """)
        AUTOMATIC,
        @Label(value = "Label spreading", description = """
            Each row takes on the labels of its neighbors and keeps a part of its own (Zhou et al. 2004). A wrong
            label is outvoted by its neighborhood.
            """)
        SPREADING,
        @Label(value = "Label propagation", description = """
            Given labels are certain, every other row is the average of its neighbors (Zhu and Ghahramani 2002).
            For labels that are known to be right, and not too few.
            """)
        PROPAGATION,
        @Label(value = "Laplace with class-mass normalization", description = """
            Label propagation, then every class is scaled to its share of the rows (Zhu, Ghahramani and Lafferty
            2003). For one or two labels per class; only as good as the shares.
            """)
        LAPLACE_CMN,
        @Label(value = "Poisson learning", description = """
            Labels are sources that flow through the graph (Calder et al. 2020). For one or two labels per class
            among very many rows.
            """)
        POISSON,
        @Label(value = "PoissonMBO", description = """
            Poisson learning, then the boundary between the classes is moved to where the graph is thin and every
            class gets its share of the rows (Calder et al. 2020). For very few labels and classes that form clear
            groups.
            """)
        POISSON_MBO;
    }

    /** How alike two rows are; the names are those of {@code Similarity}. */
    enum Alike {
        @Label(value = "Automatic", description = """
            By the kinds of columns: Tanimoto for bit vectors alone, Gower for bit vectors beside other columns,
            Euclidean for anything else.
            """)
        AUTOMATIC,
        @Label(value = "Euclidean", description = "The distance of numbers on comparable scales and of categories.")
        EUCLIDEAN,
        @Label(value = "Cosine", description = """
            The angle between rows, whatever their length: for counts, shares and embeddings.
            """)
        COSINE,
        @Label(value = "Gower", description = """
            The mean over the columns of how alike two rows are there: for tables in which categories matter as much
            as numbers.
            """)
        GOWER,
        @Label(value = "Tanimoto", description = "The bits that two bit vectors share, of those set in one of them.")
        TANIMOTO;
    }

    /** How the most similar rows are found; the names are those of {@code ChosenSearch.Way}. */
    enum Search {
        @Label(value = "Automatic", description = """
            Exact as long as that takes about a minute (some 130,000 rows of 128 dimensions), approximate for more
            rows.
            """)
        AUTOMATIC,
        @Label(value = "Exact", description = """
            Compares every row with every other. Twice the rows take four times as long.
            """)
        EXACT,
        @Label(value = "Approximate", description = """
            Compares only rows of groups that are near to each other. How many true neighbors are found is measured
            with some rows, and is at least 98 %. Rows that form no groups, and similarities for which there is no
            such way (Gower, Tanimoto, or with missing cells), are searched exactly; the message of the node says so.
            """)
        APPROXIMATE;
    }

    /** What is known of how often each class occurs. */
    enum Shares {
        @Label(value = "Estimated", description = "Found from the data where a method needs them.")
        ESTIMATED,
        @Label(value = "Given", description = "Known, for instance from all cases of last year.")
        GIVEN,
        @Label(value = "Not used", description = "No method makes use of them.")
        NONE;
    }

    interface SharesReference extends ParameterReference<Shares> {
    }

    static final class SharesAreGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SharesReference.class).isOneOf(Shares.GIVEN);
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

    static final class AtMost10 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_DECIDING_ROWS;
        }
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

    @Widget(title = LABEL_TITLE, description = """
        The column with the class names. A missing cell means unlabeled. Text, booleans and whole numbers with few
        different values can be class names.
        """)
    @ChoicesProvider(LabelColumnChoices.class)
    @ValueReference(LabelReference.class)
    @Layout(DataSection.class)
    String m_label = "";

    @Widget(title = "Features",
        description = """
            The columns by which rows are similar: numbers, categories, booleans, free texts, images (PNG, or paths of
            image files as text), vectors and bit vectors, missing cells allowed. The label column is never one of them,
            nor are columns that tell of it (truth, role, predictions) and columns of categories whose values all
            differ, such as ids.
            """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Layout(DataSection.class)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = TextReading.TITLE, description = TextReading.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @Layout(DataSection.class)
    TextReading m_texts = TextReading.RECOGNISED;

    @Widget(title = TextReading.HASHED_TITLE, description = TextReading.HASHED_DESCRIPTION, advanced = true)
    @Layout(DataSection.class)
    boolean m_hashed;

    @Widget(title = "Method", description = "How labels travel from row to row.")
    @RadioButtonsWidget
    @ValueReference(MethodReference.class)
    @Layout(MethodSection.class)
    Method m_method = Method.AUTOMATIC;

    @Widget(title = NEIGHBORS_TITLE,
        description = """
            How many most similar rows each row is joined with. Fewer follow fine structure, but leave rows unreached;
            more blur the classes. How similar is similar enough is found from the data. If it is off, 10 are taken, and
            Automatic also tries 7.
            """)
    @OptionalWidget(defaultProvider = DefaultNeighbors.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(MethodSection.class)
    Optional<Integer> m_neighbours = Optional.empty();

    @Widget(title = "Similarity",
        description = "By what two rows are near to each other. Missing cells are passed over.",
        advanced = true)
    @Layout(MethodSection.class)
    Alike m_similarity = Alike.AUTOMATIC;

    @Widget(title = SEARCH_TITLE, description = """
        How the most similar rows are found. With very many rows comparing all of them takes hours.
        """, advanced = true)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    @Layout(MethodSection.class)
    Search m_search = Search.AUTOMATIC;

    @Widget(title = "Class shares", description = """
        Some methods make every class as frequent as it should be. Wrong shares do more harm than none.
        """, advanced = true)
    @ValueSwitchWidget
    @ValueReference(SharesReference.class)
    @Layout(MethodSection.class)
    Shares m_shares = Shares.ESTIMATED;

    @Widget(title = "Given shares",
        description = "The share of every class. They are scaled so that they sum to 100 %.",
        advanced = true)
    @ArrayWidget(elementTitle = "Class", addButtonText = "Add class")
    @Effect(predicate = SharesAreGiven.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    ClassShareParameters[] m_givenShares = new ClassShareParameters[0];

    @Widget(title = "Calibrate confidences", description = """
        With enough labels, scales the probabilities so that of the rows said to be right with 80 % about 80 % are.
        """, advanced = true)
    @Layout(MethodSection.class)
    boolean m_calibrate = true;

    @Widget(title = "Spreading factor", description = """
        The share that a row takes from its neighbors, between 0 and 1; the rest comes from its own label. Close to 1
        carries few labels far.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Below1.class)
    @Effect(predicate = IsSpreading.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    double m_alpha = LabelSpreading.DEFAULT_ALPHA;

    @Widget(title = "Append probability of every class", description = """
        Appends a column "P (label=class)" for every class.
        """)
    @Layout(OutputSection.class)
    boolean m_everyClass = true;

    @Widget(title = "Append labeled-only baseline", description = """
        Appends what logistic regression predicts that saw the labeled rows alone. Few-Label Scorer shows it beside the
        prediction, so that you see whether the unlabeled rows helped.
        """)
    @Layout(OutputSection.class)
    boolean m_baseline = true;

    @Widget(title = "Append labeled rows that decided", description = """
        Appends for each row the RowIDs of the labeled rows with the largest share in its class, and their shares: why a
        row got its class.
        """)
    @ValueReference(DecidedByReference.class)
    @Layout(OutputSection.class)
    boolean m_decidedBy;

    @Widget(title = "Number of labeled rows", description = "How many of them are named for each row.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMost10.class)
    @Effect(predicate = DecidingRows.class, type = EffectType.SHOW)
    @Layout(OutputSection.class)
    int m_decidingRows = 3;

    LabelPropagatorNodeParameters() {
        // the defaults above
    }

    LabelPropagatorNodeParameters(final NodeParametersInput input) {
        final var spec = input.getInTableSpec(0).orElse(null);
        m_label = LabelColumn.guess(spec).orElse("");
        m_features = FeatureSetting.LEARNED.guess(spec, m_label);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_neighbours.isPresent() && m_neighbours.get() < 1) {
            throw new InvalidSettingsException(
                "\"" + NEIGHBORS_TITLE + "\" must be at least 1, not " + m_neighbours.get() + ".");
        }
        if (!(m_alpha > 0 && m_alpha < 1)) {
            throw new InvalidSettingsException("\"Spreading factor\" must be between 0 and 1, not " + m_alpha + ".");
        }
        if (m_decidingRows < 1 || m_decidingRows > MOST_DECIDING_ROWS) {
            throw new InvalidSettingsException("\"Number of labeled rows\" must be from 1 to " + MOST_DECIDING_ROWS
                + ", not " + m_decidingRows + ".");
        }
        if (m_shares == Shares.GIVEN) {
            ClassShareParameters.validate(m_givenShares);
        }
    }
}
