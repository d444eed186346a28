package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes how a field is saved. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {

    /** @return the key of the field in the settings; empty for the field's name without {@code m_} */
    String configKey() default "";

    /** @return whether the key is marked as internal by a suffix, so that it is hidden from flow variables */
    boolean hidden() default false;
}
