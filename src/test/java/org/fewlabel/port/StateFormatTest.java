package org.fewlabel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.fewlabel.learn.data.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class StateFormatTest {

    private static final String QUOTES = "class \"a\", b\nüñ 🦆";

    @Test
    void whatIsWrittenIsRead() throws IOException {
        final var long1 = new Random(1).doubles(3_000_000).toArray();
        final var state = new State().put("kind", "x").put("count", -7).put("rate", 0.1)
            .put("names", new String[]{QUOTES, ""})
            .put("floats", new float[]{1.5f, Float.NaN, -0f}).put("ints", new int[]{Integer.MIN_VALUE, 0, 9})
            .put("inner", new State().put("doubles", long1).put("none", new double[0]));
        final var about = StateFormat.object().put("node", QUOTES);

        final var read = StateFormat.read(new ByteArrayInputStream(written(about, state)));

        assertThat(read.about()).isEqualTo(about);
        assertThat(read.state().entries().keySet()).containsExactly("kind", "count", "rate", "names", "floats", "ints",
            "inner");
        assertThat(read.state().text("kind")).isEqualTo("x");
        assertThat(read.state().integer("count")).isEqualTo(-7);
        assertThat(read.state().number("rate")).isEqualTo(0.1);
        assertThat(read.state().texts("names", 2)).containsExactly(QUOTES, "");
        assertThat(read.state().floatsOrMissing("floats", 3)).containsExactly(1.5f, Float.NaN, -0f);
        assertThat(read.state().integers("ints", 3, Integer.MIN_VALUE, 9)).containsExactly(Integer.MIN_VALUE, 0, 9);
        assertThat(read.state().state("inner").numbers("doubles", -1)).isEqualTo(long1);
        assertThat(read.state().state("inner").numbers("none", 0)).isEmpty();
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        final var bytes = written(StateFormat.object(), new State().put("floats", new float[]{1, 2, 3}));
        for (var length = 0; length < bytes.length; length++) {
            final var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> StateFormat.read(new ByteArrayInputStream(cut))).isInstanceOf(IOException.class)
                .hasMessageStartingWith("The stored model is cut off");
        }
    }

    @Test
    void bytesAfterTheEndAreNoticed() throws IOException {
        final var bytes = written(StateFormat.object(), new State().put("floats", new float[]{1, 2, 3}));
        assertThatThrownBy(() -> StateFormat.read(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 1))))
            .isInstanceOf(IOException.class).hasMessageContaining("bytes after its end");
    }

    @Test
    void aNewerFormatIsRefusedWithAdvice() throws IOException {
        final var bytes = written(StateFormat.object(), new State());
        bytes[8] = 2;
        assertThatThrownBy(() -> StateFormat.read(new ByteArrayInputStream(bytes))).isInstanceOf(IOException.class)
            .hasMessageContaining("format 2").hasMessageContaining("Update the extension");
    }

    @Test
    void anotherFileIsRefused() {
        final var bytes = "PK\3\4 this is a zip file, not a model".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StateFormat.read(new ByteArrayInputStream(bytes))).isInstanceOf(IOException.class)
            .hasMessageContaining("not a model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"about\":{},\"state\":7}",
        "{\"about\":{},\"state\":{\"a\":null}}",
        "{\"about\":{},\"state\":{\"a\":{\"array\":\"float\",\"length\":-1}}}",
        "{\"about\":{},\"state\":{\"a\":{\"array\":\"float\",\"length\":1e9}}}",
        "{\"about\":{},\"state\":{\"a\":{\"array\":\"float\",\"length\":99999999999}}}",
        "{\"about\":{},\"state\":{\"a\":{\"array\":\"java.lang.Object\",\"length\":1}}}",
        "{\"about\":{},\"state\":{\"a\":{\"array\":\"double\",\"length\":2147483647}}}",
        "{\"about\":{},\"state\":{\"a\":{\"array\":\"float\",\"length\":200000000}}}",
        "{\"about\":{},\"state\":{\"a\":[1,2]}}", "{\"about\":{},\"state\":{\"a\":true}}", "{\"about\":{},\"state\":{",
        "{\"about\":{},\"state\":{\"a\":{\"state\":{\"a\":{\"state\":[]}}}}}"})
    void aForgedHeaderIsAnErrorAndTakesNoMemory(final String header) {
        final var bytes = forged(header);
        final var before = Runtime.getRuntime().totalMemory();
        assertThatThrownBy(() -> StateFormat.read(new ByteArrayInputStream(bytes))).isInstanceOf(IOException.class)
            .hasMessageStartingWith("The stored model");
        assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(256L << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, Integer.MAX_VALUE})
    void aForgedHeaderLengthIsAnError(final int length) {
        final var bytes = forged("{\"about\":{},\"state\":{}}");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(12, length);
        assertThatThrownBy(() -> StateFormat.read(new ByteArrayInputStream(bytes))).isInstanceOf(IOException.class)
            .hasMessageContaining("header claims");
    }

    @Test
    void deepNestingIsAnError() {
        final var bytes = forged("{\"about\":{},\"state\":" + "{\"a\":{\"state\":".repeat(5000) + "{}"
            + "}}".repeat(5000) + "}");
        assertThatThrownBy(() -> StateFormat.read(new ByteArrayInputStream(bytes))).isInstanceOf(IOException.class)
            .hasMessageContaining("cannot be read");
    }

    private static byte[] written(final ObjectNode about, final State state)
        throws IOException {
        final var out = new ByteArrayOutputStream();
        StateFormat.write(new StateFormat.Content(about, state), out);
        return out.toByteArray();
    }

    private static byte[] forged(final String header) {
        final var bytes = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(16 + bytes.length).order(ByteOrder.LITTLE_ENDIAN)
            .put("FEWLABEL".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(bytes.length).put(bytes).array();
    }
}
