package org.fewlabel.nodes;

import java.math.BigDecimal;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Keeps a number that the dialog shows in percent as a share from 0 to 1. The conversion loses no digit. */
public abstract class PercentPersistor implements NodeParametersPersistor<Double> {

    private final String key;

    /** @param key of the stored share */
    protected PercentPersistor(final String key) {
        this.key = key;
    }

    /** @return the share as percent */
    public static double percent(final double share) {
        return Double.isFinite(share) ? BigDecimal.valueOf(share).movePointRight(2).doubleValue() : share;
    }

    /** @return the percent as a share */
    public static double share(final double percent) {
        return Double.isFinite(percent) ? BigDecimal.valueOf(percent).movePointLeft(2).doubleValue() : percent;
    }

    @Override
    public Double load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return percent(settings.getDouble(key));
    }

    @Override
    public void save(final Double percent, final NodeSettingsWO settings) {
        settings.addDouble(key, share(percent));
    }

    @Override
    public String[][] getConfigPaths() {
        return new String[][]{{key}};
    }
}
