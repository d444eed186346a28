package org.fewlabel.headless.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.fewlabel.headless.slice.NodeFacts.Check;
import org.fewlabel.headless.slice.NodeFacts.Check.Kind;
import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation.HasAtMaxOneCharValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotEmptyValidation;

class LimitsTest {

    static final class Trimmed extends PatternValidation {

        @Override
        protected String getPattern() {
            return "\\S(.*\\S)?";
        }
    }

    static final class BelowOne extends MaxValidation {

        @Override
        protected double getMax() {
            return 1;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    static final class Parameters implements NodeParameters {
        @Widget(title = "Share", description = "d")
        @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = BelowOne.class)
        double m_share;

        @Widget(title = "Count", description = "d")
        @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
        Optional<Integer> m_count = Optional.empty();

        @Widget(title = "Name", description = "d")
        @TextInputWidget(patternValidation = Trimmed.class)
        String m_name;

        @Widget(title = "Letter", description = "d")
        @TextInputWidget(patternValidation = IsNotBlankValidation.class,
            minLengthValidation = IsNotEmptyValidation.class, maxLengthValidation = HasAtMaxOneCharValidation.class)
        String m_letter;

        @Widget(title = "Anything", description = "d")
        @TextInputWidget
        String m_anything;
    }

    private static Control control(final String key) {
        return Dialog.of(Parameters.class).controls().stream().filter(c -> c.toString().equals(key)).findFirst()
            .orElseThrow();
    }

    private static Optional<String> exceeded(final String key, final Object value) {
        return Limits.exceeded(control(key), value);
    }

    @Test
    void numbersHaveBoundsThatMayBeForbiddenThemselves() {
        assertThat(Limits.of(control("share"))).containsExactly(
            new Check(Kind.MIN, "0", true, "Enter a number above 0."),
            new Check(Kind.MAX, "1", true, "Enter a number below 1."));
        assertThat(exceeded("share", 0.5)).isEmpty();
        assertThat(exceeded("share", 0.0)).contains("Enter a number above 0.");
        assertThat(exceeded("share", 1.0)).contains("Enter a number below 1.");
        assertThat(exceeded("count", Optional.of(0))).isEmpty();
        assertThat(exceeded("count", Optional.of(-1))).contains("Enter a number of at least 0.");
        assertThat(exceeded("count", Optional.empty())).isEmpty();
    }

    @Test
    void textHasAFormAndALength() {
        assertThat(exceeded("name", "a b")).isEmpty();
        assertThat(exceeded("name", " a")).isPresent();
        assertThat(exceeded("letter", "x")).isEmpty();
        assertThat(exceeded("letter", "xy")).contains("Enter a text of at most 1 character.");
        assertThat(exceeded("letter", " ")).contains("Enter a text; blanks alone are not enough.");
        assertThat(Limits.of(control("letter"))).extracting(Check::kind).containsExactly(Kind.PATTERN, Kind.MIN_LENGTH,
            Kind.MAX_LENGTH);
        assertThat(Limits.of(control("anything"))).isEmpty();
    }
}
