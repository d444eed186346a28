/** Where the fields of parameters stand in the dialog: parts, what lies in which, and what comes first. */
package org.fewlabel.headless.node.layout;
