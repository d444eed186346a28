package org.knime.core.data;

/** A fuzzy interval: a core interval and the support around it. */
public interface FuzzyIntervalValue extends DataValue {

    /** @return the left end of the support */
    double getMinSupport();

    /** @return the left end of the core */
    double getMinCore();

    /** @return the right end of the core */
    double getMaxCore();

    /** @return the right end of the support */
    double getMaxSupport();

    /** @return the center of gravity */
    double getCenterOfGravity();
}
