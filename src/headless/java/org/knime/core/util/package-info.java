/** Threads and keys. */
package org.knime.core.util;
