/**
 * Workflows in KNIME's own file format: folders and {@code .knwf} archives, read as untrusted files. Nothing
 * outside the workflow's folder is read or written, sizes are bounded, and no name found in a file is ever loaded as a
 * class.
 */
package org.fewlabel.headless.workflow;
