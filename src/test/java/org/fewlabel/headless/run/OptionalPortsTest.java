package org.fewlabel.headless.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.node.PortsInput;
import org.fewlabel.headless.picture.WorkflowPicture;
import org.fewlabel.headless.registry.NodeRegistry;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.workflow.NodeOption;
import org.fewlabel.headless.workflow.WorkflowException;
import org.fewlabel.headless.workflow.WorkflowSaver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** A node with a port that the user may add, in a workflow as KNIME saves it. */
class OptionalPortsTest {

    private static final PortType TABLE = BufferedDataTable.TYPE;

    private static final String PORT = """
        <config key="port_0"><entry key="object_class" type="xstring" value="%s"/></config>
        """;

    private static final String TABLE_PORT = PORT.formatted("org.knime.core.node.BufferedDataTable");

    @TempDir
    private Path temp;

    static final class Parameters implements NodeParameters {

        int m_inputs;

        Parameters() {
        }

        Parameters(final NodeParametersInput input) {
            m_inputs = input.getInPortSpecs().length;
        }
    }

    /** Gives the table at its last input. */
    public static final class MaybeFactory extends DefaultNodeFactory {

        /** Called by the registry. */
        public MaybeFactory() {
            super(DefaultNode.create().name("Maybe").icon("none.png").shortDescription("s").fullDescription("f")
                .sinceVersion(5, 8, 0)
                .dynamicPorts(p -> p.addInputPortGroup("Rows", g -> g.name("Rows").description("i").fixed(TABLE))
                    .addInputPortGroup("More", g -> g.name("More").description("m").optional().supportedTypes(TABLE))
                    .addOutputPortGroup("Last", g -> g.name("Last").description("o").fixed(TABLE)))
                .model(m -> m.parametersClass(Parameters.class)
                    .configure((in, out) -> out.setOutSpec(0, in.getInTableSpecs()[in.getInTableSpecs().length - 1]))
                    .execute((in, out) -> out.setOutData(0, in.getInTables()[in.getInTables().length - 1]))));
        }
    }

    private static NodeRegistry registry() throws IOException {
        return new BaseNodes().or(new PluginXmlRegistry(new ByteArrayInputStream(
            ("<plugin><extension point='org.knime.workbench.repository.nodes'><node factory-class='"
                + MaybeFactory.class.getName() + "'/></extension></plugin>").getBytes(StandardCharsets.UTF_8)),
            OptionalPortsTest.class.getClassLoader()));
    }

    /** @return the root of a settings file with these groups of ports, in the form in which KNIME writes them */
    private static NodeSettings file(final String groups) {
        final var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="settings.xml">
            <config key="node_creation_config">%s</config>
            </config>
            """.formatted(groups);
        try {
            final var settings = new NodeSettings("settings.xml");
            NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).copyTo(settings);
            return settings;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String groups(final String more) {
        return "<config key=\"Rows\"/><config key=\"More\">" + more + "</config><config key=\"Last\"/>";
    }

    private WorkflowBuilder workflow(final NodeSettings ports) {
        return new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "x.csv", "a,b\n1,x\n2,y\n")
            .csvReader(2, "y.csv", "c\n7\n").node(3, MaybeFactory.class.getName(), "Maybe", model -> {})
            .settings(3, ports::copyTo).connect(1, 1, 3, 1);
    }

    private static String lastColumn(final WorkflowRun run) {
        final var spec = run.execute(RunListener.NONE).table(3, 1).getDataTableSpec();
        return spec.getColumnSpec(spec.getNumColumns() - 1).getName();
    }

    @Test
    void aNewNodeHasNoOptionalPort() {
        assertThat(NodeAccess.of(new MaybeFactory()).inPorts()).containsExactly(TABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"no config|", "other groups|<config key='Rows'/>",
        "an empty group|<config key='Rows'/><config key='More'/><config key='Last'/>",
        "an unknown group without ports|<config key='Old'/>"})
    void withoutAPortInTheFileThereIsNone(final String what, final String inFile) throws Exception {
        final var file = inFile == null ? new NodeSettings("settings.xml") : file(inFile);
        final var run = WorkflowRun.load(workflow(file).write(), registry());

        assertThat(run.nodes().get(3).inPorts()).as(what).containsExactly(TABLE);
        assertThat(lastColumn(run)).isEqualTo("b");
    }

    @Test
    void thePortInTheFileIsTheOneAfterTheFixedOnes() throws Exception {
        final var run = WorkflowRun.load(workflow(file(groups(TABLE_PORT))).connect(2, 1, 3, 2).write(), registry());

        assertThat(run.nodes().get(3).inPorts()).containsExactly(TABLE, TABLE);
        assertThat(lastColumn(run)).isEqualTo("c");
    }

    @Test
    void aPortThatIsThereMustBeConnected() throws Exception {
        final var run = WorkflowRun.load(workflow(file(groups(TABLE_PORT))).write(), registry());

        assertThat(run.execute(RunListener.NONE).node(3).error()).contains("Nothing is connected to input port 2");
    }

    @Test
    void aPortThatIsNotThereCannotBeConnected() throws Exception {
        final var folder = workflow(file(groups(""))).connect(2, 1, 3, 2).write();

        assertThatThrownBy(() -> WorkflowRun.load(folder, registry())).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("input port 2 of #3 Maybe, which has only port 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gone.away.PortObject|group \"More\"|\"gone.away.PortObject\" is not registered",
        "org.knime.core.node.port.PortObject|group of ports \"More\"|Generic Port, which it does not take"})
    void aTypeThatDoesNotSuitIsNamed(final String type, final String group, final String reason) throws Exception {
        final var folder = workflow(file(groups(PORT.formatted(type)))).write();

        assertThatThrownBy(() -> WorkflowRun.load(folder, registry())).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("#3 Maybe cannot be created").hasMessageContaining(group)
            .hasMessageContaining(reason);
    }

    @Test
    void aGroupWithPortsThatTheNodeDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> NodeAccess.of(new MaybeFactory(),
            file("<config key=\"Mor\">" + TABLE_PORT + "</config>"))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"Mor\"").hasMessageContaining("Rows, More, Last");
    }

    @Test
    void twoPortsAreMoreThanAnOptionalGroupHas() {
        final var two = TABLE_PORT + TABLE_PORT.replace("port_0", "port_1");
        assertThatThrownBy(() -> NodeAccess.of(new MaybeFactory(), file(groups(two))))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"More\"")
            .hasMessageContaining("at most 1");
    }

    @Test
    void defaultsAreMadeOfThePortsThatAreThere() throws Exception {
        final var spec = new DataTableSpec(new String[]{"a"}, new DataType[]{IntCell.TYPE});
        assertThat(NodeAccess.of(new MaybeFactory()).defaultSettings(new PortObjectSpec[]{spec}).getInt("inputs"))
            .isEqualTo(1);
        assertThat(NodeAccess.of(new MaybeFactory(), file(groups(TABLE_PORT)))
            .defaultSettings(new PortObjectSpec[]{spec, null}).getInt("inputs")).isEqualTo(2);
        // as in KNIME, where asking for a port that is not there is an error and no empty answer
        final var input = new PortsInput(NodeAccess.of(new MaybeFactory()).inPorts(), List.of(TABLE),
            new PortObjectSpec[]{spec}, new PortObject[1]);
        assertThatThrownBy(() -> input.getInPortSpec(1)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void aSavedWorkflowKeepsThePort() throws Exception {
        final var run = WorkflowRun.load(workflow(file(groups(TABLE_PORT))).connect(2, 1, 3, 2).write(), registry());
        run.apply(List.of(NodeOption.parse("1,limit_rows/max_rows,1,long")));
        final var copy = temp.resolve("copy");
        WorkflowSaver.toFolder(run.workflow(), copy);

        final var again = WorkflowRun.load(copy, registry());
        assertThat(again.workflow().node(3).orElseThrow().settings().getNodeSettings("node_creation_config"))
            .isEqualTo(file(groups(TABLE_PORT)).getNodeSettings("node_creation_config"));
        assertThat(lastColumn(again)).isEqualTo("c");
    }

    @Test
    void thePictureShowsThePort() throws Exception {
        final var without = WorkflowRun.load(workflow(file(groups(""))).write(), registry());
        final var with = WorkflowRun.load(workflow(file(groups(TABLE_PORT))).connect(2, 1, 3, 2).write(), registry());

        assertThat(count(WorkflowPicture.svg(with.workflow(), with.nodes()), "<polygon"))
            .isEqualTo(count(WorkflowPicture.svg(without.workflow(), without.nodes()), "<polygon") + 1);
    }

    private static int count(final String text, final String part) {
        return text.split(part, -1).length - 1;
    }
}
