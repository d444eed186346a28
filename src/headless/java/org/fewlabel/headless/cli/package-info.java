/** The command line: KNIME's batch application and a few options more; what it prints and its exit codes. */
package org.fewlabel.headless.cli;
