package org.knime.node.parameters.widget.choices.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The headings of the two lists of a filter. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TwinlistWidget {

    /** @return the heading of what is chosen; empty for the usual one */
    String includedLabel() default "";

    /** @return the heading of what is not chosen; empty for the usual one */
    String excludedLabel() default "";
}
