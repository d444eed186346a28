/** Tables as nodes see them: cells and their types, rows, columns and their specs. */
package org.knime.core.data;
