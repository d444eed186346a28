/**
 * Holds the stand-in for KNIME, and the plug-in, against lists of KNIME's real API of two versions.
 *
 * <p>The lists in {@code src/test/resources/knime-api} have only the lines that the tests need: those of the classes
 * that the stand-in has or the plug-in refers to, and of their ancestors. When the stand-in or the plug-in comes to
 * need another class, the tests say so; {@link org.fewlabel.headless.api.RefreshKnimeApi} then makes the lists anew
 * from full ones.
 */
package org.fewlabel.headless.api;
