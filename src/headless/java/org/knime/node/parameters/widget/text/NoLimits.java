package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** What {@link TextInputWidget} says when nothing is said. */
final class NoLimits {

    private NoLimits() {
    }

    /** No placeholder that depends on anything. */
    abstract static class Placeholder implements StateProvider<String> {
    }

    /** No pattern that depends on anything. */
    abstract static class PatternProvider implements StateProvider<PatternValidation> {
    }

    /** No greatest length that depends on anything. */
    abstract static class MaxLengthProvider implements StateProvider<MaxLengthValidation> {
    }

    /** No least length that depends on anything. */
    abstract static class MinLengthProvider implements StateProvider<MinLengthValidation> {
    }
}
