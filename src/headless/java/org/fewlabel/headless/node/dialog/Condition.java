package org.fewlabel.headless.node.dialog;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.knime.node.parameters.updates.EffectPredicate;

/**
 * The implementation of a dialog's conditions, evaluated when needed.
 *
 * @param question evaluated with the current values of the dialog
 */
public record Condition(BooleanSupplier question) implements EffectPredicate {

    /** @return holds where all hold */
    public static EffectPredicate all(final EffectPredicate... predicates) {
        return new Condition(() -> Stream.of(predicates).allMatch(Condition::holds));
    }

    /** @return holds where at least one holds */
    public static EffectPredicate any(final EffectPredicate... predicates) {
        return new Condition(() -> Stream.of(predicates).anyMatch(Condition::holds));
    }

    /** @return holds where the other does not */
    public static EffectPredicate not(final EffectPredicate predicate) {
        return new Condition(() -> !holds(predicate));
    }

    /**
     * @return whether the condition holds now
     * @throws IllegalArgumentException if it was not made by a dialog
     */
    public static boolean holds(final EffectPredicate predicate) {
        if (predicate instanceof Condition condition) {
            return condition.question.getAsBoolean();
        }
        throw new IllegalArgumentException("A condition of a dialog must come from its PredicateInitializer, not from "
            + (predicate == null ? null : predicate.getClass().getName()));
    }
}
