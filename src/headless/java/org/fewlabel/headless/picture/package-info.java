/** Draws a workflow as the analyst sees it in KNIME: nodes at their places, ports, connections and annotations. */
package org.fewlabel.headless.picture;
