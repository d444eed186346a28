package org.knime.node.parameters.validation;

/** A check that the dialog makes while the user types. Nothing but the dialog makes it. */
public interface BuiltinValidation {

    /** @return what the user reads when the check fails */
    String getErrorMessage();

    /** @return what the check needs to know */
    Object getParameters();
}
