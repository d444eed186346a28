package org.fewlabel.nodes;

import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.InputPredicates.HasNoEncoder;
import org.fewlabel.nodes.InputPredicates.ReadsStrings;
import org.fewlabel.table.FeatureColumnChoices;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.TextReading;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;

/** The settings of learners that read a label column and features from one table; see {@link LabelParameters}. */
@LoadDefaultsForAbsentFields
public abstract class LearnedColumnsParameters extends LabelParameters {

    /** The title of the setting of the features, the same in all nodes. */
    public static final String FEATURES_TITLE = "Features";

    /** What features are, for all nodes. */
    public static final String FEATURES_DESCRIPTION = """
        The columns that describe the rows: numbers, categories, booleans, free text, images (PNG, or paths of image
        files), vectors and bit vectors. Missing cells are allowed. Columns whose values are all different, such as IDs,
        are ignored, and the node's message names them.
        """;

    /** The features. */
    @Widget(title = FEATURES_TITLE, description = FEATURES_DESCRIPTION)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Effect(predicate = HasNoEncoder.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    public ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    /** Which string columns are free text. */
    @Widget(title = TextReading.TITLE, description = TextReading.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = ReadsStrings.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    public TextReading m_texts = TextReading.RECOGNISED;

    /** Whether words are known by their hash codes. */
    @Widget(title = TextReading.HASHED_TITLE, description = TextReading.HASHED_DESCRIPTION, advanced = true)
    @Effect(predicate = ReadsStrings.class, type = EffectType.SHOW)
    @Layout(DataSection.class)
    public boolean m_hashed;

    /** The defaults when nothing is known of the table. */
    protected LearnedColumnsParameters() {
        // the defaults above
    }

    /** @param features what is taken of a new table */
    protected LearnedColumnsParameters(final NodeParametersInput input, final FeatureSetting features) {
        super(input);
        m_features = features.detect(input.getInTableSpec(0).orElse(null), m_label);
    }
}
