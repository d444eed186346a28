package org.fewlabel.headless.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;

import javax.swing.JComponent;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.PortsAdder;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

class DeclaredNodeTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"a", "b"},
        new DataType[]{IntCell.TYPE, StringCell.TYPE});

    private static final ExecuteConsumer PASS = (in, out) -> out.setOutData(0, in.getInTable(0));

    private static final ConfigureOrRearrangerConsumer<ConfigureInput,
        ConfigureOutput> SAME = (in, out) -> out.setOutSpec(0, in.getInTableSpec(0));

    private final ExecutionContexts.Execution execution = ExecutionContexts.create();

    static final class Parameters implements NodeParameters {
        String m_column = "none";
        int m_k = 3;

        Parameters() {
        }

        Parameters(final NodeParametersInput input) {
            m_column = input.getInTableSpec(0).map(spec -> spec.getColumnSpec(0).getName()).orElse("unknown");
        }

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_k < 1) {
                throw new InvalidSettingsException("k must be at least 1 but is " + m_k);
            }
        }
    }

    private static RunnableNode node(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute) {
        return open(DefaultNode.create().name("Test").icon("none.png").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 8, 0).ports(p -> p.addInputTable("In", "i").addOutputTable("Out", "o"))
            .model(m -> m.parametersClass(Parameters.class).configure(configure).execute(execute)));
    }

    private static RunnableNode open(final DefaultNode node) {
        return NodeAccess.of(new DefaultNodeFactory(node) {
        });
    }

    private static NodeSettings settings(final int k) {
        final var settings = new NodeSettings("model");
        settings.addString("column", "a");
        settings.addInt("k", k);
        return settings;
    }

    private BufferedDataTable table(final int rows) {
        final var container = execution.context().createDataContainer(SPEC);
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new IntCell(i), new StringCell("t" + i)));
        }
        container.close();
        return container.getTable();
    }

    private RunnableNode.Executed run(final RunnableNode node, final PortObject... in) throws Exception {
        return node.execute(settings(3), in, execution.context());
    }

    private static PortObjectSpec[] specs(final PortObjectSpec... specs) {
        return specs;
    }

    @Test
    void defaultsAreDerivedFromTheInput() throws Exception {
        final var node = node(SAME, PASS);
        assertThat(node.defaultSettings(specs(SPEC)).getString("column")).isEqualTo("a");
        assertThat(node.defaultSettings(specs((PortObjectSpec)null)).getString("column")).isEqualTo("unknown");
        assertThat(node.name()).isEqualTo("Test");
        assertThat(node.inPorts()).containsExactly(BufferedDataTable.TYPE);
        assertThat(node.outPortNames()).containsExactly("Out");
    }

    @Test
    void configureGivesSpecsAndWarning() throws Exception {
        final var configured = node((in, out) -> {
            out.setOutSpecs(in.getInTableSpecs());
            out.setWarningMessage("k is " + in.<Parameters>getParameters().m_k);
        }, PASS).configure(settings(4), specs(SPEC));
        assertThat(configured.specs()).containsExactly(SPEC);
        assertThat(configured.warning()).isEqualTo("k is 4");
    }

    @Test
    void settingsAreReadAndValidatedBeforeEachStep() {
        final var node = node(SAME, PASS);
        assertThatThrownBy(() -> node.configure(new NodeSettings("model"), specs(SPEC)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("column");
        assertThatThrownBy(() -> node.configure(settings(0), specs(SPEC))).hasMessage("k must be at least 1 but is 0");
        assertThatThrownBy(() -> node.execute(settings(0), new PortObject[]{table(1)}, execution.context()))
            .hasMessage("k must be at least 1 but is 0");
    }

    @Test
    void configureFailsWithTheNodesOwnMessageAndHidesNoFault() {
        assertThatThrownBy(() -> node((in, out) -> {
            throw new InvalidSettingsException("Choose a column.");
        }, PASS).configure(settings(1), specs(SPEC))).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("Choose a column.");
        assertThatThrownBy(() -> node((in, out) -> {
            throw new IllegalStateException("a bug");
        }, PASS).configure(settings(1), specs(SPEC))).isInstanceOf(IllegalStateException.class).hasMessage("a bug");
    }

    @Test
    void inputThatIsUnknownOrOfAnotherTypeIsNamed() {
        final var node = node(SAME, PASS);
        assertThatThrownBy(() -> node.configure(settings(1), specs((PortObjectSpec)null)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"In\" (port 1)");
        assertThatThrownBy(() -> run(node, (PortObject)null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("\"In\" (port 1)").hasMessageContaining("nothing");
    }

    @Test
    void optionalInputMayBeAbsent() throws Exception {
        final var node = open(DefaultNode.create().name("Optional").icon("i.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable("In", "i").addInputPort("More", "m", BufferedDataTable.TYPE_OPTIONAL)
                .addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, in.getInTableSpec(0)))
                .execute((in, out) -> {
                    assertThat(in.getInTable(1)).isNull();
                    PASS.accept(in, out);
                })));
        final var settings = new NodeSettings("model");
        assertThat(node.configure(settings, specs(SPEC, null)).specs()).containsExactly(SPEC);
        final var in = new PortObject[]{table(1), null};
        assertThat(node.execute(settings, in, execution.context()).objects()).containsExactly(in[0]);
    }

    @Test
    void executeGivesDataAndWarning() throws Exception {
        final var table = table(2);
        final var executed = run(node(SAME, (in, out) -> {
            out.setOutData(in.getInTables());
            out.setWarningMessage("careful");
        }), table);
        assertThat(executed.objects()).containsExactly(table);
        assertThat(executed.warning()).isEqualTo("careful");
        assertThat(run(node(SAME, PASS), table).warning()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'Row 7 is odd','Execute failed: Row 7 is odd'",
        "'3','Execute failed: (\"IllegalArgumentException\"): 3'",
        ",'Execute failed: (\"IllegalArgumentException\"): null'"})
    void uncheckedFailureBecomesAMessage(final String message, final String expected) {
        assertThatThrownBy(() -> run(node(SAME, (in, out) -> {
            throw new IllegalArgumentException(message);
        }), table(1))).isInstanceOf(KNIMEException.class).hasMessage(expected)
            .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void errorOfTheJvmBecomesAMessage() {
        assertThatThrownBy(() -> run(node(SAME, (in, out) -> {
            throw new StackOverflowError();
        }), table(1))).isInstanceOf(KNIMEException.class).hasMessageContaining("StackOverflowError");
    }

    @Test
    void messageForTheUserPassesAsItIsAndTheNodeWorksAgainAfterwards() throws Exception {
        final var attempts = new int[1];
        final var node = node(SAME, (in, out) -> {
            if (attempts[0]++ == 0) {
                throw new KNIMEException("No labels in column \"a\".");
            }
            PASS.accept(in, out);
        });
        assertThatThrownBy(() -> run(node, table(1))).isInstanceOf(KNIMEException.class)
            .hasMessage("No labels in column \"a\".");
        assertThat(node.configure(settings(1), specs(SPEC)).specs()).containsExactly(SPEC);
        assertThat(run(node, table(1)).objects()).hasSize(1);
    }

    @Test
    void whateverHappensAfterTheUserCanceledIsACancel() {
        assertThatThrownBy(() -> run(node(SAME, (in, out) -> {
            execution.cancel();
            in.getExecutionContext().checkCanceled();
        }), table(1))).isInstanceOf(CanceledExecutionException.class);
        assertThatThrownBy(() -> run(node(SAME, (in, out) -> {
            execution.cancel();
            throw new IllegalStateException("the consequence");
        }), table(1))).isInstanceOf(CanceledExecutionException.class);
        assertThatThrownBy(() -> run(node(SAME, PASS), table(1))).isInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void missingOrWrongOutputIsAnError() {
        assertThatThrownBy(() -> run(node(SAME, (in, out) -> assertThat(in.getInTables()).hasSize(1)), table(1)))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("output port 1 (Out) must not be null");
        assertThatThrownBy(() -> run(node(SAME, (in, out) -> out.setOutData(0, new Other())), table(1)))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("must be BufferedDataTable, not Other");
    }

    /** An object that is no table. */
    private static final class Other implements PortObject {

        @Override
        public String getSummary() {
            return "other";
        }

        @Override
        public PortObjectSpec getSpec() {
            return SPEC;
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }

    @Test
    void tableThatDiffersFromTheAnnouncedOneIsNoticed() throws Exception {
        final var announcesOther = node((in, out) -> out.setOutSpec(0, new DataTableSpec()), PASS);
        assertThatThrownBy(() -> run(announcesOther, table(1))).isInstanceOf(AssertionError.class)
            .hasMessageContaining("Test announced at output port 1").hasMessageContaining("a: Number (Integer)");
        final var announcesNothing = node((in, out) -> out.setWarningMessage("later"), PASS);
        assertThat(run(announcesNothing, table(1)).warning()).isNull();
    }

    @Test
    void emptyTableWarnsUnlessTheNodeExplainsIt() throws Exception {
        assertThat(run(node(SAME, PASS), table(0)).warning()).isEqualTo(OutputCheck.EMPTY);
        assertThat(run(node(SAME, (in, out) -> {
            out.setWarningMessage("all filtered");
            PASS.accept(in, out);
        }), table(0)).warning()).isEqualTo("all filtered");
        final UnaryOperator<
            PortsAdder> ports = p -> p.addInputTable("In", "i").addOutputTable("One", "1").addOutputTable("Two", "2");
        final var two = open(DefaultNode.create().name("Two").icon("i.png").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 8, 0).ports(ports::apply).model(m -> m.withoutParameters()
                .configure((in, out) -> out.setOutSpecs(SPEC, SPEC))
                .execute((in, out) -> out.setOutData(in.getInTable(0), in.getInTable(0)))));
        assertThat(two.execute(new NodeSettings("model"), new PortObject[]{table(0)}, execution.context()).warning())
            .isEqualTo(OutputCheck.ALL_EMPTY);
        assertThat(two.defaultSettings(specs(SPEC)).keySet()).isEmpty();
    }

    @Test
    void columnsAreRearranged() throws Exception {
        final var node = open(DefaultNode.create().name("Double").icon("i.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable("In", "i").addOutputTable("Out", "o"))
            .model(m -> m.parametersClass(Parameters.class).rearrangeColumns((in, out) -> {
                final var rearranger = new ColumnRearranger(in.getDataTableSpec());
                final int factor = in.<Parameters>getParameters().m_k;
                final var column = new DataColumnSpecCreator("scaled", IntCell.TYPE).createSpec();
                rearranger.append(new SingleCellFactory(column) {
                    @Override
                    public DataCell getCell(final DataRow row) {
                        return new IntCell(factor * ((IntValue)row.getCell(0)).getIntValue());
                    }
                });
                out.setColumnRearranger(rearranger);
            })));
        final var spec = (DataTableSpec)node.configure(settings(3), specs(SPEC)).specs()[0];
        assertThat(spec.getColumnNames()).containsExactly("a", "b", "scaled");
        final var table = (BufferedDataTable)run(node, table(3)).objects()[0];
        assertThat(table).extracting(row -> ((IntValue)row.getCell(2)).getIntValue()).containsExactly(0, 3, 6);
    }

    @Test
    void columnsThatAreNotRearrangedAreAnInvalidSetting() {
        final var node = open(DefaultNode.create().name("Lazy").icon("i.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable("In", "i").addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().rearrangeColumns((in, out) -> assertThat(in.getDataTableSpec())
                .isEqualTo(SPEC))));
        assertThatThrownBy(() -> node.configure(new NodeSettings("model"), specs(SPEC)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("Lazy");
    }
}
