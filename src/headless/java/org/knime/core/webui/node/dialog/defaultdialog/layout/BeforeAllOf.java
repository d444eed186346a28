package org.knime.core.webui.node.dialog.defaultdialog.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.layout.Before;

/** Holds several {@link Before}. The compiler refers to it wherever a part has more than one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BeforeAllOf {

    /** @return the annotations */
    Before[] value();
}
