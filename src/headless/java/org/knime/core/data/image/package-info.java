/** Cells that hold pictures. */
package org.knime.core.data.image;
