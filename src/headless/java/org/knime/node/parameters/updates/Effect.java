package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a field, group or section while a condition holds. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /** What happens while the condition holds; otherwise the contrary does. */
    enum EffectType {
        /** can be edited */
        ENABLE,
        /** cannot be edited */
        DISABLE,
        /** is visible */
        SHOW,
        /** is not visible */
        HIDE
    }

    /** @return the condition; the class needs a constructor without arguments */
    Class<? extends EffectPredicateProvider> predicate();

    /** @return what happens while the condition holds */
    EffectType type();
}
