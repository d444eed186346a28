package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Hides a field, group or section of the dialog until advanced settings are shown. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}
