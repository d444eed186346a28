package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Puts a field, or every field of a class, into a part of the dialog. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    /** @return the part, for example an interface annotated as {@link Section} */
    Class<?> value();
}
