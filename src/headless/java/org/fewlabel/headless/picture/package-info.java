/** Draws a workflow as KNIME shows it: nodes at their places, ports, connections and annotations. */
package org.fewlabel.headless.picture;
