package org.fewlabel.headless.node.settings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fewlabel.headless.node.reflect.Types;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A single value under one key.
 *
 * @param key the key
 * @param form how values of the type are written
 */
record LeafCodec(String key, Form<Object> form) implements Codec {

    private static final Map<Class<?>, Form<?>> FORMS = new HashMap<>();

    static {
        form(Void.class, (s, k, v) -> {}, (s, k) -> null, null);
        form(Integer.class, (s, k, v) -> s.addInt(k, v), (s, k) -> s.getInt(k), 0);
        form(Long.class, (s, k, v) -> s.addLong(k, v), (s, k) -> s.getLong(k), 0L);
        form(Double.class, (s, k, v) -> s.addDouble(k, v), (s, k) -> s.getDouble(k), 0.0);
        form(Float.class, (s, k, v) -> s.addFloat(k, v), (s, k) -> s.getFloat(k), 0.0f);
        form(Boolean.class, (s, k, v) -> s.addBoolean(k, v), (s, k) -> s.getBoolean(k), false);
        form(Character.class, (s, k, v) -> s.addChar(k, v), (s, k) -> s.getChar(k), ' ');
        form(Byte.class, (s, k, v) -> s.addByte(k, v), (s, k) -> s.getByte(k), (byte)0);
        form(String.class, (s, k, v) -> s.addString(k, v), (s, k) -> s.getString(k), null);
        form(int[].class, (s, k, v) -> s.addIntArray(k, v), (s, k) -> s.getIntArray(k), new int[0]);
        form(long[].class, (s, k, v) -> s.addLongArray(k, v), (s, k) -> s.getLongArray(k), new long[0]);
        form(double[].class, (s, k, v) -> s.addDoubleArray(k, v), (s, k) -> s.getDoubleArray(k), new double[0]);
        form(float[].class, (s, k, v) -> s.addFloatArray(k, v), (s, k) -> s.getFloatArray(k), new float[0]);
        form(boolean[].class, (s, k, v) -> s.addBooleanArray(k, v), (s, k) -> s.getBooleanArray(k), new boolean[0]);
        form(char[].class, (s, k, v) -> s.addCharArray(k, v), (s, k) -> s.getCharArray(k), new char[0]);
        form(byte[].class, (s, k, v) -> s.addByteArray(k, v), (s, k) -> s.getByteArray(k), new byte[0]);
        form(String[].class, (s, k, v) -> s.addStringArray(k, v), (s, k) -> s.getStringArray(k), new String[0]);
        FORMS.put(LocalDate.class, TimeForms.LOCAL_DATE);
        FORMS.put(LocalTime.class, TimeForms.LOCAL_TIME);
        FORMS.put(LocalDateTime.class, TimeForms.LOCAL_DATE_TIME);
        FORMS.put(ZonedDateTime.class, TimeForms.ZONED_DATE_TIME);
        FORMS.put(ZoneId.class, TimeForms.ZONE);
    }

    /**
     * How values of one type are written.
     *
     * @param empty what is written for an absent optional value
     */
    record Form<T>(Writer<T> writer, Reader<T> reader, T empty) {

        interface Writer<T> {
            void write(NodeSettingsWO settings, String key, T value);
        }

        interface Reader<T> {
            T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
        }
    }

    private static <T> void form(final Class<T> type, final Form.Writer<T> writer, final Form.Reader<T> reader,
        final T empty) {
        FORMS.put(type, new Form<>(writer, reader, empty));
    }

    /** @throws IllegalArgumentException if KNIME cannot save values of the field's type */
    static Codec of(final PersistedField field) {
        final var optional = Types.raw(field.type()) == Optional.class;
        final var type = optional ? Types.arguments(field.type()).get(0) : field.type();
        final var leaf = new LeafCodec(field.key(), formOf(Types.boxed(Types.raw(type)), field));
        return optional ? new OptionalCodec(leaf) : leaf;
    }

    @SuppressWarnings("unchecked") // the map holds the form of each type under that type
    private static Form<Object> formOf(final Class<?> type, final PersistedField field) {
        if (type.isEnum()) {
            return (Form<Object>)enumForm(type);
        }
        final var form = FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException("The type of " + field + ", " + field.type().getTypeName()
                + ", cannot be saved: use a simple type, an array of one, a group of parameters or a @Persistor");
        }
        return (Form<Object>)form;
    }

    private static Form<?> enumForm(final Class<?> type) {
        final var constants = type.getEnumConstants();
        return new Form<Enum<?>>((s, k, v) -> s.addString(k, v == null ? null : v.name()), (s, k) -> {
            final var name = s.getString(k);
            for (final var constant : constants) {
                if (((Enum<?>)constant).name().equals(name)) {
                    return (Enum<?>)constant;
                }
            }
            throw new InvalidSettingsException("The value '" + name + "' of the setting '" + k + "' is not one of "
                + Stream.of(constants).map(c -> ((Enum<?>)c).name()).collect(Collectors.joining(", ")) + ".");
        }, null);
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        form.writer().write(settings, key, value);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return form.reader().read(settings, key);
    }
}
