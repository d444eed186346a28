package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link Before}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface BeforeAll {

    Before[] value();
}
