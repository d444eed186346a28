package org.fewlabel.headless.slice.store;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.container.DataContainerSettings;

/**
 * Learns the domain of one column from its cells: all values of nominal ones while they are few, bounds of bounded
 * ones.
 */
final class DomainTracker {

    private final DataColumnSpec column;

    private final DataContainerSettings settings;

    private final boolean bounded;

    private final DataValueComparator order;

    private final Set<DataCell> values;

    private boolean tooMany;

    private DataCell lower;

    private DataCell upper;

    DomainTracker(final DataColumnSpec column, final DataContainerSettings settings) {
        this.column = column;
        this.settings = settings;
        final var learns = settings.isEnableDomainUpdate();
        bounded = learns && column.getType().isCompatible(BoundedValue.class);
        order = column.getType().getComparator();
        final var domain = column.getDomain();
        values = learns && column.getType().isCompatible(NominalValue.class) ? new LinkedHashSet<>() : null;
        if (settings.isInitializeDomain()) {
            if (values != null && domain.hasValues()) {
                values.addAll(domain.getValues());
            }
            lower = domain.getLowerBound();
            upper = domain.getUpperBound();
        }
    }

    void add(final DataCell cell) {
        if (cell.isMissing()) {
            return;
        }
        if (values != null && !tooMany && values.add(cell) && values.size() > settings.getMaxDomainValues()) {
            tooMany = true;
            values.clear();
        }
        if (bounded && !(cell instanceof DoubleValue number && Double.isNaN(number.getDoubleValue()))) {
            if (lower == null || order.compare(cell, lower) < 0) {
                lower = cell;
            }
            if (upper == null || order.compare(cell, upper) > 0) {
                upper = cell;
            }
        }
    }

    DataColumnSpec describe() {
        final var domain = settings.isInitializeDomain() ? new DataColumnDomainCreator(column.getDomain())
            : new DataColumnDomainCreator();
        if (values != null) {
            domain.setValues(tooMany ? null : values);
        }
        if (bounded) {
            domain.setLowerBound(lower);
            domain.setUpperBound(upper);
        }
        final var described = new DataColumnSpecCreator(column);
        described.setDomain(domain.createDomain());
        return described.createSpec();
    }
}
