/**
 * The doors into the stand-in for KNIME's core: for those who drive nodes, and need what KNIME's API keeps to itself.
 */
package org.fewlabel.headless.slice;
