package org.knime.core.data.def;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;

final class CellsTest {

    @Test
    void cellsOfTheSameClassAreEqualByContent() {
        assertThat(new StringCell("a")).isEqualTo(new StringCell("a")).hasSameHashCodeAs(new StringCell("a"))
            .isNotEqualTo(new StringCell("b"));
        assertThat(new IntCell(3)).isEqualTo(new IntCell(3)).isNotEqualTo(new IntCell(4));
        assertThat(new LongCell(1L << 40)).isEqualTo(new LongCell(1L << 40)).hasSameHashCodeAs(new LongCell(1L << 40));
    }

    @Test
    void numbersOfDifferentClassesDiffer() {
        assertThat((DataCell)new IntCell(1)).isNotEqualTo(new LongCell(1)).isNotEqualTo(new DoubleCell(1));
    }

    @Test
    void notANumberEqualsItselfAndZeroDiffersFromMinusZero() {
        assertThat(new DoubleCell(Double.NaN)).isEqualTo(new DoubleCell(Double.NaN));
        assertThat(new DoubleCell(0.0)).isNotEqualTo(new DoubleCell(-0.0));
    }

    @Test
    void allMissingCellsAreEqualWhateverTheirReason() {
        final DataCell reason = new MissingCell("no signal");
        assertThat(reason).isEqualTo(DataType.getMissingCell()).hasSameHashCodeAs(DataType.getMissingCell());
        assertThat(reason.isMissing()).isTrue();
        assertThat(reason).hasToString("?").isNotEqualTo(new StringCell("?"));
        assertThat(((MissingValue)reason).getError()).isEqualTo("no signal");
        assertThat(((MissingValue)DataType.getMissingCell()).getError()).isNull();
    }

    @Test
    void aTextCellNeedsAText() {
        assertThatThrownBy(() -> new StringCell(null)).isInstanceOf(NullPointerException.class)
            .hasMessageContaining("missing cell");
    }

    @Test
    void aFactoryReadsTruth() {
        assertThat(BooleanCellFactory.create("TRUE")).isSameAs(BooleanCell.TRUE);
        assertThat(BooleanCellFactory.create("yes")).isSameAs(BooleanCell.FALSE);
    }

    @Test
    void aNumberReadsAsAFuzzyAndAComplexOne() {
        final var cell = new IntCell(4);
        assertThat(List.of(cell.getCore(), cell.getMinCore(), cell.getMaxCore(), cell.getMinSupport(),
            cell.getMaxSupport(), cell.getCenterOfGravity(), cell.getRealValue(), cell.getDoubleValue()))
            .containsOnly(4.0);
        assertThat(cell.getImaginaryValue()).isZero();
        assertThat(BooleanCell.TRUE.getDoubleValue()).isEqualTo(1);
    }

    @Test
    void rowsAreEqualByKeyAndCells() {
        final var row = new DefaultRow("r", 1.0, 2.0);
        assertThat(row).isEqualTo(new DefaultRow(new RowKey("r"), List.of(new DoubleCell(1), new DoubleCell(2))))
            .isNotEqualTo(new DefaultRow("s", row)).isNotEqualTo(new DefaultRow("r", 1, 2));
        assertThat(row).containsExactly(new DoubleCell(1), new DoubleCell(2));
        assertThat(new DefaultRow("r", "a", "b").getCell(1)).isEqualTo(new StringCell("b"));
    }

    @Test
    void aRowRefusesNullForACell() {
        assertThatThrownBy(() -> new DefaultRow("r7", new IntCell(1), null)).isInstanceOf(NullPointerException.class)
            .hasMessageContaining("\"r7\"").hasMessageContaining("position 1");
    }

    @Test
    void listsKeepOrderAndSetsDropRepetitions() {
        final var cells = List.of(new IntCell(2), new IntCell(1), new IntCell(2));
        final var list = CollectionCellFactory.createListCell(cells);
        assertThat(list).containsExactlyElementsOf(cells);
        assertThat(list.getElementType()).isEqualTo(IntCell.TYPE);
        assertThat(list.get(1)).isEqualTo(new IntCell(1));
        final var set = CollectionCellFactory.createSetCell(cells);
        assertThat(set).containsExactly(new IntCell(2), new IntCell(1));
        assertThat(set.contains(new IntCell(1))).isTrue();
        assertThat(list.getType().isCollectionType()).isTrue();
    }
}
