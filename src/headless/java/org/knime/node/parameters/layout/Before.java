package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.core.webui.node.dialog.defaultdialog.layout.BeforeAllOf;

/** The part of the dialog comes before another one. */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BeforeAllOf.class)
@Target(ElementType.TYPE)
public @interface Before {

    /** @return the part that comes later */
    Class<?> value();
}
