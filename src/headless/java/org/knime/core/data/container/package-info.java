/** Containers that collect rows into tables, and the means to change columns of a table. */
package org.knime.core.data.container;
