/**
 * The resources of the machine: threads, memory, native libraries, progress and cancellation. Knows no KNIME. Long work
 * reports and checks for cancellation by {@link org.fewlabel.device.Progress} and is shared by the threads of
 * {@link org.fewlabel.device.Workers}. {@link org.fewlabel.device.UserMessageException} carries a message to the user.
 */
package org.fewlabel.device;
