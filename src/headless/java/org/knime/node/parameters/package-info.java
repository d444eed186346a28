/** What a node's dialog is declared with: parameters, their titles and their inputs. */
package org.knime.node.parameters;
