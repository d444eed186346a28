package org.knime.node.parameters.widget.choices;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The possible values of a text field, an enum field or a filter. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ChoicesProvider {

    /** @return gives the values; it needs a constructor without arguments */
    @SuppressWarnings("rawtypes")
    Class<? extends ChoicesStateProvider> value();
}
