package org.knime.core.data.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.vector.bytevector.ByteVectorValue;
import org.knime.core.data.vector.bytevector.DenseByteVector;
import org.knime.core.data.vector.bytevector.DenseByteVectorCell;
import org.knime.core.data.vector.bytevector.DenseByteVectorCellFactory;
import org.knime.core.data.vector.doublevector.DenseDoubleVectorCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.NodeSettings;

final class VectorCellsTest {

    private static DataCell vector(final double... numbers) {
        return DoubleVectorCellFactory.createCell(numbers);
    }

    private static DenseByteVectorCell counts(final int... counts) {
        final var bytes = new byte[counts.length];
        for (var i = 0; i < counts.length; i++) {
            bytes[i] = (byte)counts[i];
        }
        return new DenseByteVectorCellFactory(new DenseByteVector(bytes)).createDataCell();
    }

    @Test
    void aVectorIsReadByPositionAndAsACollection() {
        final var cell = vector(0.5, Double.NaN, -0.0);
        final var value = (DoubleVectorValue)cell;
        assertThat(value.getLength()).isEqualTo(3);
        assertThat(value.getValue(1)).isNaN();
        assertThatThrownBy(() -> value.getValue(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat((DenseDoubleVectorCell)cell).containsExactly(new DoubleCell(0.5), new DoubleCell(Double.NaN),
            new DoubleCell(-0.0));
        assertThat(((CollectionDataValue)cell).getElementType()).isEqualTo(DoubleCell.TYPE);
        assertThat(cell.getType()).isEqualTo(DoubleVectorCellFactory.TYPE).isNotEqualTo(
            ListCell.getCollectionType(DoubleCell.TYPE));
        assertThat(cell.getType().getName()).isEqualTo("Double Vector");
        assertThat(cell.getType().getPreferredValueClass()).isEqualTo(DoubleVectorValue.class);
    }

    @Test
    void vectorsAreEqualByTheirNumbers() {
        assertThat(vector(1, Double.NaN)).isEqualTo(vector(1, Double.NaN)).hasSameHashCodeAs(vector(1, Double.NaN))
            .isNotEqualTo(vector(1)).isNotEqualTo(vector(1, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1;2;3 | 1;2;3 | 0
        1;2;3 | 1;9;0 | -1
        1;2   | 1;2;3 | -1
        2     | 1;2;3 | 1
        """)
    void theFirstNumberThatDiffersDecides(final String first, final String second, final int order) {
        final var comparator = DoubleVectorCellFactory.TYPE.getComparator();
        assertThat(comparator.compare(parse(first), parse(second))).isEqualTo(order);
    }

    private static DataCell parse(final String numbers) {
        return vector(List.of(numbers.split(";")).stream().mapToDouble(Double::parseDouble).toArray());
    }

    @Test
    void aLongVectorIsWrittenShort() {
        assertThat(vector(1, 2.5, 3)).hasToString("\"1.0\", \"2.5\", \"3.0\"");
        assertThat(vector(1, 2.5, 3, 4, 5)).hasToString("\"1.0\", \"2.5\", \"3.0\",  ... <2 more>");
        assertThat(vector()).hasToString("");
    }

    @Test
    void countsGoUpTo255() {
        final ByteVectorValue value = counts(0, 255, 0, 128);
        assertThat(List.of(value.get(0), value.get(1), value.get(3))).containsExactly(0, 255, 128);
        assertThat(List.of(value.length(), value.sumOfAllCounts(), (long)value.cardinality())).containsExactly(4L, 383L,
            2L);
        assertThat(List.of(value.nextCountIndex(2), value.nextZeroIndex(1), value.nextZeroIndex(3),
            value.nextCountIndex(9))).containsExactly(3L, 2L, -1L, -1L);
        assertThat(value.isEmpty()).isFalse();
        assertThat(counts(0, 0).isEmpty()).isTrue();
        assertThat(value).hasToString("{0, 255, 0, 128}");
        assertThatThrownBy(() -> value.get(4)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void aCellOfCountsNeverChanges() {
        final var bytes = new byte[]{1, -1};
        final var cell = new DenseByteVectorCellFactory(new DenseByteVector(bytes)).createDataCell();
        bytes[0] = 7;
        assertThat(cell).isEqualTo(counts(1, 255)).hasSameHashCodeAs(counts(1, 255)).isNotEqualTo(counts(1, 254));
    }

    @Test
    void tablesKeepVectors() {
        final var table = new TestTable().vectors("v", new double[]{1, 2}, null).counts("c", null, new byte[]{-1})
            .lists("l", new double[]{3}, null).build();
        final var cells = new ArrayList<DataCell>();
        table.forEach(row -> row.forEach(cells::add));
        assertThat(cells.get(0)).isEqualTo(vector(1, 2));
        assertThat(cells.get(2)).hasToString("[3.0]");
        assertThat(cells.get(4)).isEqualTo(counts(255));
        assertThat(List.of(cells.get(1), cells.get(3), cells.get(5))).allMatch(DataCell::isMissing);
    }

    @Test
    void theTypesOfVectorsComeBackFromSettings() throws Exception {
        for (final var type : List.of(DoubleVectorCellFactory.TYPE, DenseByteVectorCell.TYPE)) {
            final var settings = new NodeSettings("type");
            type.save(settings);
            assertThat(DataType.load(settings)).isEqualTo(type);
        }
    }
}
