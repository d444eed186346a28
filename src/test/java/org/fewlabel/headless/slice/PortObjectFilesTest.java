package org.fewlabel.headless.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;

import kbuild.testext.ModelPortObject;
import kbuild.testext.ModelPortObjectSpec;

final class PortObjectFilesTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"x"}, new DataType[]{DoubleCell.TYPE});

    private final ExecutionMonitor exec = new ExecutionMonitor();

    private final NumbersPortObject numbers = new NumbersPortObject(SPEC, 1.5, Double.NaN, -0.0);

    @TempDir
    private Path folder;

    @BeforeAll
    static void register() {
        PortTypes.register(new PortTypes.Registration("Model", 0x112233, false, ModelPortObject.class,
            new ModelPortObject.Serializer(), ModelPortObjectSpec.class, new ModelPortObjectSpec.Serializer()));
        PortTypes.register(new PortTypes.Registration("Numbers", 0, false, NumbersPortObject.class,
            new NumbersPortObject.Serializer(), DataTableSpec.class, new DataTableSpec.Serializer()));
    }

    private static Path genuine() throws URISyntaxException {
        return Path.of(PortObjectFilesTest.class.getResource("/knime-workflows/demo/KBuild Train (#3)/port_1").toURI());
    }

    @Test
    void whatKnimeSavedIsLoaded() throws Exception {
        final var model = PortObjectFiles.load(ModelPortObject.class, genuine(), exec);
        assertThat(model.getSpec().column()).isEqualTo("x");
        assertThat(model.mean()).isEqualTo(-0.12258813406008211);
        assertThat(model.weights()).containsExactly(1.0, 2.0, -1.225881340600821);
        assertThat(model.bytes()).containsExactly(1, 2, 3, -56);
    }

    @Test
    void whatIsSavedHasTheEntriesOfKnime() throws Exception {
        final var model = PortObjectFiles.load(ModelPortObject.class, genuine(), exec);
        PortObjectFiles.save(model, folder, exec);
        for (final var file : new String[]{"spec/spec.zip", "object/portobject.zip"}) {
            try (var ours = new ZipFile(folder.resolve(file).toFile());
                var theirs = new ZipFile(genuine().resolve(file).toFile())) {
                final var names = theirs.stream().map(Object::toString).toList();
                assertThat(ours.stream().map(Object::toString)).containsExactlyElementsOf(names);
                for (final var name : names) {
                    assertThat(new String(ours.getInputStream(ours.getEntry(name)).readAllBytes(),
                        StandardCharsets.UTF_8)).isEqualTo(new String(
                            theirs.getInputStream(theirs.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    @Test
    void binaryContentSurvives() throws Exception {
        PortObjectFiles.save(numbers, folder, exec);
        final var loaded = PortObjectFiles.load(NumbersPortObject.class, folder, exec);
        assertThat(loaded.numbers()).containsExactly(numbers.numbers());
        assertThat(loaded.getSpec()).isEqualTo(SPEC);
    }

    @Test
    void specAndObjectGoIntoOneStream() throws Exception {
        final var out = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(numbers, out, exec);
        final var loaded = PortUtil.readObjectFromStream(new ByteArrayInputStream(out.toByteArray()), exec);
        assertThat(((NumbersPortObject)loaded).numbers()).containsExactly(numbers.numbers());
        for (var length = 0; length < out.size() * 3 / 4; length += 7) {
            final var truncated = new ByteArrayInputStream(Arrays.copyOf(out.toByteArray(), length));
            assertThatThrownBy(() -> PortUtil.readObjectFromStream(truncated, exec)).as("first %s bytes", length)
                .isInstanceOf(IOException.class);
        }
    }

    @Test
    void truncatedFilesAreNamed() throws Exception {
        PortObjectFiles.save(numbers, folder, exec);
        final var file = folder.resolve("object/portobject.zip");
        final var whole = Files.readAllBytes(file);
        for (var length = 0; length < whole.length / 2; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PortObjectFiles.load(NumbersPortObject.class, folder, exec))
                .as("first %s bytes", length).isInstanceOf(IOException.class).hasMessageContaining("portobject.zip");
        }
        Files.delete(file);
        assertThatThrownBy(() -> PortObjectFiles.load(NumbersPortObject.class, folder, exec))
            .isInstanceOf(IOException.class).hasMessageContaining("portobject.zip");
    }

    @Test
    void changedBytesNeverPassAsSomethingElse() throws Exception {
        PortObjectFiles.save(numbers, folder, exec);
        final var file = folder.resolve("spec/spec.zip");
        final var whole = Files.readAllBytes(file);
        Files.write(file, "not a zip".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PortObjectFiles.load(NumbersPortObject.class, folder, exec))
            .isInstanceOf(IOException.class).hasMessageContaining("spec.zip");
        Files.write(file, whole);
        PortObjectFiles.save(new ModelPortObject("x", 1), folder.resolve("other"), exec);
        Files.copy(folder.resolve("other/object/portobject.zip"), folder.resolve("object/portobject.zip"),
            StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> PortObjectFiles.load(NumbersPortObject.class, folder, exec))
            .isInstanceOf(IOException.class).hasMessageContaining("portobject.zip");
    }

    @Test
    void aFileCannotNameAClassThatIsNotRegistered() throws Exception {
        try (var out = PortUtil.getPortObjectZipOutputStream(Files.newOutputStream(folder.resolve("forged.zip")))) {
            out.putNextEntry(new ZipEntry("meta.xml"));
            out.write(("<config key=\"meta.xml\"><entry key=\"class_name\" type=\"xstring\""
                + " value=\"javax.swing.JFrame\"/></config>").getBytes(StandardCharsets.UTF_8));
        }
        try (var in = PortUtil.getPortObjectZipInputStream(Files.newInputStream(folder.resolve("forged.zip")))) {
            assertThatThrownBy(() -> new NumbersPortObject.Serializer().loadPortObject(in, SPEC, exec))
                .isInstanceOf(IOException.class).hasMessageContaining("javax.swing.JFrame");
        }
    }

    @Test
    void aTypeIsKnownByItsRegistration() throws InvalidSettingsException {
        final var type = PortTypeRegistry.getInstance().getPortType(ModelPortObject.class);
        assertThat(type.getName()).isEqualTo("Model");
        assertThat(type.getPortObjectSpecClass()).isEqualTo(ModelPortObjectSpec.class);
        assertThat(type.acceptsPortObject(numbers)).isFalse();
        final var settings = new NodeSettings("type");
        type.save(settings);
        assertThat(PortType.load(settings)).isEqualTo(type);
        settings.addString("object_class", "java.lang.Runtime");
        assertThatThrownBy(() -> PortType.load(settings)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("java.lang.Runtime");
    }

    @Test
    void cancelingEndsSaving() {
        final var execution = ExecutionContexts.create();
        execution.cancel();
        assertThatThrownBy(() -> PortObjectFiles.save(numbers, folder, execution.context()))
            .isInstanceOf(CanceledExecutionException.class);
    }
}
