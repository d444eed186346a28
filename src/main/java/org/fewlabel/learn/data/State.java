package org.fewlabel.learn.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.device.UserMessageException;

/**
 * The serializable state of a fitted model: named numbers, texts and arrays, in insertion order. It is read from model
 * ports and therefore not trusted: the getters check that an entry exists and has its type and (if given) its length
 * and range. Every failure is an {@link UserMessageException} whose message names the entry.
 * <p>
 * Only these types of values are allowed: {@link Integer}, {@link Double} (finite), {@link String},
 * {@code int[]}, {@code float[]}, {@code double[]}, {@code String[]} (without {@code null}) and {@link State}. Arrays
 * are not copied.
 */
public final class State {

    private final Map<String, Object> entries = new LinkedHashMap<>();

    /** @return all entries in insertion order, unmodifiable */
    public Map<String, Object> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /**
     * @param name of the entry, not used yet
     * @param value of one of the types above
     * @return this
     * @throws UserMessageException if the name is taken, or the value is of another type or not finite
     */
    public State put(final String name, final Object value) {
        final var valid = value instanceof Integer || value instanceof Double d && Double.isFinite(d)
            || value instanceof String || value instanceof int[] || value instanceof float[]
            || value instanceof double[] || value instanceof String[] s && hasNoNull(s) || value instanceof State;
        if (!valid) {
            throw damaged(name, "has a value of no known type or range");
        }
        if (entries.putIfAbsent(name, value) != null) {
            throw damaged(name, "is there twice");
        }
        return this;
    }

    /** @return the whole number */
    public int integer(final String name) {
        return get(name, Integer.class, "a whole number");
    }

    /** @return the whole number, checked to be within the bounds (inclusive) */
    public int integer(final String name, final int min, final int max) {
        final var value = integer(name);
        if (value < min || value > max) {
            throw damaged(name, "is " + value + ", not within " + min + " and " + max);
        }
        return value;
    }

    /** @return the finite number */
    public double number(final String name) {
        return get(name, Double.class, "a number");
    }

    /** @return the finite number, checked to be within the bounds (inclusive) */
    public double number(final String name, final double min, final double max) {
        final var value = number(name);
        if (!(value >= min && value <= max)) {
            throw damaged(name, "is " + value + ", not within " + min + " and " + max);
        }
        return value;
    }

    /** @return the text */
    public String text(final String name) {
        return get(name, String.class, "a text");
    }

    /** @return the nested state */
    public State state(final String name) {
        return get(name, State.class, "a state");
    }

    /** @return the texts; their number is {@code length}, or any if it is -1 */
    public String[] texts(final String name, final long length) {
        final var value = get(name, String[].class, "texts");
        checkLength(name, value.length, length);
        return value;
    }

    /** @return the whole numbers, each within the bounds (inclusive); their number is {@code length}, or any if -1 */
    public int[] integers(final String name, final long length, final int min, final int max) {
        final var values = get(name, int[].class, "whole numbers");
        checkLength(name, values.length, length);
        for (final var value : values) {
            if (value < min || value > max) {
                throw damaged(name, "holds " + value + ", not within " + min + " and " + max);
            }
        }
        return values;
    }

    /** @return the finite numbers; their number is {@code length}, or any if it is -1 */
    public double[] numbers(final String name, final long length) {
        final var values = get(name, double[].class, "numbers");
        checkLength(name, values.length, length);
        for (final var value : values) {
            if (!Double.isFinite(value)) {
                throw damaged(name, "holds " + value);
            }
        }
        return values;
    }

    /**
     * @return numbers that are finite or NaN (missing), never infinite; their number is {@code length}, or any if -1
     */
    public float[] floatsOrMissing(final String name, final long length) {
        final var values = get(name, float[].class, "small numbers");
        checkLength(name, values.length, length);
        for (final var value : values) {
            if (Float.isInfinite(value)) {
                throw damaged(name, "holds " + value);
            }
        }
        return values;
    }

    private <T> T get(final String name, final Class<T> type, final String what) {
        final var value = entries.get(name);
        if (value == null) {
            throw damaged(name, "is missing");
        }
        if (!type.isInstance(value)) {
            throw damaged(name, "is not " + what);
        }
        return type.cast(value);
    }

    private static void checkLength(final String name, final int length, final long wanted) {
        if (wanted >= 0 && length != wanted) {
            throw damaged(name, "has " + length + " values, not " + wanted);
        }
    }

    private static boolean hasNoNull(final String[] texts) {
        for (final var text : texts) {
            if (text == null) {
                return false;
            }
        }
        return true;
    }

    private static UserMessageException damaged(final String name, final String problem) {
        return new UserMessageException("The stored model is damaged: \"" + name + "\" " + problem + ".");
    }
}
