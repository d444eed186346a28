package org.fewlabel.nodes.encode.pretextgenerator;

import java.util.Optional;

import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.encode.EncodedColumnsParameters;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Pretext Generator. */
@LoadDefaultsForAbsentFields
final class PretextGeneratorNodeParameters implements NodeParameters {

    private static final int MOST_BLOCKS = 100;

    private static final int MOST_EXAMPLES = 100;

    @Section(title = "Task")
    @After(DataSection.class)
    interface TaskSection {
    }

    @Section(title = "Examples")
    @After(TaskSection.class)
    interface ExamplesSection {
    }

    /** What is done to rows; the names are those of {@code PretextTask.Kind}, and one that leaves it open. */
    enum Task {
        @Label(value = "Automatic", description = """
            Image views if the only feature column holds images, Mask words if it is free text. Else chosen by how
            many cells a row has, where a bit vector or a vector counts each place: Mask below 5, Corrupt from 5 on.
            The message of the node says what and why.
            """)
        AUTOMATIC,
        @Label(value = "Corrupt (SCARF)", description = """
            In each row most columns get the value of another row, each of another one (Bahri et al. 2022). Made for
            Contrastive Encoder: it is to know the row again.
            """)
        CORRUPT,
        @Label(value = "Mask (VIME)", description = """
            Some cells get the value of another row, each of another one (Yoon et al. 2020). Made for Masked Encoder:
            it is to say which cells these are and what stood there.
            """)
        MASK,
        @Label(value = "Swap", description = """
            Some cells are exchanged with those of one and the same other row, so that they fit each other. Made for
            Masked Encoder: it is to say which cells are of the other row.
            """)
        SWAP,
        @Label(value = "Blocks (SubTab)", description = """
            The columns are dealt into overlapping blocks, and a view of a row keeps one of them (Ucar et al. 2021).
            For tables in which several columns tell the same story, such as sensors or pixels.
            """)
        BLOCKS,
        @Label(value = "Time and frequency mask (SpecAugment)", description = """
            In each spectrogram two stretches of time and two of pitch are hidden (Park et al. 2019). Needs a column
            that the node Spectrogram has made; other columns stay as they are.
            """)
        TIME_FREQUENCY,
        @Label(value = "Mask words", description = """
            For tables whose only column is free text. Masked Encoder is to guess words that are hidden (Devlin et
            al. 2019); Contrastive Encoder is to know a text again from two parts of it, each without some words.
            """)
        WORDS,
        @Label(value = "Image views (SimCLR)", description = """
            Images are moved, turned, stretched, made lighter or darker, blurred and noisy at random, and lose a square
            (Chen et al. 2020). Made for Contrastive Encoder, and for Consistency Learner.
            """)
        IMAGE,
        @Label(value = "Rotate", description = """
            Images are turned by 0, 90, 180 or 270 degrees (Gidaris et al. 2018). Made for Masked Encoder: it is to
            say by how many. Not for things that are seen from all sides, such as cells under a microscope.
            """)
        ROTATE,
        @Label(value = "Jigsaw", description = """
            Images are cut into 2 x 2 tiles, or 3 x 3 from 24 pixels on, which are shuffled (Noroozi and Favaro 2016).
            Made for Masked Encoder: it is to say how.
            """)
        JIGSAW,
        @Label(value = "Masked patches", description = """
            Squares of images are hidden (He et al. 2022). Made for Masked Encoder: it is to say what stood there.
            """)
        PATCHES;

        Optional<PretextTask.Kind> kind() {
            return this == AUTOMATIC ? Optional.empty() : Optional.of(PretextTask.Kind.valueOf(name()));
        }
    }

    interface TaskReference extends ParameterReference<Task> {
    }

    static final class IsBlocks implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TaskReference.class).isOneOf(Task.BLOCKS);
        }
    }

    static final class IsImageViews implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TaskReference.class).isOneOf(Task.AUTOMATIC, Task.IMAGE);
        }
    }

    static final class UsualShare implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 60.0;
        }
    }

    static final class AtMost100 extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    static final class AtLeast2 extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    EncodedColumnsParameters m_columns = new EncodedColumnsParameters();

    @Widget(title = "Task", description = "What is done to rows, and is to be found out about them.")
    @RadioButtonsWidget
    @ValueReference(TaskReference.class)
    @Layout(TaskSection.class)
    Task m_task = Task.AUTOMATIC;

    @Widget(title = "Share of cells (%)",
        description = """
            How many percent of the cells of a row are changed or hidden, or of the patches of an image; how far images
            are changed. If it is off, what the paper of the task recommends or what suits most: 60 to corrupt, 30 to
            mask and to swap, 50 for blocks and images, 15 of words; of time and frequency masks 30, the widest that one
            may be.
            """)
    @OptionalWidget(defaultProvider = UsualShare.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost100.class)
    @Layout(TaskSection.class)
    Optional<Double> m_share = Optional.empty();

    @Widget(title = "Number of blocks", description = "Into how many overlapping blocks the columns are dealt.")
    @NumberInputWidget(minValidation = AtLeast2.class, maxValidation = AtMost100.class)
    @Effect(predicate = IsBlocks.class, type = EffectType.SHOW)
    @Layout(TaskSection.class)
    int m_blocks = PretextTask.DEFAULT_VIEWS;

    @Widget(title = "Mirror images",
        description = """
            Whether images may also be mirrored, left to right. It is off, for letters, digits and many things else are
            not the same in the mirror; switch it on for photos of what can look either way.
            """)
    @Effect(predicate = IsImageViews.class, type = EffectType.SHOW)
    @Layout(TaskSection.class)
    boolean m_flip;

    @Widget(title = "Random seed", description = "The same seed gives the same blocks and the same examples again.")
    @Layout(TaskSection.class)
    long m_seed = 1;

    @Widget(title = "Number of examples", description = "How many rows the second output shows, with their views.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMost100.class)
    @Layout(ExamplesSection.class)
    int m_examples = 5;

    PretextGeneratorNodeParameters() {
        // the defaults above
    }

    PretextGeneratorNodeParameters(final NodeParametersInput input) {
        m_columns = new EncodedColumnsParameters(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_share.isPresent() && !(m_share.get() > 0 && m_share.get() <= 100)) {
            throw new InvalidSettingsException(
                "\"Share of cells (%)\" must be above 0 and at most 100, not " + m_share.get() + ".");
        }
        if (m_blocks < 2 || m_blocks > MOST_BLOCKS) {
            throw new InvalidSettingsException(
                "\"Number of blocks\" must be from 2 to " + MOST_BLOCKS + ", not " + m_blocks + ".");
        }
        if (m_examples < 1 || m_examples > MOST_EXAMPLES) {
            throw new InvalidSettingsException(
                "\"Number of examples\" must be from 1 to " + MOST_EXAMPLES + ", not " + m_examples + ".");
        }
    }
}
