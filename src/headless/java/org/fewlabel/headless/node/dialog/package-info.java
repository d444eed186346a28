/** The dialog that a node's parameters declare: controls, sections, choices, conditions and checks. */
package org.fewlabel.headless.node.dialog;
