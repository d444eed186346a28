package org.knime.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

final class DataTypeTest {

    private static final DataType LIST = ListCell.getCollectionType(DoubleCell.TYPE);

    @Test
    void typesHaveTheNamesThatTheUserSees() {
        assertThat(List.of(StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, LongCell.TYPE, BooleanCell.TYPE))
            .extracting(DataType::getName)
            .containsExactly("String", "Number (Float)", "Number (Integer)", "Number (Long Integer)", "Boolean");
        assertThat(LIST).hasToString("Collection (List) (Collection of: Number (Float))");
        assertThat(LIST.getName()).isEqualTo("Collection (List)");
    }

    @Test
    void theFirstValueInterfaceOfACellIsThePreferredOne() {
        assertThat(IntCell.TYPE.getPreferredValueClass()).isEqualTo(IntValue.class);
        assertThat(BooleanCell.TYPE.getPreferredValueClass()).isEqualTo(BooleanValue.class);
        assertThat(StringCell.TYPE.getPreferredValueClass()).isEqualTo(StringValue.class);
    }

    @Test
    void wholeNumbersFitColumnsOfNumbersButNotViceVersa() {
        assertThat(DoubleCell.TYPE.isASuperTypeOf(IntCell.TYPE)).isTrue();
        assertThat(DoubleCell.TYPE.isASuperTypeOf(LongCell.TYPE)).isTrue();
        assertThat(LongCell.TYPE.isASuperTypeOf(IntCell.TYPE)).isTrue();
        assertThat(IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE)).isFalse();
        assertThat(StringCell.TYPE.isASuperTypeOf(IntCell.TYPE)).isFalse();
    }

    @Test
    void missingCellsFitEverywhere() {
        final var missing = DataType.getMissingCell().getType();
        assertThat(missing.isMissingValueType()).isTrue();
        for (final var type : List.of(StringCell.TYPE, DoubleCell.TYPE, LIST)) {
            assertThat(type.isASuperTypeOf(missing)).isTrue();
            assertThat(DataType.getCommonSuperType(missing, type)).isEqualTo(type);
            assertThat(DataType.getCommonSuperType(type, missing)).isEqualTo(type);
        }
        assertThat(missing.isCompatible(DoubleValue.class)).isTrue();
    }

    @Test
    void theCommonTypeHasWhatBothHave() {
        assertThat(DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE)).isEqualTo(DoubleCell.TYPE);
        final var common = DataType.getCommonSuperType(StringCell.TYPE, BooleanCell.TYPE);
        assertThat(common.getCellClass()).isNull();
        assertThat(common.isCompatible(NominalValue.class)).isTrue();
        assertThat(common.isCompatible(StringValue.class)).isFalse();
        assertThat(common.isASuperTypeOf(StringCell.TYPE)).isTrue();
        final var lists = DataType.getCommonSuperType(ListCell.getCollectionType(StringCell.TYPE),
            ListCell.getCollectionType(BooleanCell.TYPE));
        assertThat(lists.getCollectionElementType()).isEqualTo(common);
    }

    @Test
    void aCollectionNeedsATypeOfItsElements() {
        assertThatThrownBy(() -> DataType.getType(ListCell.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DataType.getType(IntCell.class, DoubleCell.TYPE))
            .isInstanceOf(IllegalArgumentException.class);
        final var list = CollectionCellFactory.createListCell(List.of(new IntCell(1), DataType.getMissingCell()));
        assertThat(list.getType()).isEqualTo(ListCell.getCollectionType(IntCell.TYPE));
        assertThat(LIST.isASuperTypeOf(list.getType())).isTrue();
    }

    @Test
    void cellsAreOrderedByTheirPreferredValueWithMissingOnesFirst() {
        final var order = DoubleCell.TYPE.getComparator();
        assertThat(order.compare(new DoubleCell(10), new DoubleCell(9))).isPositive();
        assertThat(StringCell.TYPE.getComparator().compare(new StringCell("10"), new StringCell("9"))).isNegative();
        assertThat(order.compare(DataType.getMissingCell(), new DoubleCell(-1))).isNegative();
        assertThat(order.compare(new DoubleCell(-1), DataType.getMissingCell())).isPositive();
        assertThat(order.compare(new MissingCell("a"), new MissingCell("b"))).isZero();
    }

    @Test
    void typesSurviveTheirSettings() throws InvalidSettingsException {
        for (final var type : List.of(StringCell.TYPE, LIST, ListCell.getCollectionType(LIST),
            DataType.getCommonSuperType(StringCell.TYPE, BooleanCell.TYPE))) {
            final var settings = new NodeSettings("type");
            settings.addDataType("t", type);
            assertThat(settings.getDataType("t")).isEqualTo(type).hasSameHashCodeAs(type);
        }
    }

    @Test
    void settingsCannotMakeItLoadOtherClasses() {
        final var settings = new NodeSettings("type");
        settings.addString("cell_class", "javax.swing.JFrame");
        assertThatThrownBy(() -> DataType.load(settings)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("javax.swing.JFrame");
    }

    @Test
    void endlessCollectionsOfCollectionsAreRefused() {
        final var root = new NodeSettings("type");
        var inner = root;
        for (var i = 0; i < 100; i++) {
            inner.addString("cell_class", ListCell.class.getName());
            inner = (NodeSettings)inner.addNodeSettings("collection_element_type");
        }
        inner.addString("cell_class", StringCell.class.getName());
        assertThatThrownBy(() -> DataType.load(root)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("nests");
    }
}
