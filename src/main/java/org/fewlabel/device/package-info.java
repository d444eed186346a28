/**
 * The resources of the machine: threads, memory, native libraries, progress and cancellation. Knows no KNIME. Long work
 * reports and checks for cancellation by {@link org.fewlabel.device.Progress} and is shared by the threads of
 * {@link org.fewlabel.device.Workers}. {@link org.fewlabel.device.UserMessageException} carries a message to the user.
=======
 * The resources of the machine: threads, memory, native libraries, progress and cancel. It does not depend on KNIME.
 * {@link org.fewlabel.device.Progress} reports and tells of a cancel; {@link org.fewlabel.device.Workers} are the
 * threads that share work; {@link org.fewlabel.device.UserMessageException} carries a message to the user.
>>>>>>> theirs
 */
package org.fewlabel.device;
