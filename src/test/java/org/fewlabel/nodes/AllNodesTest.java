package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.fewlabel.headless.node.PortsInput;
import org.fewlabel.headless.node.dialog.DialogCheck;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.NodeFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.knime.node.parameters.NodeParameters;

/** What every node must have: a dialog that explains itself, an icon, a description that says when to use it. */
class AllNodesTest {

    static Stream<NodeFacts> nodes() throws IOException {
        try (var in = new FileInputStream("plugin.xml")) {
            return new PluginXmlRegistry(in, AllNodesTest.class.getClassLoader()).factories().stream().sorted()
                .map(AllNodesTest::facts);
        }
    }

    private static NodeFacts facts(final String factory) {
        try {
            return NodeAccess.facts((NodeFactory<?>)Class.forName(factory).getDeclaredConstructor().newInstance());
        } catch (final ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void theDescriptionSaysWhatItIsAndWhenToUseIt(final NodeFacts node) {
        assertThat(node.summary()).endsWith(".");
        assertThat(node.descriptionText()).contains("When to use it.", "When not.");
        assertThat(node.keywords()).hasSizeGreaterThan(3);
        assertThat(node.since()).isEqualTo("5.8.0");
        assertThat(node.inputs()).allSatisfy(port -> assertThat(port.description()).endsWith("."));
        assertThat(node.outputs()).allSatisfy(port -> assertThat(port.description()).endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void theIconIsSixteenPixelsWideAndHigh(final NodeFacts node) throws IOException {
        assertThat(node.icon()).isPresent();
        final var image = ImageIO.read(node.icon().orElseThrow());
        assertThat(image.getWidth()).isEqualTo(16);
        assertThat(image.getHeight()).isEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void theDialogExplainsItself(final NodeFacts node) {
        final var type = node.parametersClass().orElseThrow().asSubclass(NodeParameters.class);
        assertThat(DialogCheck.problems(type, PortsInput.ofTables(TestTable.twoGroups(3, "a", "b").build().getDataTableSpec()))).isEmpty();
        assertThat(node.parameters()).isNotEmpty()
            .allSatisfy(parameter -> assertThat(parameter.description().strip()).endsWith("."));
    }
}
