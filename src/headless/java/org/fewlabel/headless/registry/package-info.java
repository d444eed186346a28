/**
 * The known nodes. A node is created only if its factory is registered in a plug-in's plugin.xml or is one of the
 * runner's own stand-ins for KNIME's base nodes; the name that a workflow's file gives is only ever compared with
 * these.
 */
package org.fewlabel.headless.registry;
