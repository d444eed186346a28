package org.fewlabel.nodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.table.Features;
import org.fewlabel.table.LabelReference;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** Conditions on the input under which settings have an effect. If it is unknown, all settings are shown. */
public final class InputPredicates {

    private InputPredicates() {
    }

    private static boolean hasEncoder(final NodeParametersInput input) {
        return Arrays.asList(input.getInPortTypes()).contains(EncoderPortObject.TYPE);
    }

    /** The setting whether there is a label column, where it is optional. */
    public interface HasLabelReference extends ParameterReference<Boolean> {
    }

    /** Holds if an encoder is connected. */
    public static final class HasEncoder implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(InputPredicates::hasEncoder);
        }
    }

    /** Holds if no encoder is connected. */
    public static final class HasNoEncoder implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> !hasEncoder(input));
        }
    }

    /** Holds if the table has a string column that may be a feature, and no encoder decides which are. */
    public static final class ReadsStrings implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            final List<String> strings = new ArrayList<>();
            // the predicate is tested here and now, and leaves the names behind: only one of them can be the label
            final var several = i.getConstant(input -> {
                final var spec = input.getInTableSpec(0);
                spec.ifPresent(table -> strings.addAll(Features.strings(table)));
                return !hasEncoder(input) && (spec.isEmpty() || strings.size() > 1);
            });
            if (strings.size() != 1) {
                return several;
            }
            final var isLabel = i.getString(LabelReference.class).isEqualTo(strings.get(0));
            final var isFeature = i.isMissing(HasLabelReference.class) ? not(isLabel)
                : or(not(isLabel), i.getBoolean(HasLabelReference.class).isFalse());
            return i.getPredicate(HasNoEncoder.class).and(isFeature);
        }
    }
}
