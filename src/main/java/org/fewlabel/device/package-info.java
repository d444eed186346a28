/**
 * What the machine gives: threads, memory, progress and cancel. Knows no KNIME. {@link org.fewlabel.device.Progress} is
 * how long work reports and learns of a cancel; {@link org.fewlabel.device.Workers} are the threads that share it.
 */
package org.fewlabel.device;
