/** What the machine gives: threads, memory, progress and cancel. Knows no KNIME. */
package org.fewlabel.device;
