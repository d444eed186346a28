package org.knime.node.parameters.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Loads a field, or every field of a class, from settings of an older form. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Migration {

    /** @return the class that knows the older forms; it needs a constructor without arguments */
    @SuppressWarnings("rawtypes")
    Class<? extends NodeParametersMigration> value();
}
