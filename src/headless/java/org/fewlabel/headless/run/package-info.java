/** Executes workflows: loads them with their nodes, executes the nodes in order, and reports the result of each. */
package org.fewlabel.headless.run;
