package org.fewlabel.nodes.encode.pretextgenerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtLeast2;
import org.fewlabel.nodes.Bounds.AtMost100;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.InputPredicates.HasLabelReference;
import org.fewlabel.nodes.encode.EncodedColumnsParameters;
import org.fewlabel.table.Features;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelReference;
import org.knime.core.data.DataTableSpec;
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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Pretext Generator. */
@LoadDefaultsForAbsentFields
final class PretextGeneratorNodeParameters implements NodeParameters {

    private static final String SHARE_TITLE = "Set changed cells (%)";

    private static final String BLOCKS_TITLE = "Number of blocks";

    private static final String EXAMPLES_TITLE = "Number of examples";

    private static final int MOST = 100;

    @Section(title = "Task")
    @After(DataSection.class)
    interface TaskSection {
    }

    /** What is done to rows; the names are those of {@code PretextTask.Kind}, and one that leaves it open. */
    enum Task {
        @Label(value = "Automatic", description = """
            Image views for a single image column, masked words for a single text column, <i>Mask</i> below 5 features
            and <i>Corrupt</i> otherwise.
            """)
        AUTOMATIC,
        @Label(value = "Corrupt (SCARF)", description = "Most cells get values of other rows. For Contrastive Encoder.")
        CORRUPT,
        @Label(value = "Mask (VIME)", description = "Some cells get values of other rows. For Masked Encoder.")
        MASK,
        @Label(value = "Swap",
            description = "Some cells are exchanged with those of one other row. For Masked Encoder.")
        SWAP,
        @Label(value = "Blocks (SubTab)", description = """
            Each view keeps one of several overlapping blocks of columns. For correlated columns, such as sensors.
            """)
        BLOCKS,
        @Label(value = "Time and frequency mask (SpecAugment)", description = """
            Parts of each spectrogram are hidden. Needs a column of the node Spectrogram.
            """)
        TIME_FREQUENCY,
        @Label(value = "Mask words", description = "Some words are hidden. The text must be the only feature.")
        WORDS,
        @Label(value = "Image views (SimCLR)", description = """
            Images are moved, rotated, stretched, and changed in brightness. For Contrastive Encoder and Consistency
            Learner.
            """)
        IMAGE,
        @Label(value = "Rotate", description = "Images are rotated by 0, 90, 180 or 270 degrees. For Masked Encoder.")
        ROTATE,
        @Label(value = "Jigsaw", description = "The tiles of images are shuffled. For Masked Encoder.")
        JIGSAW,
        @Label(value = "Masked patches", description = "Squares of images are hidden. For Masked Encoder.")
        PATCHES;

        /** What any table allows. */
        private static final List<Task> OF_ANY = List.of(AUTOMATIC, CORRUPT, MASK, SWAP, BLOCKS);

        private static final List<Task> OF_IMAGES = List.of(IMAGE, ROTATE, JIGSAW, PATCHES);

        /** @return the tasks that the columns allow, as far as they are known */
        private static List<Task> of(final DataTableSpec spec, final String label) {
            final var tasks = new ArrayList<>(OF_ANY);
            if (Features.hasSpectrograms(spec)) {
                tasks.add(TIME_FREQUENCY);
            }
            if (Features.mayHaveTexts(spec, label)) {
                tasks.add(WORDS);
            }
            if (Features.mayHaveImages(spec, label)) {
                tasks.addAll(OF_IMAGES);
            }
            return tasks;
        }

        Optional<PretextTask.Kind> kind() {
            return this == AUTOMATIC ? Optional.empty() : Optional.of(PretextTask.Kind.valueOf(name()));
        }
    }

    interface TaskReference extends ParameterReference<Task> {
    }

    /** Offers the tasks that the columns of the table allow, and the chosen one. */
    static final class Tasks implements EnumChoicesProvider<Task> {

        private Supplier<Task> chosen;

        private Supplier<Boolean> hasLabel;

        private Supplier<String> label;

        @Override
        public void init(final StateProviderInitializer initializer) {
            EnumChoicesProvider.super.init(initializer);
            chosen = initializer.getValueSupplier(TaskReference.class);
            hasLabel = initializer.computeFromValueSupplier(HasLabelReference.class);
            label = initializer.computeFromValueSupplier(LabelReference.class);
        }

        @Override
        public List<Task> choices(final NodeParametersInput input) {
            final var spec = input.getInTableSpec(0);
            return spec.isEmpty() ? List.of(Task.values())
                : Stream.concat(Task.of(spec.get(), hasLabel.get() ? label.get() : null).stream(),
                    Stream.of(chosen.get())).distinct().sorted().toList();
        }
    }

    static final class IsBlocks implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TaskReference.class).isOneOf(Task.BLOCKS);
        }
    }

    static final class MakesImageViews implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            final var images = i.getConstant(input -> input.getInTableSpec(0)
                .map(spec -> Features.mayHaveImages(spec, LabelColumn.detect(spec).orElse(null))).orElse(true));
            final var task = i.getEnum(TaskReference.class);
            return task.isOneOf(Task.IMAGE).or(task.isOneOf(Task.AUTOMATIC).and(images));
        }
    }

    static final class UsualShare implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 60.0;
        }
    }

    EncodedColumnsParameters m_columns = new EncodedColumnsParameters();

    @Widget(title = "Pretext task",
        description = "How rows are changed, and what an encoder has to find out about them.")
    @ChoicesProvider(Tasks.class)
    @ValueReference(TaskReference.class)
    @Layout(TaskSection.class)
    Task m_task = Task.AUTOMATIC;

    @Widget(title = BLOCKS_TITLE, description = "Into how many overlapping blocks the columns are divided.")
    @NumberInputWidget(minValidation = AtLeast2.class, maxValidation = AtMost100.class)
    @Effect(predicate = IsBlocks.class, type = EffectType.SHOW)
    @Layout(TaskSection.class)
    int m_blocks = PretextTask.DEFAULT_VIEWS;

    @Widget(title = "Mirror images", description = """
        Images may also be mirrored left to right. Switch it on for photos, but not for letters and digits.
        """)
    @Effect(predicate = MakesImageViews.class, type = EffectType.SHOW)
    @Layout(TaskSection.class)
    boolean m_flip;

    @Widget(title = SHARE_TITLE,
        description = """
            The percentage of cells, words or patches that are changed, or how strongly images are changed. If not set:
            60 for Corrupt, 30 for Mask and Swap, 50 for Blocks and images, 15 for words.
            """,
        advanced = true)
    @OptionalWidget(defaultProvider = UsualShare.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost100.class)
    @Layout(TaskSection.class)
    Optional<Double> m_share = Optional.empty();

    @Widget(title = EXAMPLES_TITLE, description = "How many rows the second output shows with their views.",
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMost100.class)
    @Layout(TaskSection.class)
    int m_examples = 5;

    @Widget(title = AppendedTexts.SEED, description = AppendedTexts.SEED_HELP, advanced = true)
    @Layout(TaskSection.class)
    long m_seed = 1;

    PretextGeneratorNodeParameters() {
        // the defaults above
    }

    PretextGeneratorNodeParameters(final NodeParametersInput input) {
        m_columns = new EncodedColumnsParameters(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        m_columns.validate();
        if (m_share.isPresent()) {
            Bounds.above0(SHARE_TITLE, m_share.get(), MOST);
        }
        Bounds.fromTo(BLOCKS_TITLE, m_blocks, 2, MOST);
        Bounds.fromTo(EXAMPLES_TITLE, m_examples, 1, MOST);
    }
}
