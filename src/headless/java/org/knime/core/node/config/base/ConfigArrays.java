package org.knime.core.node.config.base;

import org.knime.core.node.InvalidSettingsException;

/** The entries of a config that are arrays: configs of their own with a size and one entry per element. */
abstract class ConfigArrays extends ConfigScalars {

    private static final long serialVersionUID = 1L;

    private static final String SIZE = "array-size";

    ConfigArrays(final String key) {
        super(key);
    }

    abstract ConfigBase newArray(String key);

    abstract ConfigBase array(String key) throws InvalidSettingsException;

    private interface Writer {
        void write(ConfigBase array, String key, int index);
    }

    private interface Reader {
        void read(ConfigBase array, String key, int index) throws InvalidSettingsException;
    }

    private void write(final String key, final int size, final Writer writer) {
        final var array = newArray(key);
        if (size >= 0) {
            array.addInt(SIZE, size);
            for (var i = 0; i < size; i++) {
                writer.write(array, Integer.toString(i), i);
            }
        }
    }

    /** @return the size of the array, -1 if it is null */
    private int size(final String key) throws InvalidSettingsException {
        return sizeOf(array(key));
    }

    static int sizeOf(final ConfigBase array) throws InvalidSettingsException {
        final var size = array.getInt(SIZE, -1);
        if (size < -1 || size > array.keySet().size()) {
            throw new InvalidSettingsException("The settings \"" + array.getKey() + "\" claim to be an array of " + size
                + " elements, but have only " + array.keySet().size() + " entries.");
        }
        return size;
    }

    private void read(final String key, final int size, final Reader reader) throws InvalidSettingsException {
        final var array = array(key);
        for (var i = 0; i < size; i++) {
            reader.read(array, Integer.toString(i), i);
        }
    }

    public void addBooleanArray(final String key, final boolean... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addBoolean(at, values[i]));
    }

    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new boolean[size];
        read(key, size, (array, at, i) -> values[i] = array.getBoolean(at));
        return values;
    }

    public boolean[] getBooleanArray(final String key, final boolean... def) {
        return orElse(() -> getBooleanArray(key), def);
    }

    public void addByteArray(final String key, final byte... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addByte(at, values[i]));
    }

    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new byte[size];
        read(key, size, (array, at, i) -> values[i] = array.getByte(at));
        return values;
    }

    public byte[] getByteArray(final String key, final byte... def) {
        return orElse(() -> getByteArray(key), def);
    }

    public void addCharArray(final String key, final char... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addChar(at, values[i]));
    }

    public char[] getCharArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new char[size];
        read(key, size, (array, at, i) -> values[i] = array.getChar(at));
        return values;
    }

    public char[] getCharArray(final String key, final char... def) {
        return orElse(() -> getCharArray(key), def);
    }

    public void addDoubleArray(final String key, final double... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addDouble(at, values[i]));
    }

    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new double[size];
        read(key, size, (array, at, i) -> values[i] = array.getDouble(at));
        return values;
    }

    public double[] getDoubleArray(final String key, final double... def) {
        return orElse(() -> getDoubleArray(key), def);
    }

    public void addFloatArray(final String key, final float... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addFloat(at, values[i]));
    }

    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new float[size];
        read(key, size, (array, at, i) -> values[i] = array.getFloat(at));
        return values;
    }

    public float[] getFloatArray(final String key, final float... def) {
        return orElse(() -> getFloatArray(key), def);
    }

    public void addIntArray(final String key, final int... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addInt(at, values[i]));
    }

    public int[] getIntArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new int[size];
        read(key, size, (array, at, i) -> values[i] = array.getInt(at));
        return values;
    }

    public int[] getIntArray(final String key, final int... def) {
        return orElse(() -> getIntArray(key), def);
    }

    public void addLongArray(final String key, final long... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addLong(at, values[i]));
    }

    public long[] getLongArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new long[size];
        read(key, size, (array, at, i) -> values[i] = array.getLong(at));
        return values;
    }

    public long[] getLongArray(final String key, final long... def) {
        return orElse(() -> getLongArray(key), def);
    }

    public void addShortArray(final String key, final short... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addShort(at, values[i]));
    }

    public short[] getShortArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new short[size];
        read(key, size, (array, at, i) -> values[i] = array.getShort(at));
        return values;
    }

    public short[] getShortArray(final String key, final short... def) {
        return orElse(() -> getShortArray(key), def);
    }

    public void addStringArray(final String key, final String... values) {
        write(key, values == null ? -1 : values.length, (array, at, i) -> array.addString(at, values[i]));
    }

    public String[] getStringArray(final String key) throws InvalidSettingsException {
        final var size = size(key);
        final var values = size < 0 ? null : new String[size];
        read(key, size, (array, at, i) -> values[i] = array.getString(at));
        return values;
    }

    public String[] getStringArray(final String key, final String... def) {
        return orElse(() -> getStringArray(key), def);
    }

    private interface Getter<T> {
        T get() throws InvalidSettingsException;
    }

    private static <T> T orElse(final Getter<T> getter, final T def) {
        try {
            return getter.get();
        } catch (final InvalidSettingsException absent) { // that is what the default is for
            return def;
        }
    }
}
