package org.fewlabel.nodes.encode;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.InputPredicates.HasLabelReference;
import org.fewlabel.nodes.InputPredicates.ReadsStrings;
import org.fewlabel.nodes.LabelParameters;
import org.fewlabel.nodes.LearnedColumnsParameters;
import org.fewlabel.table.FeatureChoice;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.Features;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelColumnChoices;
import org.fewlabel.table.LabelReference;
import org.fewlabel.table.Report;
import org.fewlabel.table.TextReading;
import org.fewlabel.table.TrainingMessages;
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
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Which columns are learned from without labels, and which one holds labels and must not be among them. */
@LoadDefaultsForAbsentFields
public final class EncodedColumnsParameters implements NodeParameters {

    private static final String IMAGE_SIZE = "Image size";

    private static final String SIDE = "[1-9]\\d{0,6}";

    static final class HasLabel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(HasLabelReference.class).isTrue();
        }
    }

    static final class SizeOrNothing extends PatternValidation {
        @Override
        public String getErrorMessage() {
            return "Enter height x width, such as 32 x 32, or height x width x 3 for color, or nothing.";
        }

        @Override
        protected String getPattern() {
            return "^\\s*$|^\\s*" + SIDE + " ?x ?" + SIDE + "( ?x ?" + SIDE + ")?\\s*$";
        }
    }

    /** Holds if a column may hold images: pictures, paths of files, or vectors of pixels. */
    static final class MayHaveImages implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInTableSpec(0)
                .map(spec -> Features.mayHaveImages(spec, LabelColumn.detect(spec).orElse(null))).orElse(true));
        }
    }

    @Widget(title = "Table contains a label column (exclude it)",
        description = """
            The encoder must not learn from labels, because labeled rows would then differ from all others by having a
            label.
            """)
    @ValueReference(HasLabelReference.class)
    @Layout(DataSection.class)
    boolean m_hasLabel;

    @Widget(title = LabelParameters.LABEL_TITLE, description = "The label column, which is excluded.")
    @ChoicesProvider(LabelColumnChoices.class)
    @ValueReference(LabelReference.class)
    @Effect(predicate = HasLabel.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    String m_label = "";

    @Widget(title = LearnedColumnsParameters.FEATURES_TITLE,
        description = LearnedColumnsParameters.FEATURES_DESCRIPTION)
    @ColumnFilterWidget(choicesProvider = EncodedColumnChoices.class)
    @Layout(DataSection.class)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = TextReading.TITLE, description = TextReading.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = ReadsStrings.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    TextReading m_texts = TextReading.RECOGNISED;

    @Widget(title = IMAGE_SIZE, advanced = true, description = """
        The size to which all images are scaled: height x width, such as 32 x 32 (gray), or height x width x 3 (color).
        With a size, vectors are read as images, row by row. If empty, the median size of the images, at most 64 x 64.
        """)
    @TextInputWidget(placeholder = "Automatic, or such as 32 x 32", patternValidation = SizeOrNothing.class)
    @Effect(predicate = MayHaveImages.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    String m_imageSize = "";

    /** The defaults when nothing is known of the table. */
    public EncodedColumnsParameters() {
        // the defaults above
    }

    /** Leaves out what looks like a label. */
    public EncodedColumnsParameters(final NodeParametersInput input) {
        final var spec = input.getInTableSpec(0).orElse(null);
        m_label = LabelColumn.detect(spec).orElse("");
        m_hasLabel = !m_label.isEmpty();
        m_features = FeatureSetting.RAW.detect(spec, m_label);
    }

    /**
     * @return the chosen columns, in the order of the table, at least one
     * @throws InvalidSettingsException if none is left, or one that is chosen by hand cannot be read
     */
    public FeatureChoice choose(final DataTableSpec spec) throws InvalidSettingsException {
        if (m_hasLabel) {
            LabelColumn.check(spec, m_label, LabelParameters.LABEL_TITLE);
        }
        final var shape = imageSize();
        final var choice = m_hasLabel ? FeatureSetting.RAW.choose(spec, m_features, m_label)
            : FeatureSetting.RAW.chooseWithoutLabel(spec, m_features, m_label);
        return choice.map(column -> column.kind().mayHaveShape() ? column.with(shape) : column);
    }

    /** @return which strings are texts */
    public TextReading texts() {
        return m_texts;
    }

    private Shape imageSize() throws InvalidSettingsException {
        if (m_imageSize.isBlank()) {
            return null;
        }
        final Shape shape;
        try {
            shape = Shape.parse(m_imageSize);
        } catch (final UserMessageException e) {
            throw new InvalidSettingsException("\"" + IMAGE_SIZE + "\": " + e.getMessage(), e);
        }
        return shape;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        imageSize();
    }

    /** @return what the user should know of the choice: the label column may have been guessed */
    public Report notes() {
        return m_hasLabel ? TrainingMessages.labelColumn(m_label) : new Report();
    }
}
