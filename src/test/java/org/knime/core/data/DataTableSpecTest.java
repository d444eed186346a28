package org.knime.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.Config;

final class DataTableSpecTest {

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static final DataTableSpec SPEC = new DataTableSpec(column("a", DoubleCell.TYPE),
        column("b", StringCell.TYPE));

    @Test
    void duplicateColumnNamesAreRefused() {
        assertThatThrownBy(() -> new DataTableSpec(column("a", DoubleCell.TYPE), column("b", IntCell.TYPE),
            column("a", StringCell.TYPE))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"a\"")
            .hasMessageContaining("positions 0 and 2");
        assertThatThrownBy(() -> new DataTableSpec(SPEC, SPEC)).isInstanceOf(IllegalArgumentException.class);
    }

    /** KNIME cuts names before it compares them; so does every method that creates a table. */
    @Test
    void namesThatDifferInBlanksAroundThemAreDuplicates() {
        final var types = new DataType[]{IntCell.TYPE, IntCell.TYPE};
        final var rearranger = new ColumnRearranger(SPEC);
        rearranger.append(new SingleCellFactory(column("b\t", IntCell.TYPE)) {
            @Override
            public DataCell getCell(final DataRow row) {
                return new IntCell(1);
            }
        });
        for (final ThrowingCallable way : List.<ThrowingCallable>of(
            () -> new DataTableSpec(column("c", IntCell.TYPE), column(" c\n", IntCell.TYPE)),
            () -> new DataTableSpec(new String[]{"c", "c "}, types),
            () -> new DataTableSpec("t", new String[]{"c", "c"}, types),
            () -> DataTableSpec.createColumnSpecs(new String[]{"c", "c"}, types),
            () -> new DataTableSpec(SPEC, new DataTableSpec(column(" b", IntCell.TYPE))),
            rearranger::createSpec)) {
            assertThatThrownBy(way).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new DataTableSpec(column("c", IntCell.TYPE), column("c\u00a0", IntCell.TYPE)).getNumColumns())
            .as("only what is not above a blank is cut").isEqualTo(2);
    }

    @Test
    void columnsAreFoundByName() {
        assertThat(SPEC.findColumnIndex("b")).isEqualTo(1);
        assertThat(SPEC.findColumnIndex("c")).isEqualTo(-1);
        assertThat(SPEC.findColumnIndex(null)).isEqualTo(-1);
        assertThat(SPEC.getColumnSpec("c")).isNull();
        assertThat(SPEC.containsCompatibleType(IntValue.class)).isFalse();
        assertThat(SPEC.containsCompatibleType(DoubleValue.class)).isTrue();
    }

    @Test
    void aColumnNameLosesBlanksAndIsNeverEmpty() {
        assertThat(column("  x ", IntCell.TYPE).getName()).isEqualTo("x");
        assertThat(column("  ", IntCell.TYPE).getName()).startsWith("<empty_");
        assertThat(column("\u0000", IntCell.TYPE).getName()).as("another one each time").startsWith("<empty_")
            .isNotEqualTo(column("\u0000", IntCell.TYPE).getName());
    }

    @Test
    void structureIsNamesAndTypesEqualityIsAlsoDomains() {
        final var creator = new DataColumnSpecCreator(SPEC.getColumnSpec(0));
        creator.setDomain(new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain());
        final var other = new DataTableSpec(creator.createSpec(), SPEC.getColumnSpec(1));
        assertThat(other.equalStructure(SPEC)).isTrue();
        assertThat(other).isNotEqualTo(SPEC);
        final var whole = new DataTableSpec(column("a", IntCell.TYPE), column("b", StringCell.TYPE));
        assertThat(whole.isCompatibleWith(SPEC)).isTrue();
        assertThat(SPEC.isCompatibleWith(whole)).isFalse();
    }

    @Test
    void aSpecSurvivesItsSettings() throws InvalidSettingsException {
        final var creator = new DataColumnSpecCreator("n", StringCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(
            new DataCell[]{new StringCell("x\ny"), new StringCell("z")}).createDomain());
        creator.setProperties(new DataColumnProperties(Map.of("unit", "mm")));
        final var spec = new DataTableSpec("t", SPEC.getColumnSpec(0), creator.createSpec());
        final var content = new ModelContent("spec");
        spec.save(content);
        assertThat(DataTableSpec.load(content)).isEqualTo(spec).hasSameHashCodeAs(spec);
    }

    @Test
    void aSpecThatKnimeWroteIsReadAndWrittenAgain() throws IOException, InvalidSettingsException {
        final var path = "/knime-workflows/demo/KBuild Source (#1)/port_1/spec.xml";
        final var content = ModelContent.loadFromXML(getClass().getResourceAsStream(path));
        final var spec = DataTableSpec.load(content);
        assertThat(spec.getName()).isEqualTo("source");
        assertThat(spec.getColumnNames()).startsWith("x", "y", "label");
        assertThat(spec.getColumnSpec("x").getDomain().getUpperBound()).isEqualTo(new DoubleCell(1.4105062239438624));
        assertThat(spec.getColumnSpec("label").getDomain().getValues()).containsExactly(new StringCell("b"),
            new StringCell("a"));
        final var again = new ModelContent("spec.xml");
        spec.save(again);
        assertThat(again).isEqualTo(content);
    }

    private static ModelContent with(final Consumer<Config> change) {
        final var content = new ModelContent("spec");
        content.addString("spec_name", "t");
        content.addInt("number_columns", 1);
        final var column = content.addConfig("column_spec_0");
        column("n", StringCell.TYPE).save(column);
        change.accept(column);
        return content;
    }

    @Test
    void brokenColumnsAreRefused() {
        for (final var broken : List.of(with(c -> c.addString("column_name", null)),
            with(c -> c.addStringArray("element_names", (String[])null)),
            with(c -> c.addStringArray("element_names", "a", null)), with(c -> c.removeConfig("column_domain")),
            with(c -> c.addConfig("column_type").addString("cell_class", null)),
            with(c -> c.addConfig("column_properties").addInt("k", 1)))) {
            assertThatThrownBy(() -> DataTableSpec.load(broken)).as(broken::toString)
                .isInstanceOf(InvalidSettingsException.class);
        }
    }

    @Test
    void aDomainThatDoesNotReadIsUnknown() throws InvalidSettingsException {
        final var spec = DataTableSpec.load(with(c -> {
            c.addConfig("column_domain").addDataCellArray("possible_values", new StringCell("a"), null);
            c.addConfig("column_domain").addConfig("lower_bound").addString("datacell", "org.example.Cell");
        }));
        assertThat(spec.getColumnSpec(0).getDomain().hasValues()).isFalse();
        assertThat(spec.getColumnSpec(0).getDomain().hasLowerBound()).isFalse();
    }

    @Test
    void forgedSpecsAreRefused() {
        final var many = new ModelContent("spec");
        many.addString("spec_name", "t");
        many.addInt("number_columns", Integer.MAX_VALUE);
        assertThatThrownBy(() -> DataTableSpec.load(many)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("columns");
        final var twice = new ModelContent("spec");
        twice.addString("spec_name", "t");
        twice.addInt("number_columns", 2);
        SPEC.getColumnSpec(0).save(twice.addConfig("column_spec_0"));
        SPEC.getColumnSpec(0).save(twice.addConfig("column_spec_1"));
        assertThatThrownBy(() -> DataTableSpec.load(twice)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"a\"");
    }
}
