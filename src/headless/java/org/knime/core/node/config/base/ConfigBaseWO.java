package org.knime.core.node.config.base;

/**
 * Typed entries under keys, and such configs again: for writing. Adding under a key that is taken puts the new entry in
 * the place of the old one.
 */
public interface ConfigBaseWO {

    /** @return the key of this config in its parent */
    String getKey();

    /**
     * @param key the key of a new config
     * @return the config, empty
     */
    ConfigBase addConfigBase(String key);

    /**
     * @param key the key
     * @param value a truth value
     */
    void addBoolean(String key, boolean value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addBooleanArray(String key, boolean... values);

    /**
     * @param key the key
     * @param value a whole number of 8 bits
     */
    void addByte(String key, byte value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addByteArray(String key, byte... values);

    /**
     * @param key the key
     * @param value a character
     */
    void addChar(String key, char value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addCharArray(String key, char... values);

    /**
     * @param key the key
     * @param value a number
     */
    void addDouble(String key, double value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addDoubleArray(String key, double... values);

    /**
     * @param key the key
     * @param value a number of 32 bits
     */
    void addFloat(String key, float value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addFloatArray(String key, float... values);

    /**
     * @param key the key
     * @param value a whole number
     */
    void addInt(String key, int value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addIntArray(String key, int... values);

    /**
     * @param key the key
     * @param value a whole number of 64 bits
     */
    void addLong(String key, long value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addLongArray(String key, long... values);

    /**
     * @param key the key
     * @param value a whole number of 16 bits
     */
    void addShort(String key, short value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addShortArray(String key, short... values);

    /**
     * @param key the key
     * @param value a text or {@code null}
     */
    void addString(String key, String value);

    /**
     * @param key the key
     * @param values an array or {@code null}
     */
    void addStringArray(String key, String... values);
}
