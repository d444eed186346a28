package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** What {@link NumberInputWidget} says when nothing is said. */
final class NoBounds {

    private NoBounds() {
    }

    /** No lower bound but that of the type. */
    abstract static class Min extends MinValidation {
    }

    /** No upper bound but that of the type. */
    abstract static class Max extends MaxValidation {
    }

    /** No lower bound that depends on anything. */
    abstract static class MinProvider implements StateProvider<MinValidation> {
    }

    /** No upper bound that depends on anything. */
    abstract static class MaxProvider implements StateProvider<MaxValidation> {
    }
}
