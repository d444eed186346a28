package org.fewlabel.headless.node.dialog;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.fewlabel.headless.node.reflect.Instances;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** Creates conditions on the values of a dialog. */
final class Conditions implements PredicateInitializer {

    private final Values values;

    private final NodeParametersInput input;

    Conditions(final Values values, final NodeParametersInput input) {
        this.values = values;
        this.input = input;
    }

    private static EffectPredicate on(final Supplier<Object> value, final Predicate<Object> test) {
        return new Condition(() -> test.test(value.get()));
    }

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        final var value = values.supplier(reference);
        return new StringReference() {

            @Override
            public EffectPredicate isEqualTo(final String expected) {
                return on(value, v -> expected.equals(v));
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                final var compiled = Pattern.compile(pattern);
                return on(value, v -> v != null && compiled.matcher((String)v).find());
            }
        };
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        final var value = values.supplier(reference);
        return new BooleanReference() {

            @Override
            public EffectPredicate isTrue() {
                return on(value, Boolean.TRUE::equals);
            }

            @Override
            public EffectPredicate isFalse() {
                return on(value, Boolean.FALSE::equals);
            }
        };
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        final var value = values.supplier(reference);
        return new EnumReference<>() {

            @Override
            @SafeVarargs
            @SuppressWarnings("varargs")
            public final EffectPredicate isOneOf(final E... constants) {
                final var expected = List.of(constants);
                return on(value, v -> v != null && expected.contains(v));
            }
        };
    }

    @Override
    public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
        final var value = values.supplier(reference);
        final Function<Object, Collection<?>> elements = v -> v == null ? List.of()
            : v instanceof Collection<?> c ? c : Arrays.asList((Object[])v);
        return new ArrayReference() {

            @Override
            public EffectPredicate hasMultipleItems() {
                return on(value, v -> elements.apply(v).size() > 1);
            }

            @Override
            public EffectPredicate containsElementSatisfying(final EffectPredicateProvider elementPredicate) {
                return on(value, v -> elements.apply(v).stream().anyMatch(element -> Condition
                    .holds(elementPredicate.init(new Conditions(new Values(element, values), input)))));
            }
        };
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !values.has(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        final boolean constant = predicate.test(input);
        return new Condition(() -> constant);
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateProviderClass) {
        return getPredicate(Instances.create(predicateProviderClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }
}
