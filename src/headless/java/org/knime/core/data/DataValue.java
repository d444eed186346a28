package org.knime.core.data;

/**
 * What a cell can be read as: a number, a text, a list. A cell implements one or more of these interfaces; the first
 * one it implements is its preferred reading.
 */
public interface DataValue {

    /** The utility of a value class that brings none of its own. */
    UtilityFactory UTILITY = new UtilityFactory();

    /** @return the cell behind this value, complete in memory */
    default DataCell materializeDataCell() {
        if (this instanceof DataCell cell) {
            return cell;
        }
        throw new IllegalStateException(
            getClass().getName() + " is a value but not a cell; it must say how to make one.");
    }

    /** What a value class knows about itself. */
    class UtilityFactory {

        /** For subclasses. */
        protected UtilityFactory() {
        }

        /** @return the natural order of the values, {@code null} if there is none */
        protected DataValueComparator getComparator() {
            return null;
        }
    }
}
