/** The plain cells: text, numbers, true and false; and the plain row. */
package org.knime.core.data.def;
