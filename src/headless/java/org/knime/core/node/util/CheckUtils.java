package org.knime.core.node.util;

import org.knime.core.node.InvalidSettingsException;

/** Checks that throw with a message, a format as of {@link String#format}. */
public final class CheckUtils {

    private CheckUtils() {
    }

    /**
     * @param predicate what must hold of an argument
     * @param msg what to say if it does not
     * @throws IllegalArgumentException if it does not hold
     */
    public static void checkArgument(final boolean predicate, final String msg) {
        if (!predicate) {
            throw new IllegalArgumentException(msg);
        }
    }

    /**
     * @param predicate what must hold of an argument
     * @param template what to say if it does not
     * @param templateArgs what to fill in
     * @throws IllegalArgumentException if it does not hold
     */
    public static void checkArgument(final boolean predicate, final String template, final Object... templateArgs) {
        if (!predicate) {
            throw new IllegalArgumentException(String.format(template, templateArgs));
        }
    }

    /**
     * @param <T> its type
     * @param value what must not be {@code null}
     * @return the value
     * @throws IllegalArgumentException if it is {@code null}
     */
    public static <T> T checkArgumentNotNull(final T value) {
        return checkArgumentNotNull(value, "Argument must not be null");
    }

    /**
     * @param <T> its type
     * @param value what must not be {@code null}
     * @param template what to say if it is
     * @param templateArgs what to fill in
     * @return the value
     * @throws IllegalArgumentException if it is {@code null}
     */
    public static <T> T checkArgumentNotNull(final T value, final String template, final Object... templateArgs) {
        checkArgument(value != null, template, templateArgs);
        return value;
    }

    /**
     * @param <T> its type
     * @param value what must not be {@code null}
     * @return the value
     * @throws NullPointerException if it is {@code null}
     */
    public static <T> T checkNotNull(final T value) {
        return checkNotNull(value, "Value must not be null");
    }

    /**
     * @param <T> its type
     * @param value what must not be {@code null}
     * @param msg what to say if it is
     * @return the value
     * @throws NullPointerException if it is {@code null}
     */
    public static <T> T checkNotNull(final T value, final String msg) {
        if (value == null) {
            throw new NullPointerException(msg);
        }
        return value;
    }

    /**
     * @param predicate what must hold of the settings
     * @param template what to say if it does not
     * @param templateArgs what to fill in
     * @throws InvalidSettingsException if it does not hold
     */
    public static void checkSetting(final boolean predicate, final String template, final Object... templateArgs)
        throws InvalidSettingsException {
        if (!predicate) {
            throw new InvalidSettingsException(String.format(template, templateArgs));
        }
    }

    /**
     * @param <T> its type
     * @param value a setting that must not be {@code null}
     * @param template what to say if it is
     * @param templateArgs what to fill in
     * @return the value
     * @throws InvalidSettingsException if it is {@code null}
     */
    public static <T> T checkSettingNotNull(final T value, final String template, final Object... templateArgs)
        throws InvalidSettingsException {
        checkSetting(value != null, template, templateArgs);
        return value;
    }

    /**
     * @param predicate what must hold of the state of things
     * @param msg what to say if it does not
     * @throws IllegalStateException if it does not hold
     */
    public static void checkState(final boolean predicate, final String msg) {
        if (!predicate) {
            throw new IllegalStateException(msg);
        }
    }

    /**
     * @param predicate what must hold of the state of things
     * @param template what to say if it does not
     * @param templateArgs what to fill in
     * @throws IllegalStateException if it does not hold
     */
    public static void checkState(final boolean predicate, final String template, final Object... templateArgs) {
        if (!predicate) {
            throw new IllegalStateException(String.format(template, templateArgs));
        }
    }
}
