/** The declaration of a node's dialog: parameters, their titles and their inputs. */
package org.knime.node.parameters;
