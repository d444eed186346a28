/** Tables as nodes see them: cells and their types, rows, columns and what is known of them. */
package org.knime.core.data;
