/** Cells that hold bits, as chemists' fingerprints are. */
package org.knime.core.data.vector.bitvector;
