package org.fewlabel.headless.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.run.WorkflowRun;
import org.fewlabel.headless.workflow.WorkflowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginXmlRegistryTest {

    private static final String LOADED = "org.fewlabel.headless.registry.loaded";

    @TempDir
    private Path temp;

    /** Records when it is loaded. */
    static final class Noticed {
        static {
            System.setProperty(LOADED, "yes");
        }
    }

    private static PluginXmlRegistry registry(final String content) throws IOException {
        return new PluginXmlRegistry(
            new ByteArrayInputStream(("<plugin>" + content + "</plugin>").getBytes(StandardCharsets.UTF_8)),
            PluginXmlRegistryTest.class.getClassLoader());
    }

    private static String node(final String point, final String factory) {
        return "<extension point='" + point + "'><node factory-class='" + factory + "'/></extension>";
    }

    @Test
    void findsTheNodesOfTheRightPointOnly() throws IOException {
        assertThat(registry(node(ExtensionRegistry.NODES, "a.A") + node("some.other.point", "b.B")).factories())
            .containsExactly("a.A");
    }

    @Test
    void readsThePluginsOwnFile() throws IOException {
        try (var in = Files.newInputStream(Path.of("plugin.xml"))) {
            assertThat(new PluginXmlRegistry(in, PluginXmlRegistryTest.class.getClassLoader()).factories())
                .contains("org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeFactory");
        }
    }

    @Test
    void loadsNoClassThatIsNotRegistered() throws Exception {
        final var registry = registry(node(ExtensionRegistry.NODES, "a.A"));
        final var folder = new WorkflowBuilder(temp.resolve("flow"))
            .node(1, Noticed.class.getName(), "Trojan Node", model -> {}).write();
        assertThatThrownBy(() -> WorkflowRun.load(folder, registry)).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("#1 Trojan Node is not known").hasMessageContaining("only registered nodes");
        assertThat(System.getProperty(LOADED)).isNull();
    }

    @Test
    void reportsWhyARegisteredNodeCannotBeCreated() throws Exception {
        final var registry = registry(node(ExtensionRegistry.NODES, "a.A"));
        final var folder = new WorkflowBuilder(temp.resolve("flow")).node(1, "a.A", "Lost Node", model -> {}).write();
        assertThatThrownBy(() -> WorkflowRun.load(folder, registry)).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("#1 Lost Node cannot be created").hasMessageContaining("ClassNotFoundException");
    }

    @Test
    void aRegisteredClassThatIsNoNodeIsAnError() throws Exception {
        final var registry = registry(node(ExtensionRegistry.NODES, "java.lang.Object"));
        final var folder = new WorkflowBuilder(temp.resolve("flow")).node(1, "java.lang.Object", "Object", model -> {})
            .write();
        assertThatThrownBy(() -> WorkflowRun.load(folder, registry)).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("#1 Object cannot be created");
    }

    @Test
    void refusesEntities() {
        assertThatThrownBy(() -> new PluginXmlRegistry(
            new ByteArrayInputStream("<!DOCTYPE plugin []><plugin/>".getBytes(StandardCharsets.UTF_8)), null))
            .isInstanceOf(IOException.class).hasMessageContaining("plugin.xml");
    }
}
