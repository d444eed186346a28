/**
 * The methods. They see arrays, never a table: no KNIME, no OSGi, no file system. They are given threads
 * ({@link org.fewlabel.device.Workers}) and somebody to report to ({@link org.fewlabel.device.Progress}).
 */
package org.fewlabel.learn;
