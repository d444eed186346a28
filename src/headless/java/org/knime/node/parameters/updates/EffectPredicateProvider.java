package org.knime.node.parameters.updates;

import java.util.function.Predicate;

import org.fewlabel.headless.node.dialog.Condition;
import org.knime.node.parameters.NodeParametersInput;

/** Makes the condition of an {@link Effect} from the values of other fields. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /** @return the condition */
    EffectPredicate init(PredicateInitializer i);

    /** Gives access to the values of the dialog. */
    interface PredicateInitializer {

        /** @return conditions on a text field */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /** @return conditions on a boolean field */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /** @return conditions on an array field */
        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /** @return conditions on an enum field */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /** @return whether no field of the dialog has the reference */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /** @return a condition on the node's input alone */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** @return a condition that does not hold */
        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** @return a condition that holds */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /** @return the condition of another provider */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        /** @return the condition of another provider */
        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /** Conditions on a text field. */
        interface StringReference {

            /** @return whether the text equals the value */
            EffectPredicate isEqualTo(String value);

            /** @return whether some part of the text matches the regular expression */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a boolean field. */
        interface BooleanReference {

            /** @return whether the field is true */
            EffectPredicate isTrue();

            /** @return whether the field is false */
            EffectPredicate isFalse();
        }

        /**
         * Conditions on an enum field.
         *
         * @param <E> the type of the field
         */
        interface EnumReference<E extends Enum<E>> {

            /** @return whether the field has one of the values */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** Conditions on an array field. */
        interface ArrayReference {

            /** @return whether the array has at least two elements */
            EffectPredicate hasMultipleItems();

            /** @return whether the condition holds for the fields of at least one element */
            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }
    }

    /** @return holds where all hold */
    default EffectPredicate and(final EffectPredicate... predicates) {
        return Condition.all(predicates);
    }

    /** @return holds where the other does not */
    default EffectPredicate not(final EffectPredicate predicate) {
        return Condition.not(predicate);
    }

    /** @return holds where at least one holds */
    default EffectPredicate or(final EffectPredicate... predicates) {
        return Condition.any(predicates);
    }
}
