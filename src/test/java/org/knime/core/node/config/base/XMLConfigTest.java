package org.knime.core.node.config.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class XMLConfigTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"settings.xml\">";

    private static NodeSettingsRO read(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String write(final NodeSettingsRO settings) throws IOException {
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String entry(final String type, final String value) {
        return HEAD + "<entry key=\"k\" type=\"" + type + "\" value=\"" + value + "\"/></config>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"base-nodes-5.9/CSV Reader (#1)", "base-nodes-5.9/CSV Writer (#2)",
        "base-nodes-5.9/Row Splitter (#6)", "base-nodes-5.9/Joiner (#7)", "demo/KBuild Scale (#2)",
        "demo/KBuild Train (#3)"})
    void whatKnimeWroteIsWrittenAgainToTheCharacter(final String node) throws IOException {
        try (var in = getClass().getResourceAsStream("/knime-workflows/" + node + "/settings.xml")) {
            final var xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(write(read(xml))).isEqualTo(xml);
        }
    }

    @Test
    void everyTypeOfEntrySurvives() throws IOException, InvalidSettingsException {
        final var settings = new NodeSettings("all");
        settings.addString("text", "line\nbreak\t%%00010 %% \u0000 <&\"'> \uD83D\uDE00 \uFFFE");
        settings.addString("null", null);
        settings.addInt("int", Integer.MIN_VALUE);
        settings.addLong("long", Long.MAX_VALUE);
        settings.addDouble("double", Double.MIN_VALUE);
        settings.addDouble("nan", Double.NaN);
        settings.addFloat("float", 0.1f);
        settings.addBoolean("boolean", true);
        settings.addByte("byte", (byte)-56);
        settings.addShort("short", (short)-1);
        settings.addChar("char", '\n');
        settings.addStringArray("texts", "a", null, "");
        settings.addStringArray("no texts");
        settings.addStringArray("null texts", (String[])null);
        settings.addDoubleArray("doubles", 1, -0.0, Double.NEGATIVE_INFINITY);
        settings.addBooleanArray("booleans", true, false);
        settings.addByteArray("bytes", (byte)1, (byte)-1);
        settings.addCharArray("chars", '%', '\u0000');
        settings.addFloatArray("floats", 1.5f);
        settings.addIntArray("ints", 3, 2, 1);
        settings.addLongArray("longs", 1L << 50);
        settings.addShortArray("shorts", (short)7);
        settings.addNodeSettings("inner").addNodeSettings("<most> \"inner\" & tab\t").addInt("1", 1);
        final var read = read(write(settings));
        assertThat(read).isEqualTo(settings);
        assertThat(read.getString("null", "default")).isNull();
        assertThat(read.getStringArray("null texts")).isNull();
        assertThat(read.getStringArray("no texts")).isEmpty();
        assertThat(read.getDoubleArray("doubles")).containsExactly(1, -0.0, Double.NEGATIVE_INFINITY);
        assertThat(read.getChar("char")).isEqualTo('\n');
    }

    @Property
    void anyTextSurvives(@ForAll final String text) throws IOException, InvalidSettingsException {
        final var settings = new NodeSettings("s");
        settings.addString("k", text);
        assertThat(read(write(settings)).getString("k")).isEqualTo(text);
    }

    @Test
    void charactersThatXmlCannotHoldAreWrittenAsKnimeDoes() throws IOException {
        final var settings = new NodeSettings("s");
        settings.addString("k", "a\nb%%c");
        assertThat(write(settings)).contains("value=\"a%%00010b%%00037%c\"");
    }

    @Test
    void passwordsAreKeptAsTheyAreAndTransientTextsAreNot() throws IOException {
        final var xml = HEAD + "<entry key=\"p\" type=\"xpassword\" value=\"01abc=\"/>"
            + "<entry key=\"t\" type=\"xtransientstring\" value=\"hidden\"/></config>";
        assertThat(write(read(xml))).contains("type=\"xpassword\" value=\"01abc=\"").doesNotContain("hidden");
    }

    @Test
    void missingAndMistypedEntriesAreNamed() throws IOException {
        final var settings = read(entry("xint", "5"));
        assertThatThrownBy(() -> settings.getString("k")).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"k\"").hasMessageContaining("xstring").hasMessageContaining("xint");
        assertThatThrownBy(() -> settings.getInt("other")).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"other\"");
        assertThatThrownBy(() -> settings.getNodeSettings("k")).isInstanceOf(InvalidSettingsException.class);
        assertThat(settings.getString("k", "default")).isEqualTo("default");
        assertThat(settings.getIntArray("k", 1, 2)).containsExactly(1, 2);
    }

    @Test
    void malformedValuesAreNamedWithTheirLine() {
        assertThatThrownBy(() -> read(entry("xint", "five"))).isInstanceOf(IOException.class)
            .hasMessageContaining("line 2").hasMessageContaining("\"k\"").hasMessageContaining("five");
        assertThatThrownBy(() -> read(entry("xdouble", ""))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(entry("xchar", "ab"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(entry("xobject", "x"))).isInstanceOf(IOException.class)
            .hasMessageContaining("xobject");
        assertThatThrownBy(() -> read(entry("config", "x"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(HEAD + "<entry key=\"k\" type=\"xint\" isnull=\"true\" value=\"\"/></config>"))
            .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(HEAD + "<entry type=\"xint\" value=\"1\"/></config>"))
            .isInstanceOf(IOException.class).hasMessageContaining("key");
        assertThatThrownBy(() -> read(HEAD + "<script key=\"k\"/></config>")).isInstanceOf(IOException.class)
            .hasMessageContaining("<script>");
    }

    @Test
    void truncatedAndForeignFilesAreRefused() {
        assertThatThrownBy(() -> read(HEAD)).isInstanceOf(IOException.class).hasMessageContaining("not proper XML");
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("PK\u0003\u0004")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("<entry key=\"k\" type=\"xint\" value=\"1\"/>")).isInstanceOf(IOException.class);
    }

    @Test
    void noFileOutsideIsEverRead(@TempDir final Path folder) throws IOException {
        final var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        assertThatThrownBy(() -> read("<!DOCTYPE config [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
            + "<config key=\"a\"><entry key=\"k\" type=\"xstring\" value=\"v\"/>&x;</config>"))
            .isInstanceOf(IOException.class).hasMessageContaining("DOCTYPE");
    }

    @Test
    void entitiesThatGrowAreRefused() {
        final var xml = "<!DOCTYPE config [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>"
            + "<config key=\"a\"><entry key=\"k\" type=\"xstring\" value=\"&b;&b;\"/></config>";
        assertThatThrownBy(() -> read(xml)).isInstanceOf(IOException.class).hasMessageContaining("DOCTYPE");
    }

    @Test
    void largeSettingsSurvive() throws IOException, InvalidSettingsException {
        final var settings = new NodeSettings("large");
        settings.addString("text", "0123456789".repeat(100_000));
        settings.addDoubleArray("numbers", IntStream.range(0, 20_000).asDoubleStream().toArray());
        assertThat(read(write(settings))).isEqualTo(settings);
        final var deep = "<config key=\"c\">".repeat(80) + "</config>".repeat(80);
        assertThat(read(deep).getConfigBase("c").keySet()).containsExactly("c");
    }

    @Test
    void depthIsBounded() {
        final var deep = "<config key=\"c\">".repeat(500) + "</config>".repeat(500);
        assertThatThrownBy(() -> read(HEAD + deep + "</config>")).isInstanceOf(IOException.class)
            .hasMessageContaining("levels");
    }

    @Test
    void sizeIsBounded() {
        final var endless = new BoundedStream(new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        }, 1000);
        assertThatThrownBy(endless::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("1000");
    }

    @Test
    void anArrayCannotClaimMoreThanItHas() throws IOException {
        final var settings = read(HEAD + "<config key=\"a\"><entry key=\"array-size\" type=\"xint\""
            + " value=\"2000000000\"/></config></config>");
        assertThatThrownBy(() -> settings.getDoubleArray("a")).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("2000000000");
        assertThatThrownBy(() -> settings.getDataCellArray("a")).isInstanceOf(InvalidSettingsException.class);
    }

    @Test
    void theStreamsAreClosedAsByKnime() throws IOException {
        final var closed = new boolean[2];
        new NodeSettings("s").saveToXML(new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        NodeSettings.loadFromXML(new ByteArrayInputStream("<config key=\"s\"/>".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[1] = true;
            }
        });
        assertThat(closed).containsOnly(true);
    }

    @Test
    void copiesDoNotShareConfigs() throws InvalidSettingsException {
        final var settings = new NodeSettings("s");
        settings.addNodeSettings("inner").addInt("k", 1);
        final var copy = new NodeSettings("copy");
        settings.copyTo(copy);
        settings.getNodeSettings("inner").addInt("k", 2);
        assertThat(copy.getNodeSettings("inner").getInt("k")).isEqualTo(1);
    }
}
