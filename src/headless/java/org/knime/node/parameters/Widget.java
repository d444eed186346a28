package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows a field in the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Inherited
public @interface Widget {

    /** @return the label above the control */
    String title();

    /** @return what the parameter means; shown as help and in the node description */
    String description();

    /** @return whether the control is hidden until advanced settings are shown */
    boolean advanced() default false;
}
