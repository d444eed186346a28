package org.fewlabel.nodes.label;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.table.LabelCounts;
import org.fewlabel.table.LabelReference;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** What is known of how often each class occurs. */
public enum ClassDistribution {

    /** it is found from the data */
    @Label(value = "Estimate", description = "The class distribution is estimated from the data.")
    ESTIMATED,

    /** the user knows it */
    @Label(value = "Known class distribution", description = "You know it, for instance from all cases of last year.")
    GIVEN,

    /** nothing is done about it */
    @Label(value = "Ignore", description = "Predictions are used as they are.")
    NONE;

    /** The title of the setting. */
    public static final String TITLE = "Class distribution";

    /** What the setting is for. */
    public static final String DESCRIPTION = """
        Predictions are adjusted so that each class is about as frequent as it should be. A wrong distribution does more
        harm than none.
        """;

    /** The title of the setting of the known shares. */
    public static final String GIVEN_TITLE = "Known class distribution";

    /** What that setting is for. */
    public static final String GIVEN_DESCRIPTION = """
        The share of every class. To begin with, all classes that the label column is known to have, with equal shares.
        Shares are scaled so that they sum to 100 %.
        """;

    /** The title of one class with its share. */
    public static final String ELEMENT = "Class";

    /** The text of the button that adds a class. */
    public static final String ADD = "Add class";

    private static final double PERCENT = 100;

    /** In a dialog, the setting of the distribution. */
    public interface Reference extends ParameterReference<ClassDistribution> {
    }

    /** In a dialog, the setting of the known shares. */
    public interface GivenReference extends ParameterReference<ClassShareParameters[]> {
    }

    /**
     * @param shares as the user knows them
     * @return the same for the methods
     */
    public ClassPriors priors(final ClassShareParameters[] shares) {
        return switch (this) {
            case ESTIMATED -> new ClassPriors.Estimated();
            case NONE -> new ClassPriors.None();
            case GIVEN -> ClassShareParameters.given(shares);
        };
    }

    /** Offers the classes of the label column. */
    public static final class ClassChoices implements StringChoicesProvider {

        private Supplier<String> label;

        @Override
        public void init(final StateProviderInitializer initializer) {
            label = initializer.computeFromValueSupplier(LabelReference.class);
            StringChoicesProvider.super.init(initializer);
        }

        @Override
        public List<String> choices(final NodeParametersInput input) {
            return LabelCounts.classes(input, label.get());
        }
    }

    /** Lists all classes with equal shares once the user knows the distribution, unless there are some already. */
    public static final class AllClasses implements StateProvider<ClassShareParameters[]> {

        private Supplier<ClassDistribution> distribution;

        private Supplier<ClassShareParameters[]> given;

        private Supplier<String> label;

        @Override
        public void init(final StateProviderInitializer initializer) {
            distribution = initializer.computeFromValueSupplier(Reference.class);
            given = initializer.getValueSupplier(GivenReference.class);
            label = initializer.getValueSupplier(LabelReference.class);
        }

        @Override
        public ClassShareParameters[] computeState(final NodeParametersInput input) {
            final var present = given.get();
            if (distribution.get() != GIVEN || present != null && present.length > 0) {
                return present == null ? new ClassShareParameters[0] : present;
            }
            final var classes = LabelCounts.classes(input, label.get());
            return classes.stream()
                .map(name -> new ClassShareParameters(name, Math.round(PERCENT * PERCENT / classes.size()) / PERCENT))
                .toArray(ClassShareParameters[]::new);
        }
    }

    /** A class that is added: the first of the label column that has no share yet, with what is left of 100 %. */
    public static final class NextClass implements StateProvider<ClassShareParameters> {

        private Supplier<ClassShareParameters[]> given;

        private Supplier<String> label;

        @Override
        public void init(final StateProviderInitializer initializer) {
            given = initializer.computeFromValueSupplier(GivenReference.class);
            label = initializer.computeFromValueSupplier(LabelReference.class);
            initializer.computeBeforeOpenDialog();
        }

        @Override
        public ClassShareParameters computeState(final NodeParametersInput input) {
            final var present = given.get() == null ? new ClassShareParameters[0] : given.get();
            final var named = Arrays.stream(present).map(share -> share.m_class).toList();
            final var left = PERCENT - Arrays.stream(present).mapToDouble(share -> share.m_share).sum();
            return new ClassShareParameters(
                LabelCounts.classes(input, label.get()).stream().filter(name -> !named.contains(name)).findFirst()
                    .orElse(""),
                left > 0 ? left : 0);
        }
    }
}
