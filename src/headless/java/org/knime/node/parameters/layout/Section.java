package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A part of the dialog with a heading. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /** @return the heading */
    String title() default "";

    /** @return what the parameters of the section have in common; shown in the node description */
    String description() default "";

    /** @return whether the section opens in a drawer of its own */
    boolean sideDrawer() default false;
}
