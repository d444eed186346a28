/** Settings that also know cells and column types. */
package org.knime.core.node.config;
