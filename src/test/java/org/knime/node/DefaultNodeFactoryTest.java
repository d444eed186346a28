package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;

import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.NodeFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.PortsAdder;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;

class DefaultNodeFactoryTest {

    private static final PortType TABLE = BufferedDataTable.TYPE;

    private static final PortType ANY = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    private static RequirePorts named(final String description) {
        return DefaultNode.create().name("Test").icon("../icons/none.png").shortDescription("In <i>short</i>.")
            .fullDescription(description).sinceVersion(5, 8, 0);
    }

    private static DefaultNode withPorts(final Consumer<PortsAdder> ports) {
        return named("d").ports(ports)
            .model(m -> m.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}));
    }

    private static DefaultNode withGroups(final Consumer<DynamicPortsAdder> ports) {
        return named("d").dynamicPorts(ports)
            .model(m -> m.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}));
    }

    private static NodeFacts facts(final DefaultNode node) {
        return NodeAccess.facts(new DefaultNodeFactory(node) {
        });
    }

    @Test
    void portNameMustBeUniqueOverInputsAndOutputs() {
        final var factory = new DefaultNodeFactory(
            withPorts(p -> p.addInputTable("Table", "i").addOutputTable("Table", "o"))) {
        };
        assertThatThrownBy(() -> NodeAccess.of(factory)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"Table\"").hasMessageContaining("unique over inputs and outputs");
    }

    @Test
    void groupsWithTheirOwnIdentifiersMayShareAName() {
        final var facts = facts(withGroups(p -> p
            .addInputPortGroup("in", g -> g.name("Table").description("i").fixed(TABLE))
            .addOutputPortGroup("out", g -> g.name("Table").description("o").fixed(TABLE))));
        assertThat(facts.inputs()).extracting(NodeFacts.Port::name).containsExactly("Table");
        assertThat(facts.outputs()).extracting(NodeFacts.Port::group).containsExactly("out");
        assertThat(facts.outputs().get(0).configurable()).isFalse();
    }

    @Test
    void groupsHaveThePortsThatAreThereAtFirst() {
        final var facts = facts(withGroups(p -> p
            .addInputPortGroup("absent", g -> g.name("Absent").description("d").optional().supportedTypes(TABLE))
            .addInputPortGroup("present",
                g -> g.name("Present").description("d").optional().supportedTypes(TABLE).defaultPortType(TABLE))
            .addInputPortGroup("many", g -> g.name("Many").description("d").extendable().supportedTypes(t -> true)
                .fixedTypes(TABLE).defaultNonFixedTypes(ANY, TABLE))
            .addOutputPortGroup("bound", g -> g.name("Bound").description("d").boundExtendable("many").fixedNumPorts(1)
                .defaultNumPorts(1))
            .addInputAndOutputPortGroup("both", g -> g.inputName("Left").inputDescription("l").outputName("Right")
                .outputDescription("r").exchangable(ANY).supportedTypes(ANY, TABLE))));
        assertThat(facts.inputs()).extracting(NodeFacts.Port::name).containsExactly("Present", "Many", "Many", "Many",
            "Left");
        assertThat(facts.inputs()).extracting(NodeFacts.Port::type).containsExactly(TABLE, TABLE, ANY, TABLE, ANY);
        assertThat(facts.outputs()).extracting(NodeFacts.Port::name).containsExactly("Bound", "Bound", "Right");
        assertThat(facts.outputs()).extracting(NodeFacts.Port::type).containsExactly(TABLE, TABLE, ANY);
        assertThat(facts.outputs()).allMatch(NodeFacts.Port::configurable);
    }

    @Test
    void portsOfTheUserTakeThePlaceOfTheFirstOnes() throws InvalidSettingsException {
        final var file = new NodeSettings("settings.xml");
        final var groups = file.addNodeSettings("node_creation_config");
        groups.addNodeSettings("present");
        ANY.save(groups.addNodeSettings("many").addNodeSettings("port_0"));
        groups.addNodeSettings("bound").addInt("configuredPortNumber", 0);
        TABLE.save(groups.addNodeSettings("both"));
        final var node = NodeAccess.of(new DefaultNodeFactory(withGroups(p -> p
            .addInputPortGroup("present",
                g -> g.name("Present").description("d").optional().supportedTypes(TABLE).defaultPortType(TABLE))
            .addInputPortGroup("many", g -> g.name("Many").description("d").extendable().supportedTypes(t -> true)
                .fixedTypes(TABLE).defaultNonFixedTypes(TABLE, TABLE))
            .addOutputPortGroup("bound", g -> g.name("Bound").description("d").boundExtendable("many").fixedNumPorts(1)
                .defaultNumPorts(1))
            .addInputAndOutputPortGroup("both", g -> g.inputName("Left").inputDescription("l").outputName("Right")
                .outputDescription("r").exchangable(ANY).supportedTypes(ANY, TABLE)))) {
        }, file);
        assertThat(node.inPorts()).containsExactly(TABLE, ANY, TABLE);
        assertThat(node.outPorts()).containsExactly(TABLE, TABLE);
        assertThat(node.outPortNames()).containsExactly("Bound", "Right");
    }

    @Test
    void groupsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> facts(withGroups(p -> p.addInputPortGroup("a",
            g -> g.name("A").description("d").optional().supportedTypes(TABLE).defaultPortType(ANY)))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"a\"");
        assertThatThrownBy(() -> facts(withGroups(
            p -> p.addOutputPortGroup("b", g -> g.name("B").description("d").boundExtendable("not there")))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"not there\"");
        assertThatThrownBy(() -> facts(withPorts(p -> p.addInputTable("", "d"))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("identifier");
        assertThatThrownBy(() -> withGroups(p -> p.addInputPortGroup("c",
            g -> g.name("C").description("d").extendable().supportedTypes(TABLE).fixedTypes())))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("fixedTypes");
    }

    @Test
    void rearrangingNeedsOneTableOnEachSide() {
        final var node = named("d").ports(p -> p.addInputTable("In", "i"))
            .model(m -> m.withoutParameters().rearrangeColumns((in, out) -> {}));
        assertThatThrownBy(() -> facts(node)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("one input table and one output table");
    }

    @Test
    void kindOfNodeFollowsFromItsPortsUnlessDeclared() {
        assertThat(facts(withPorts(p -> p.addOutputTable("Out", "o"))).type()).isEqualTo(NodeType.Source);
        assertThat(facts(withPorts(p -> p.addInputTable("In", "i"))).type()).isEqualTo(NodeType.Sink);
        final var both = withPorts(p -> p.addInputTable("In", "i").addOutputTable("Out", "o"));
        assertThat(facts(both).type()).isEqualTo(NodeType.Manipulator);
        assertThat(facts(both.nodeType(NodeType.Learner)).type()).isEqualTo(NodeType.Learner);
        assertThatThrownBy(() -> both.nodeType(NodeType.Learner)).isInstanceOf(IllegalStateException.class);
    }

    static final class Parameters implements NodeParameters {
        @Widget(title = "Rows", description = "How <b>many</b> rows.")
        int m_rows;
    }

    @Test
    void exposesEverythingThatTheUserCanRead() {
        final var node = named("<p>First.</p>\n<ul><li>one</li><li>two &amp; three</li></ul>")
            .ports(p -> p.addInputTable("In", "an <i>input</i>").addOutputTable("Out", "o"))
            .model(m -> m.parametersClass(Parameters.class).configure((in, out) -> {}).execute((in, out) -> {}))
            .keywords("few", "label").addExternalResource("https://example.org", "A page");
        final var facts = facts(node);
        assertThat(facts.name()).isEqualTo("Test");
        assertThat(facts.iconPath()).isEqualTo("org/knime/icons/none.png");
        assertThat(facts.icon()).isEmpty();
        assertThat(facts.summary()).isEqualTo("In short.");
        assertThat(facts.descriptionText()).isEqualTo("First.\none\ntwo & three");
        assertThat(facts.descriptionHtml()).startsWith("<p>");
        assertThat(facts.since()).isEqualTo("5.8.0");
        assertThat(facts.keywords()).containsExactly("few", "label");
        assertThat(facts.resources()).containsExactly(new NodeFacts.Resource("https://example.org", "A page"));
        assertThat(facts.parametersClass()).contains(Parameters.class);
        assertThat(facts.parameters()).singleElement().satisfies(p -> {
            assertThat(p.path()).containsExactly("rows");
            assertThat(p.title()).isEqualTo("Rows");
            assertThat(p.section()).isEmpty();
            assertThat(p.type()).isEqualTo(int.class);
        });
        assertThatThrownBy(() -> node.keywords("again")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> node.addExternalResource(null, "d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void descriptionThatIsNotWellFormedKeepsTheNodeFromBeingCreated() {
        final var node = named("<p>one<p>two").ports(p -> p.addInputTable("In", "i"))
            .model(m -> m.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}));
        assertThatThrownBy(() -> NodeAccess.of(new DefaultNodeFactory(node) {
        }))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not well-formed");
    }

    static final class Disordered implements NodeParameters {
        @After(Second.class)
        interface First {
        }

        @After(First.class)
        interface Second {
        }

        @Widget(title = "Rows", description = "How many rows.")
        @Layout(First.class)
        int m_rows;
    }

    static final class ListOfDisordered implements NodeParameters {
        @Widget(title = "Rows", description = "How many rows.")
        Disordered[] m_rows = new Disordered[0];
    }

    static final class Malformed implements NodeParameters {
        @Widget(title = "Rows", description = "<b>many<i>")
        int m_rows;
    }

    static final class ListOfMalformed implements NodeParameters {
        @Widget(title = "Rows", description = "How many rows.")
        Malformed[] m_rows = new Malformed[0];
    }

    static Stream<Arguments> parametersWithoutDescription() {
        return Stream.of(Arguments.of(Disordered.class, "Circular order"),
            Arguments.of(ListOfDisordered.class, "Circular order"), Arguments.of(Malformed.class, "not well-formed"),
            Arguments.of(ListOfMalformed.class, "not well-formed"));
    }

    /** KNIME writes the description of a node from the layout of its parameters when it creates the node. */
    @ParameterizedTest
    @MethodSource("parametersWithoutDescription")
    void parametersThatCannotBeDescribedKeepTheNodeFromBeingCreated(final Class<? extends NodeParameters> type,
        final String why) {
        final var node = named("d").ports(p -> p.addInputTable("In", "i"))
            .model(m -> m.parametersClass(type).configure((in, out) -> {}).execute((in, out) -> {}));
        assertThatThrownBy(() -> NodeAccess.of(new DefaultNodeFactory(node) {
        }))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @Test
    void factoryOfAnotherKindIsRefusedByName() {
        final class Unknown extends NodeFactory<NodeModel> {
        }
        assertThatThrownBy(() -> NodeAccess.of(new Unknown())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(Unknown.class.getName());
    }
}
