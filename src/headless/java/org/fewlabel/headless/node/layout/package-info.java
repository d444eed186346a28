/** The layout of the parameters in the dialog: sections, their nesting and their order. */
package org.fewlabel.headless.node.layout;
