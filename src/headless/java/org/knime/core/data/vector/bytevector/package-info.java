/** Cells that hold small counts at fixed places, as chemists' count fingerprints are. */
package org.knime.core.data.vector.bytevector;
