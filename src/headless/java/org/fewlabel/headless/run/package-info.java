/** Executes workflows: loads them with their nodes, executes the nodes in order, and tells how each went. */
package org.fewlabel.headless.run;
