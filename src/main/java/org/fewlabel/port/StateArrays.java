package org.fewlabel.port;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.learn.data.State;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The entries of a state: its JSON header and the number arrays that follow it. */
final class StateArrays {

    /** The number of bytes in which arrays are read and written. */
    private static final int PIECE = 1 << 16;

    private static final String TYPE = "array";

    private static final String LENGTH = "length";

    private StateArrays() {
    }

    private static ByteBuffer piece() {
        return ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Describes states and then writes their arrays. */
    static final class Writer {

        private final List<Object> arrays = new ArrayList<>();

        ObjectNode describe(final State state, final ObjectMapper json) {
            final var node = json.createObjectNode();
            state.entries().forEach((name, value) -> {
                if (value instanceof Integer number) {
                    node.put(name, number);
                } else if (value instanceof Double number) {
                    node.put(name, number);
                } else if (value instanceof String text) {
                    node.put(name, text);
                } else if (value instanceof String[] texts) {
                    final var list = node.putArray(name);
                    Arrays.stream(texts).forEach(list::add);
                } else if (value instanceof State inner) {
                    node.putObject(name).set("state", describe(inner, json));
                } else {
                    arrays.add(value);
                    node.putObject(name).put(TYPE, typeOf(value)).put(LENGTH, java.lang.reflect.Array.getLength(value));
                }
            });
            return node;
        }

        void write(final OutputStream out) throws IOException {
            for (final var array : arrays) {
                if (array instanceof int[] numbers) {
                    write(out, numbers.length, Integer.BYTES, (buffer, i) -> buffer.putInt(numbers[i]));
                } else if (array instanceof float[] numbers) {
                    write(out, numbers.length, Float.BYTES, (buffer, i) -> buffer.putFloat(numbers[i]));
                } else {
                    final var numbers = (double[])array;
                    write(out, numbers.length, Double.BYTES, (buffer, i) -> buffer.putDouble(numbers[i]));
                }
            }
        }

        private static String typeOf(final Object array) {
            return array.getClass().getComponentType().getName();
        }

        private static void write(final OutputStream out, final int length, final int bytes, final Put put)
            throws IOException {
            final var buffer = piece();
            for (var i = 0; i < length; i++) {
                put.put(buffer, i);
                if (buffer.remaining() < bytes || i == length - 1) {
                    out.write(buffer.array(), 0, buffer.position());
                    buffer.clear();
                }
            }
        }
    }

    /** Reads states, trusting neither header nor content. */
    static final class Reader {

        private final DataInputStream in;

        private long bytesClaimed;

        Reader(final DataInputStream in) {
            this.in = in;
        }

        State read(final ObjectNode node) throws IOException {
            final var state = new State();
            for (final var field : node.properties()) {
                state.put(field.getKey(), value(field.getKey(), field.getValue()));
            }
            return state;
        }

        private Object value(final String name, final JsonNode node) throws IOException {
            if (node.isInt()) {
                return node.intValue();
            }
            if (node.isDouble()) {
                return node.doubleValue();
            }
            if (node.isTextual()) {
                return node.textValue();
            }
            if (node.isArray()) {
                final var texts = new String[node.size()];
                for (var i = 0; i < texts.length; i++) {
                    texts[i] = node.get(i).textValue();
                }
                return texts;
            }
            if (node.get("state") instanceof ObjectNode inner) {
                return read(inner);
            }
            return array(name, node.path(TYPE).asText(), node.path(LENGTH));
        }

        private Object array(final String name, final String type, final JsonNode length) throws IOException {
            if (!length.isInt() || length.intValue() < 0) {
                throw new IOException("The stored model is damaged: \"" + name + "\" claims " + length + " numbers.");
            }
            final var n = length.intValue();
            claim((long)n * (type.equals("double") ? Double.BYTES : Float.BYTES));
            switch (type) {
                case "int" : {
                    final var numbers = new Growing<>(new int[0], n, Integer.BYTES, Arrays::copyOf);
                    return numbers.read(in, (buffer, array, i) -> array[i] = buffer.getInt());
                }
                case "float" : {
                    final var numbers = new Growing<>(new float[0], n, Float.BYTES, Arrays::copyOf);
                    return numbers.read(in, (buffer, array, i) -> array[i] = buffer.getFloat());
                }
                case "double" : {
                    final var numbers = new Growing<>(new double[0], n, Double.BYTES, Arrays::copyOf);
                    return numbers.read(in, (buffer, array, i) -> array[i] = buffer.getDouble());
                }
                default :
                    throw new IOException(
                        "The stored model is damaged: \"" + name + "\" is of the unknown type \"" + type
                            + "\".");
            }
        }

        /** Rejects models larger than the memory, which a small compressed file may contain. */
        private void claim(final long bytes) throws IOException {
            bytesClaimed += bytes;
            final var limit = Runtime.getRuntime().maxMemory() / 2;
            if (bytesClaimed > limit) {
                throw new IOException(
                    "The stored model claims more than " + (limit >> 20) + " MB, half of the memory that "
                        + "this process may use. If the file can be trusted, give KNIME more with -Xmx in knime.ini.");
            }
        }
    }

    @FunctionalInterface
    private interface Put {
        void put(ByteBuffer buffer, int i);
    }

    @FunctionalInterface
    private interface Get<A> {
        void get(ByteBuffer buffer, A array, int i);
    }

    @FunctionalInterface
    private interface Resize<A> {
        A copy(A array, int length);
    }

    /** Reads an array that grows with the bytes received, so that a forged length takes no memory. */
    private static final class Growing<A> {

        private static final int FIRST = 1 << 20;

        private A array;

        private int capacity;

        private final int length;

        private final int bytes;

        private final Resize<A> resize;

        Growing(final A empty, final int length, final int bytes, final Resize<A> resize) {
            this.length = length;
            this.bytes = bytes;
            this.resize = resize;
            capacity = Math.min(length, FIRST);
            array = resize.copy(empty, capacity);
        }

        A read(final DataInputStream in, final Get<A> get) throws IOException {
            final var buffer = piece();
            var done = 0;
            while (done < length) {
                final var count = Math.min(length - done, PIECE / bytes);
                if (in.readNBytes(buffer.array(), 0, count * bytes) < count * bytes) {
                    throw new EOFException();
                }
                if (done + count > capacity) {
                    capacity = (int)Math.min(length, 2L * capacity);
                    array = resize.copy(array, capacity);
                }
                buffer.clear();
                for (var i = 0; i < count; i++) {
                    get.get(buffer, array, done + i);
                }
                done += count;
            }
            return array;
        }
    }
}
