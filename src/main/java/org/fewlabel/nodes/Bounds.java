package org.fewlabel.nodes;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The limits of numbers in settings: as classes for the dialog, and as checks of loaded settings. */
public final class Bounds {

    private static final int MILLION = 1_000_000;

    private Bounds() {
    }

    /** From 2 up. */
    public static final class AtLeast2 extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** Up to 1. */
    public static final class AtMost1 extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    /** Up to 10. */
    public static final class AtMost10 extends MaxValidation {
        @Override
        protected double getMax() {
            return 10;
        }
    }

    /** Up to 100. */
    public static final class AtMost100 extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    /** Up to 1,000. */
    public static final class AtMost1000 extends MaxValidation {
        @Override
        protected double getMax() {
            return 1000;
        }
    }

    /** Up to 10,000. */
    public static final class AtMost10000 extends MaxValidation {
        @Override
        protected double getMax() {
            return 10_000;
        }
    }

    /** Up to 1,000,000. */
    public static final class AtMostMillion extends MaxValidation {
        @Override
        protected double getMax() {
            return MILLION;
        }
    }

    /** @throws InvalidSettingsException if the value is below the least or above the most, or is no number */
    public static void fromTo(final String setting, final Number value, final double least, final double most)
        throws InvalidSettingsException {
        check(value.doubleValue() >= least && value.doubleValue() <= most, setting,
            "from " + text(least) + " to " + text(most), value);
    }

    /** @throws InvalidSettingsException if the value is not above 0, or above the most, or is no number */
    public static void above0(final String setting, final Number value, final double most)
        throws InvalidSettingsException {
        check(value.doubleValue() > 0 && value.doubleValue() <= most, setting, "above 0 and at most " + text(most),
            value);
    }

    /** @throws InvalidSettingsException if the value is below the least */
    public static void atLeast(final String setting, final int value, final int least)
        throws InvalidSettingsException {
        check(value >= least, setting, "at least " + text(least), value);
    }

    /** @throws InvalidSettingsException unless the condition holds */
    public static void check(final boolean good, final String setting, final String range, final Number value)
        throws InvalidSettingsException {
        if (!good) {
            throw new InvalidSettingsException("\"" + setting + "\" must be " + range + ", not " + value + ".");
        }
    }

    private static String text(final double bound) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(BigDecimal.valueOf(bound));
    }
}
