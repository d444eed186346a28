package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.fewlabel.headless.node.dialog.Markup;
import org.fewlabel.headless.node.PortsInput;
import org.fewlabel.headless.node.dialog.DialogCheck;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.NodeFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Every node registered in plugin.xml has a description, an icon and a working dialog. */
class EveryNodeTest {

    private static final DataTableSpec TABLE = new DataTableSpec(new String[]{"id", "size", "count", "label"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, StringCell.TYPE});

    /** icons of KNIME nodes are 16 pixels wide and high: bytes 16 to 23 of a PNG file */
    private static final byte[] SIXTEEN_BY_SIXTEEN = {0, 0, 0, 16, 0, 0, 0, 16};

    static Stream<NodeFactory<?>> factories() throws Exception {
        final var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse("plugin.xml");
        final var nodes = document.getElementsByTagName("node");
        final Stream.Builder<NodeFactory<?>> factories = Stream.builder();
        for (int i = 0; i < nodes.getLength(); i++) {
            final var name = nodes.item(i).getAttributes().getNamedItem("factory-class").getNodeValue();
            factories.add((NodeFactory<?>)Class.forName(name).getConstructor().newInstance());
        }
        return factories.build();
    }

    private static PortsInput input(final NodeFacts facts, final DataTableSpec table) {
        final List<PortType> types = facts.inputs().stream().map(NodeFacts.Port::type).toList();
        final var specs = types.stream().map(t -> BufferedDataTable.TYPE.equals(t) ? table : null)
            .toArray(PortObjectSpec[]::new);
        final var outTypes = facts.outputs().stream().map(NodeFacts.Port::type).toList();
        return new PortsInput(types, outTypes, specs, new PortObject[specs.length]);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void describesWhatItDoesAndWhenToUseIt(final NodeFactory<?> factory) {
        final var facts = NodeAccess.facts(factory);
        assertThat(facts.name()).isNotBlank();
        assertThat(facts.summary()).endsWith(".").hasSizeBetween(20, 120);
        assertThat(facts.descriptionText()).containsIgnoringCase("when to use it").containsIgnoringCase("when not")
            .hasSizeGreaterThan(300);
        assertThat(facts.keywords()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(facts.since()).isEqualTo("5.8.0");
        assertThat(Stream.concat(facts.inputs().stream(), facts.outputs().stream()))
            .allSatisfy(port -> assertThat(Markup.text(port.description())).endsWith(".").hasSizeGreaterThan(15));
        assertThat(facts.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.title()).doesNotEndWith(":").doesNotEndWith(".");
            assertThat(Markup.text(parameter.description())).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void hasAnIconAndItsSource(final NodeFactory<?> factory) throws Exception {
        final var icon = Path.of(NodeAccess.facts(factory).iconPath());
        final var png = Files.readAllBytes(icon);
        assertThat(Arrays.copyOfRange(png, 16, 24)).isEqualTo(SIXTEEN_BY_SIXTEEN);
        final var name = icon.getFileName().toString().replaceFirst(Pattern.quote(".png") + "$", ".svg");
        try (var files = Files.walk(icon.getParent())) {
            assertThat(files.map(f -> f.getFileName().toString())).contains(name);
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void hasADialogThatWorks(final NodeFactory<?> factory) {
        final var facts = NodeAccess.facts(factory);
        assertThat(facts.parametersClass()).isPresent();
        final var type = facts.parametersClass().orElseThrow().asSubclass(NodeParameters.class);
        assertThat(DialogCheck.problems(type, input(facts, TABLE))).isEmpty();
        assertThat(DialogCheck.problems(type, input(facts, new DataTableSpec()))).isEmpty();
        assertThat(DialogCheck.problems(type, input(facts, null))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void canBeConfiguredAsItComesFromTheRepository(final NodeFactory<?> factory) {
        final var node = NodeAccess.of(factory);
        final var facts = NodeAccess.facts(factory);
        for (final var table : new DataTableSpec[]{TABLE, new DataTableSpec(), null}) {
            final var specs = input(facts, table).getInPortSpecs();
            assertThat(node.defaultSettings(specs).keySet()).isNotEmpty();
        }
        assertThat(node.outPortNames()).hasSameSizeAs(node.outPorts()).doesNotHaveDuplicates();
    }
}
