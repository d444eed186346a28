/** Checks that the dialog makes while the user types. */
package org.knime.node.parameters.validation;
