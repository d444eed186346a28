package org.knime.core.data;

/** A fuzzy number: a core and the support around it. */
public interface FuzzyNumberValue extends DataValue {

    /** @return the left end of the support */
    double getMinSupport();

    /** @return the core */
    double getCore();

    /** @return the right end of the support */
    double getMaxSupport();
}
