package org.fewlabel.nodes.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.data.vector.bitvector.DenseBitVectorCellFactory;
import org.knime.core.data.vector.bytevector.DenseByteVector;
import org.knime.core.data.vector.bytevector.DenseByteVectorCell;
import org.knime.core.data.vector.bytevector.DenseByteVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;

/**
 * Columns that a table may have beside those that describe its rows: of every type that KNIME's nodes can make, and
 * with cells that make no feature. Most are left out of the features, and named with the reason.
 */
enum OddColumn {
    DATE(DataType.getType(OddCells.Moment.class), OddCells.Moment::new, "type"), // times, durations, periods too
    DATE_AS_TEXT(DataType.getType(OddCells.TextMoment.class), OddCells.TextMoment::new, "type"),
    XML(DataType.getType(OddCells.Markup.class), OddCells.Markup::new, "type"), // JSON, URI, path, document too
    INTERVAL(DataType.getType(OddCells.Interval.class), OddCells.Interval::new, "type"),
    COMPLEX(DataType.getType(OddCells.Complex.class), OddCells.Complex::new, "type"),
    SVG(DataType.getType(OddCells.Drawing.class), OddCells.Drawing::new, "type"),
    EXTENSION(DataType.getType(OddCells.Extension.class), OddCells.Extension::new, "type"),
    BLOB(BinaryObjectDataCell.TYPE, i -> new BinaryObjectCellFactory().create(new byte[]{1, 2, (byte)i}), "type"),
    ANYTHING(DataType.getType(DataCell.class), i -> i % 2 == 0 ? new StringCell("s") : new IntCell(i), "type"),
    MIXED(DataType.getCommonSuperType(StringCell.TYPE, IntCell.TYPE),
        i -> i % 2 == 0 ? new StringCell("s") : new IntCell(i), "type"),

    LIST_OF_STRINGS(ListCell.getCollectionType(StringCell.TYPE), i -> list(new StringCell("a" + i)), "type"),
    LIST_OF_LISTS(ListCell.getCollectionType(ListCell.getCollectionType(DoubleCell.TYPE)),
        i -> list(numbers(2)), "type"),
    LIST_OF_ANYTHING(ListCell.getCollectionType(DataType.getCommonSuperType(StringCell.TYPE, IntCell.TYPE)),
        i -> list(new StringCell("a"), new IntCell(i)), "type"),
    LIST_OF_MISSING(ListCell.getCollectionType(DoubleCell.TYPE),
        i -> list(DataType.getMissingCell(), DataType.getMissingCell()), "all its cells are missing"),
    EMPTY_LISTS(ListCell.getCollectionType(DoubleCell.TYPE), i -> list(), "all its cells are missing"),
    LISTS_OF_ANY_LENGTH(ListCell.getCollectionType(DoubleCell.TYPE), i -> numbers(1 + i % 3),
        "its vectors differ in length: \"odd\" (the first has 1 number, but there are 2 in the row \"Row1\")"),
    COUNTS_IN_LISTS(ListCell.getCollectionType(IntCell.TYPE),
        i -> list(IntStream.range(0, 1 + i % 3).mapToObj(IntCell::new).toArray(DataCell[]::new)),
        "differ in length"),
    LIST_THAT_IS_SHORT_AT_LAST(ListCell.getCollectionType(DoubleCell.TYPE),
        i -> i == 39 ? numbers(3) : i == 0 ? DataType.getMissingCell() : numbers(4), "differ in length"),
    SET_OF_STRINGS(SetCell.getCollectionType(StringCell.TYPE),
        i -> CollectionCellFactory.createSetCell(List.of(new StringCell("a" + i % 3))), "type"),
    SET_OF_NUMBERS(SetCell.getCollectionType(DoubleCell.TYPE),
        i -> CollectionCellFactory.createSetCell(List.of(new DoubleCell(i))), "type"),
    VECTORS_OF_ANY_LENGTH(DoubleVectorCellFactory.TYPE,
        i -> DoubleVectorCellFactory.createCell(new double[1 + i % 3]), "differ in length"),
    BYTES_OF_ANY_LENGTH(DenseByteVectorCell.TYPE,
        i -> new DenseByteVectorCellFactory(new DenseByteVector(new byte[1 + i % 3])).createDataCell(),
        "differ in length"),
    VERY_MANY_BITS(DataType.getType(OddCells.SparseBits.class), OddCells.SparseBits::new, "does not fit in memory"),
    VERY_MANY_COUNTS(DataType.getType(OddCells.SparseCounts.class), OddCells.SparseCounts::new,
        "does not fit in memory"),

    MISSING_NUMBERS(DoubleCell.TYPE, i -> DataType.getMissingCell(), "all its cells are missing"),
    MISSING_WHOLE_NUMBERS(LongCell.TYPE, i -> DataType.getMissingCell(), "all its cells are missing"),
    MISSING_STRINGS(StringCell.TYPE, i -> DataType.getMissingCell(), "all its cells are missing"),
    MISSING_BOOLEANS(BooleanCell.TYPE, i -> DataType.getMissingCell(), "all its cells are missing"),
    MISSING_LISTS(ListCell.getCollectionType(DoubleCell.TYPE), i -> DataType.getMissingCell(),
        "all its cells are missing"),
    MISSING_BITS(DenseBitVectorCell.TYPE, i -> DataType.getMissingCell(), "all its cells are missing"),
    MISSING_IMAGES(PNGImageCellFactory.TYPE, i -> DataType.getMissingCell(), "all its cells are missing"),
    MISSING_WITHOUT_TYPE(DataType.getMissingCell().getType(), i -> DataType.getMissingCell(),
        "all its cells are missing"),
    MISSING_DATES(DataType.getType(OddCells.Moment.class), i -> DataType.getMissingCell(), "type"),
    NOT_A_NUMBER(DoubleCell.TYPE, i -> new DoubleCell(Double.NaN), "all its cells are missing"),
    INFINITE(DoubleCell.TYPE, i -> new DoubleCell(Double.POSITIVE_INFINITY), "all its cells are missing"),

    TEXT_THAT_IS_NULL(DataType.getType(OddCells.Text.class), i -> new OddCells.Text(i, false),
        "all its cells are missing"),
    TEXT_THAT_FAILS(DataType.getType(OddCells.Text.class), i -> new OddCells.Text(i, true),
        "its cells cannot be read: \"odd\" (in \"Row0\": java.lang.IllegalStateException: "
            + "the text is on another machine)"),
    NUMBER_THAT_IS_NONE(DataType.getType(OddCells.Number.class), i -> new OddCells.Number(i, Double.NaN, false),
        "all its cells are missing"),
    NUMBER_THAT_FAILS(DataType.getType(OddCells.Number.class), i -> new OddCells.Number(i, 0, i > 20),
        "its cells cannot be read: \"odd\" (in \"Row21\": java.lang.UnsupportedOperationException: no number yet)"),
    BROKEN_IMAGES(PNGImageCellFactory.TYPE,
        i -> PNGImageCellFactory.create(new byte[]{(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', (byte)i}),
        "none of its images can be used"),
    IMAGE_FILES_THAT_ARE_GONE(StringCell.TYPE, i -> new StringCell("/nowhere/" + i + ".png"),
        "none of its images can be used"),
    IDS_THAT_ARE_NO_STRINGS(DataType.getType(OddCells.Category.class), OddCells.Category::new,
        "unique (probably an ID)"),

    /** These can be read. */
    CATEGORIES_THAT_ARE_NO_STRINGS(DataType.getType(OddCells.Category.class), i -> new OddCells.Category(i % 3),
        null),
    ALWAYS_THE_SAME(DoubleCell.TYPE, i -> new DoubleCell(3), null),
    BITS_OF_ANY_LENGTH(DenseBitVectorCell.TYPE, i -> {
        final var bits = new DenseBitVectorCellFactory(8 + i % 5);
        bits.set(i % 8);
        return bits.createDataCell();
    }, null),
    LISTS_SOME_OF_WHICH_ARE_EMPTY(ListCell.getCollectionType(DoubleCell.TYPE),
        i -> numbers(i % 5 == 0 ? 0 : 3), null);

    private final DataType type;

    private final IntFunction<DataCell> cell;

    private final String reason;

    /** @param reason what the message says of the column; {@code null} if it is a feature */
    OddColumn(final DataType type, final IntFunction<DataCell> cell, final String reason) {
        this.type = type;
        this.cell = cell;
        this.reason = "type".equals(reason) ? "its type cannot be read as a feature: \"odd\" (" : reason;
    }

    DataType type() {
        return type;
    }

    DataCell cell(final int row) {
        return cell.apply(row);
    }

    boolean isFeature() {
        return reason == null;
    }

    /** Whether it is ignored because of its cells, like an ID, even if selected by hand. */
    boolean saysNothing() {
        return reason.equals("all its cells are missing") || reason.equals("unique (probably an ID)");
    }

    /** The expected message. */
    String reason() {
        return reason;
    }

    private static DataCell list(final DataCell... elements) {
        return CollectionCellFactory.createListCell(Arrays.asList(elements));
    }

    private static DataCell numbers(final int count) {
        final var cells = new ArrayList<DataCell>();
        for (var i = 0; i < count; i++) {
            cells.add(new DoubleCell(i));
        }
        return CollectionCellFactory.createListCell(cells);
    }
}
