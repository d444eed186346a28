package org.knime.node.parameters.updates;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The one implementation of conditions: a question that is asked when the dialog needs the answer.
 *
 * @param question is answered by the present values of the dialog
 */
record Condition(BooleanSupplier question) implements EffectPredicate {

    static EffectPredicate all(final EffectPredicate... predicates) {
        return new Condition(() -> Stream.of(predicates).allMatch(Condition::holds));
    }

    static EffectPredicate any(final EffectPredicate... predicates) {
        return new Condition(() -> Stream.of(predicates).anyMatch(Condition::holds));
    }

    static EffectPredicate not(final EffectPredicate predicate) {
        return new Condition(() -> !holds(predicate));
    }

    static boolean holds(final EffectPredicate predicate) {
        if (predicate instanceof Condition condition) {
            return condition.question.getAsBoolean();
        }
        throw new IllegalArgumentException("A condition of a dialog must come from its PredicateInitializer: "
            + (predicate == null ? null : predicate.getClass().getName()));
    }
}
