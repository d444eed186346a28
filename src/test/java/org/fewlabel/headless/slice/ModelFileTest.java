package org.fewlabel.headless.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContent;

import kbuild.testext.ModelPortObject;
import kbuild.testext.ModelPortObjectSpec;

/** Spec and content of a port object in one file, as KNIME's Model Writer writes them. */
final class ModelFileTest {

    private static final String CONTENT = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="content">
            <entry key="version" type="xint" value="1"/>
            <entry key="port_spec_class" type="xstring" value="%s"/>
            <entry key="port_object_class" type="xstring" value="%s"/>
        </config>
        """;

    private final ExecutionMonitor exec = new ExecutionMonitor();

    private final NumbersPortObject numbers = new NumbersPortObject(
        new DataTableSpec(new String[]{"x"}, new DataType[]{DoubleCell.TYPE}), 1.5, Double.NaN, -0.0);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeAll
    static void register() {
        PortObjectFilesTest.register();
    }

    @BeforeEach
    void file() {
        file = folder.resolve("my.model");
    }

    private static byte[] genuine(final String part) throws IOException {
        final var port = "/knime-workflows/demo/KBuild Train (#3)/port_1/";
        try (var in = ModelFileTest.class.getResourceAsStream(port + part)) {
            return in.readAllBytes();
        }
    }

    /** Puts the parts that KNIME saved with a workflow together as its Model Writer does. */
    private void writeAsKnime(final String specClass, final String objectClass) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(CONTENT.formatted(specClass, objectClass).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("objectSpec.file"));
            zip.write(genuine("spec/spec.zip"));
            zip.putNextEntry(new ZipEntry("object.file"));
            zip.write(genuine("object/portobject.zip"));
        }
    }

    @Test
    void whatKnimeWritesIsRead() throws Exception {
        writeAsKnime(ModelPortObjectSpec.class.getName(), ModelPortObject.class.getName());
        final var model = (ModelPortObject)PortObjectFiles.read(file, exec);
        assertThat(model.getSpec().column()).isEqualTo("x");
        assertThat(model.mean()).isEqualTo(-0.12258813406008211);
    }

    @Test
    void whatIsWrittenHasTheEntriesOfKnime() throws Exception {
        writeAsKnime(ModelPortObjectSpec.class.getName(), ModelPortObject.class.getName());
        final var ours = folder.resolve("ours.model");
        PortObjectFiles.write(PortObjectFiles.read(file, exec), ours, exec);
        assertThat(names(ours)).isEqualTo(names(file))
            .containsExactly("content.xml", "objectSpec.file", "object.file");
        for (final var part : List.of("objectSpec.file", "object.file")) {
            assertThat(inner(ours, part)).isEqualTo(inner(file, part)).isNotEmpty();
        }
        try (var zip = new ZipFile(ours.toFile());
            var theirs = new ZipFile(file.toFile())) {
            assertThat(ModelContent.loadFromXML(zip.getInputStream(zip.getEntry("content.xml"))))
                .isEqualTo(ModelContent.loadFromXML(theirs.getInputStream(theirs.getEntry("content.xml"))));
        }
    }

    private static List<String> names(final Path zip) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    /** @return the entries of a zip within a zip, with their content */
    private static String inner(final Path zip, final String part) throws IOException {
        final var text = new StringBuilder();
        try (var file = new ZipFile(zip.toFile());
            var in = new ZipInputStream(file.getInputStream(file.getEntry(part)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                text.append(entry.getName()).append('\n')
                    .append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void anotherClassIsNeverLoaded() throws Exception {
        final var spec = ModelPortObjectSpec.class.getName();
        final var object = ModelPortObject.class.getName();
        for (final var classes : new String[][]{{spec, "javax.swing.JFrame"}, {"javax.swing.JFrame", object},
            {spec, "org.knime.core.node.BufferedDataTable"}, {spec, "org.knime.core.node.port.PortObject"}}) {
            writeAsKnime(classes[0], classes[1]);
            assertThatThrownBy(() -> PortObjectFiles.read(file, exec)).isInstanceOf(IOException.class)
                .hasMessageContaining("my.model").hasMessageContaining("is not registered here")
                .hasMessageContaining(classes[0].equals(spec) ? classes[1] : classes[0]);
        }
    }

    @Test
    void classesThatDoNotGoTogetherAreRefused() throws Exception {
        writeAsKnime(DataTableSpec.class.getName(), ModelPortObject.class.getName());
        assertThatThrownBy(() -> PortObjectFiles.read(file, exec)).isInstanceOf(IOException.class)
            .hasMessageContaining("my.model");
        writeAsKnime(ModelPortObjectSpec.class.getName(), NumbersPortObject.class.getName());
        assertThatThrownBy(() -> PortObjectFiles.read(file, exec)).isInstanceOf(IOException.class)
            .hasMessageContaining("my.model").hasMessageContaining("NumbersPortObject that it announces");
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws Exception {
        PortObjectFiles.write(numbers, file, exec);
        final var whole = Files.readAllBytes(file);
        for (var length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PortObjectFiles.read(file, exec)).as("first %s bytes", length)
                .isInstanceOf(IOException.class).hasMessageContaining("my.model");
        }
    }

    @Test
    void aChangedByteIsNoticedOrDoesNotMatter() throws Exception {
        PortObjectFiles.write(numbers, file, exec);
        final var whole = Files.readAllBytes(file);
        for (var i = 0; i < whole.length; i++) {
            final var changed = whole.clone();
            changed[i] ^= 0x10;
            Files.write(file, changed);
            try {
                final var read = (NumbersPortObject)PortObjectFiles.read(file, exec);
                assertThat(read.numbers()).as("byte %s", i).containsExactly(numbers.numbers());
                assertThat(read.getSpec()).as("byte %s", i).isEqualTo(numbers.getSpec());
            } catch (final IOException refused) {
                assertThat(refused).as("byte %s", i).hasMessageContaining("my.model");
            }
        }
    }

    @Test
    void cancelingLeavesTheOlderFile() throws Exception {
        Files.writeString(file, "older");
        final var execution = ExecutionContexts.create();
        execution.cancel();
        assertThatThrownBy(() -> PortObjectFiles.write(numbers, file, execution.context()))
            .isInstanceOf(CanceledExecutionException.class);
        assertThat(file).hasContent("older");
        assertThat(folder).isDirectoryNotContaining("glob:**/.saving*");
    }
}
