/**
 * The resources of the machine: threads, memory, native libraries, progress and cancel. It does not depend on KNIME.
 * {@link org.fewlabel.device.Progress} reports and tells of a cancel; {@link org.fewlabel.device.Workers} are the
 * threads that share work; {@link org.fewlabel.device.UserMessageException} carries a message to the user.
 */
package org.fewlabel.device;
