/**
 * Starts the OSGi framework that the plug-in needs and passes the command line to the runner inside it. The only
 * package of the runner that is loaded outside OSGi; it sees neither KNIME's API nor the rest of the runner.
 */
package org.fewlabel.headless.launch;
