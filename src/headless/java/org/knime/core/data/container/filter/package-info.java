/** Parts of tables. */
package org.knime.core.data.container.filter;
