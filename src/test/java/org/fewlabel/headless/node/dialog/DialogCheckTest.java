package org.fewlabel.headless.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.fewlabel.headless.node.PortsInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

class DialogCheckTest {

    private static final NodeParametersInput INPUT = PortsInput
        .ofTables(new DataTableSpec(new String[]{"a"}, new DataType[]{DoubleCell.TYPE}));

    enum Mode {
        @Label("One")
        ONE, @Label(value = "Two", description = "d")
        TWO
    }

    static final class On implements BooleanReference {
    }

    static final class Good implements NodeParameters {
        @Widget(title = "On", description = "d")
        @ValueReference(On.class)
        boolean m_on;

        @Widget(title = "Mode", description = "<b>d</b>")
        @Effect(predicate = On.class, type = EffectType.SHOW)
        Mode m_mode = Mode.ONE;

        @Widget(title = "k", description = "d")
        @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
        Optional<Integer> m_k = Optional.of(1);

        int m_version = 1;
    }

    @Test
    void goodParametersHaveNoProblem() {
        assertThat(DialogCheck.problems(Good.class, INPUT, "version")).isEmpty();
    }

    @Test
    void fieldThatIsHiddenOnPurposeMustBeNamed() {
        assertThat(DialogCheck.problems(Good.class, INPUT)).singleElement().asString().contains("version")
            .contains("no @Widget");
    }

    static final class Hundred extends MaxValidation {

        @Override
        protected double getMax() {
            return 100;
        }
    }

    static final class ComputedHundred implements StateProvider<MaxValidation> {

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        public MaxValidation computeState(final NodeParametersInput input) {
            return new Hundred();
        }
    }

    static final class TwoMaxima implements NodeParameters {
        @Widget(title = "t", description = "d")
        @NumberInputWidget(maxValidation = Hundred.class, maxValidationProvider = ComputedHundred.class)
        int m_a = 1;
    }

    static final class Private implements NodeParameters {
        @Widget(title = "t", description = "d")
        private int m_a = 1;

        int unread() {
            return m_a;
        }
    }

    static final class Silent implements NodeParameters {
        @Widget(title = " ", description = "")
        int m_a;
    }

    static final class Malformed implements NodeParameters {
        @Widget(title = "t", description = "a < b")
        int m_a;
    }

    static final class Twins implements NodeParameters {
        @Widget(title = "t", description = "d")
        int m_a;
        @Widget(title = "t", description = "d")
        int m_b;
    }

    static final class Unlabeled implements NodeParameters {
        enum Bare {
            A
        }

        @Widget(title = "t", description = "d")
        Bare m_a = Bare.A;
    }

    static final class Dangling implements NodeParameters {
        @Widget(title = "t", description = "d")
        @Effect(predicate = On.class, type = EffectType.SHOW)
        int m_a;
    }

    static final class TextRef implements ParameterReference<String> {
    }

    static final class Mistyped implements NodeParameters {
        @Widget(title = "t", description = "d")
        @ValueReference(TextRef.class)
        int m_a;
    }

    static final class Ambiguous implements NodeParameters {
        @Widget(title = "t", description = "d")
        @ValueReference(TextRef.class)
        String m_a = "";
        @Widget(title = "u", description = "d")
        @ValueReference(TextRef.class)
        String m_b = "";
    }

    static final class BrokenChoices implements StringChoicesProvider {
    }

    static final class Unchoosable implements NodeParameters {
        @Widget(title = "t", description = "d")
        @ChoicesProvider(BrokenChoices.class)
        String m_a = "";
    }

    static final class BeyondLimit implements NodeParameters {
        @Widget(title = "t", description = "d")
        @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
        int m_a;
    }

    static final class Unsaveable implements NodeParameters {
        @Widget(title = "t", description = "d")
        List<String> m_a = List.of();
    }

    static final class NullEnum implements NodeParameters {
        @Widget(title = "t", description = "d")
        Mode m_a;
    }

    static final class Unsuitable implements NodeParameters {
        @Widget(title = "t", description = "d")
        @ValueSwitchWidget
        boolean m_switch;

        @Widget(title = "u", description = "d")
        ColumnFilter m_columns = new ColumnFilter();

        @Widget(title = "v", description = "d")
        @ChoicesProvider(Words.class)
        ColumnFilter m_words = new ColumnFilter();

        @Widget(title = "w", description = "d")
        @ChoicesProvider(Words.class)
        Mode m_mode = Mode.ONE;
    }

    static final class HiddenPlace implements NodeParameters {
        @Advanced
        interface Place {
        }

        @Widget(title = "t", description = "d")
        @Layout(Place.class)
        int m_a;
    }

    static final class Words implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput context) {
            return List.of("a");
        }
    }

    static final class BrokenGuess implements NodeParameters {
        @Widget(title = "t", description = "d")
        int m_a;

        BrokenGuess() {
        }

        BrokenGuess(final NodeParametersInput input) {
            m_a = input.getInTableSpecs().length / 0;
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(Arguments.of(Private.class, "m_a is private"),
            Arguments.of(Silent.class, "a has no title"), Arguments.of(Silent.class, "a has no description"),
            Arguments.of(Malformed.class, "not well-formed"),
            Arguments.of(Twins.class, "Two controls have the title t"),
            Arguments.of(Unlabeled.class, "The choice A of a has no @Label"),
            Arguments.of(Dangling.class, "No field has @ValueReference(On.class)"),
            Arguments.of(Mistyped.class, "TextRef is declared for [class java.lang.String]"),
            Arguments.of(Ambiguous.class, "TextRef stands at Ambiguous.m_a and at Ambiguous.m_b"),
            Arguments.of(Unchoosable.class, "must implement choices"),
            Arguments.of(BeyondLimit.class, "The default of a, 0, exceeds its own limit"),
            Arguments.of(TwoMaxima.class, "The number a has both a constant and a computed maximum."),
            Arguments.of(Unsaveable.class, "cannot be saved"),
            Arguments.of(NullEnum.class, "cannot be loaded once they were saved"),
            Arguments.of(Unsuitable.class, "@ValueSwitchWidget does not suit the type of switch, Boolean"),
            Arguments.of(Unsuitable.class, "Nothing can be chosen at columns"),
            Arguments.of(Unsuitable.class, "Words at words must be a ColumnChoicesProvider"),
            Arguments.of(Unsuitable.class, "Words at mode must be an EnumChoicesProvider of Mode"),
            Arguments.of(HiddenPlace.class, "The part Place of the dialog is never hidden"),
            Arguments.of(BrokenGuess.class, "The constructor with an input fails"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void problemIsFound(final Class<? extends NodeParameters> type, final String problem) {
        assertThat(DialogCheck.problems(type, INPUT)).anyMatch(text -> text.contains(problem));
    }
}
