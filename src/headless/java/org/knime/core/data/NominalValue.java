package org.knime.core.data;

/** A value out of a finite set; columns of such cells list their possible values in the table spec. */
public interface NominalValue extends DataValue {

    /** The general utility: this reading has neither a name nor an order of its own. */
    UtilityFactory UTILITY = new UtilityFactory();
}
