/** Cells that hold bytes of any kind. */
package org.knime.core.data.blob;
