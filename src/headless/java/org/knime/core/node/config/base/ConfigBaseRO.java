package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/**
 * Typed entries under keys, and such configs again: for reading. A getter without a default throws if there is no entry
 * of this key and type; a getter with a default gives the default. An array may have been {@code null}; it then reads
 * as {@code null}.
 */
public interface ConfigBaseRO extends Iterable<String> {

    /** @return the key of this config in its parent */
    String getKey();

    /** @return the keys of the entries, in the order in which they were added */
    Set<String> keySet();

    @Override
    Iterator<String> iterator();

    /**
     * @param key a key
     * @return whether there is an entry
     */
    boolean containsKey(String key);

    /**
     * @param key the key of a config
     * @return the config
     * @throws InvalidSettingsException if there is none
     */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /** @param config takes copies of all entries */
    void copyTo(ConfigBaseWO config);

    /**
     * Writes KNIME's XML and closes the stream.
     *
     * @param os takes the XML
     * @throws IOException if writing fails
     */
    void saveToXML(OutputStream os) throws IOException;

    /**
     * @param key the key of a truth value
     * @return the truth value
     * @throws InvalidSettingsException if there is none
     */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a truth value
     * @param def the default
     * @return the truth value, the default if there is none
     */
    boolean getBoolean(String key, boolean def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    boolean[] getBooleanArray(String key, boolean... def);

    /**
     * @param key the key of a whole number of 8 bits
     * @return the whole number of 8 bits
     * @throws InvalidSettingsException if there is none
     */
    byte getByte(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a whole number of 8 bits
     * @param def the default
     * @return the whole number of 8 bits, the default if there is none
     */
    byte getByte(String key, byte def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    byte[] getByteArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    byte[] getByteArray(String key, byte... def);

    /**
     * @param key the key of a character
     * @return the character
     * @throws InvalidSettingsException if there is none
     */
    char getChar(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a character
     * @param def the default
     * @return the character, the default if there is none
     */
    char getChar(String key, char def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    char[] getCharArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    char[] getCharArray(String key, char... def);

    /**
     * @param key the key of a number
     * @return the number
     * @throws InvalidSettingsException if there is none
     */
    double getDouble(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a number
     * @param def the default
     * @return the number, the default if there is none
     */
    double getDouble(String key, double def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    double[] getDoubleArray(String key, double... def);

    /**
     * @param key the key of a number of 32 bits
     * @return the number of 32 bits
     * @throws InvalidSettingsException if there is none
     */
    float getFloat(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a number of 32 bits
     * @param def the default
     * @return the number of 32 bits, the default if there is none
     */
    float getFloat(String key, float def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    float[] getFloatArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    float[] getFloatArray(String key, float... def);

    /**
     * @param key the key of a whole number
     * @return the whole number
     * @throws InvalidSettingsException if there is none
     */
    int getInt(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a whole number
     * @param def the default
     * @return the whole number, the default if there is none
     */
    int getInt(String key, int def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    int[] getIntArray(String key, int... def);

    /**
     * @param key the key of a whole number of 64 bits
     * @return the whole number of 64 bits
     * @throws InvalidSettingsException if there is none
     */
    long getLong(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a whole number of 64 bits
     * @param def the default
     * @return the whole number of 64 bits, the default if there is none
     */
    long getLong(String key, long def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    long[] getLongArray(String key, long... def);

    /**
     * @param key the key of a whole number of 16 bits
     * @return the whole number of 16 bits
     * @throws InvalidSettingsException if there is none
     */
    short getShort(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a whole number of 16 bits
     * @param def the default
     * @return the whole number of 16 bits, the default if there is none
     */
    short getShort(String key, short def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    short[] getShortArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    short[] getShortArray(String key, short... def);

    /**
     * @param key the key of a text
     * @return the text or {@code null}
     * @throws InvalidSettingsException if there is none
     */
    String getString(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a text
     * @param def the default
     * @return the text, the default if there is none
     */
    String getString(String key, String def);

    /**
     * @param key the key of an array of this type
     * @return the array
     * @throws InvalidSettingsException if there is none
     */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of this type
     * @param def the default
     * @return the array, the default if there is none
     */
    String[] getStringArray(String key, String... def);
}
