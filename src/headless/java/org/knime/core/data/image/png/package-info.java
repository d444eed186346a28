/** Cells that hold pictures in the format PNG. */
package org.knime.core.data.image.png;
