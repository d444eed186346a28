/**
 * Compares the stand-in for KNIME, and the plug-in, with lists of KNIME's real API of two versions.
 *
 * <p>The lists in {@code src/test/resources/knime-api} have only the lines that the tests need: those of the classes
 * that the stand-in has or the plug-in refers to, and of their ancestors. If the stand-in or the plug-in needs
 * another class, the tests fail; {@link org.fewlabel.headless.api.RefreshKnimeApi} then writes new lists from full
 * ones.
 */
package org.fewlabel.headless.api;
