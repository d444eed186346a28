/** Cells that hold several numbers at fixed places, as the results of an encoder are. */
package org.knime.core.data.vector.doublevector;
