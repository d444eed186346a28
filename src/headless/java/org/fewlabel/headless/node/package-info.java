/**
 * Runs declared nodes: their parameters, their dialog and their model. It is part of the bundle
 * {@code org.knime.core.ui} of the stand-in.
 */
package org.fewlabel.headless.node;
