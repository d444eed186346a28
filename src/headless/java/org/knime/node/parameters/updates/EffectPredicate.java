package org.knime.node.parameters.updates;

import org.fewlabel.headless.node.dialog.Condition;

/** A condition on the values of a dialog. Made by {@link EffectPredicateProvider.PredicateInitializer} only. */
public interface EffectPredicate {

    /** @return holds where both hold */
    default EffectPredicate and(final EffectPredicate other) {
        return Condition.all(this, other);
    }

    /** @return holds where at least one holds */
    default EffectPredicate or(final EffectPredicate other) {
        return Condition.any(this, other);
    }

    /** @return holds where this does not */
    default EffectPredicate negate() {
        return Condition.not(this);
    }
}
