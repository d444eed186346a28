package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The part of the dialog comes before another one. */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BeforeAll.class)
@Target(ElementType.TYPE)
public @interface Before {

    /** @return the part that comes later */
    Class<?> value();
}
