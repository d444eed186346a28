package org.fewlabel.nodes.configure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.data.vector.bytevector.DenseByteVectorCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;

/** The possible specs of a table before execution, from nothing to everything, including odd ones. */
final class TableSpecs {

    /** A table with whatever there is. */
    static final String RICH = "columns of all types";

    private static final List<DataType> TYPES = List.of(StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, LongCell.TYPE,
        BooleanCell.TYPE, DenseBitVectorCell.TYPE, DenseByteVectorCell.TYPE, DoubleVectorCellFactory.TYPE,
        ListCell.getCollectionType(DoubleCell.TYPE), ListCell.getCollectionType(StringCell.TYPE),
        ListCell.getCollectionType(DataType.getType(DataCell.class)), SetCell.getCollectionType(DoubleCell.TYPE),
        PNGImageCellFactory.TYPE, BinaryObjectDataCell.TYPE, DataType.getMissingCell().getType(),
        DataType.getType(DataCell.class));

    /** Such as the nodes themselves make, or somebody who knows how they are made. */
    private static final List<String> OWN_NAMES = List.of("Role", "Embedding", "Embedding 1", "Embedding 99999999999",
        "Reached", "Contradicted", "label (truth)", " (truth)", "Prediction (label)", "Prediction (label) (Confidence)",
        "Prediction (label) (#1)", "Prediction (", "Prediction ()", "Baseline (label)", "Baseline (label) (Confidence)",
        "P (label=)", "P (label=a)", "P (label=", "P (=)", "P (label=a) (#1)", "P (", "Decided by 1", "Decided by x",
        "Decided by 1 (share)", "Reconstruction error", "Spectrogram (image)", "(#1)", "label (#1)");

    private TableSpecs() {
    }

    /** @return specs by what they are */
    static Map<String, DataTableSpec> all() {
        final var specs = new LinkedHashMap<String, DataTableSpec>();
        final var rich = TYPES.stream().map(type -> column("column " + TYPES.indexOf(type), type)).toList();
        specs.put(RICH, table(rich, List.of(column("label", StringCell.TYPE, strings("a", "b")))));
        specs.put("no columns", new DataTableSpec());
        specs.put("columns of all types without domains", table(rich, List.of(column("label", StringCell.TYPE))));
        specs.put("columns of all types with empty domains", table(rich.stream()
            .map(c -> column(c.getName(), c.getType(), strings())).toList(),
            List.of(column("label", StringCell.TYPE, strings()))));
        specs.put("numbers", table(numbers(4)));
        specs.put("numbers and a label without possible values", table(numbers(2),
            List.of(column("label", StringCell.TYPE))));
        specs.put("numbers and classes that differ by blanks", table(numbers(2),
            List.of(column("label", StringCell.TYPE, strings("a", "a ", " a", "")))));
        specs.put("numbers and a whole-number label", table(numbers(2), List.of(column("label", IntCell.TYPE))));
        specs.put("numbers and a boolean label", table(numbers(2), List.of(column("label", BooleanCell.TYPE))));
        specs.put("a boolean label of one class", table(numbers(2), List.of(column("label", BooleanCell.TYPE,
            new DataColumnDomainCreator(new DataCell[]{BooleanCell.TRUE}).createDomain()))));
        specs.put("a label alone", table(List.of(column("label", StringCell.TYPE, strings("a", "b")))));
        specs.put("one string", table(List.of(column("text", StringCell.TYPE))));
        specs.put("paths", table(List.of(column("file", StringCell.TYPE, strings("a.png", "b.png")))));
        specs.put("an unusable column", table(List.of(column("blob", BinaryObjectDataCell.TYPE))));
        specs.put("vectors of odd shapes",
            table(Stream.of("", "0 x 0", "4 x 4", "8 x 8 x 3", "9999999 x 9999999 x 9", "x", "4 x 99999999999")
                .map(TableSpecs::shaped).toList(), List.of(column("label", StringCell.TYPE, strings("a")))));
        for (final var type : List.of(StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, BooleanCell.TYPE,
            ListCell.getCollectionType(DoubleCell.TYPE))) {
            specs.put("names of our own columns, all " + type.getName(),
                table(numbers(2), OWN_NAMES.stream().map(name -> column(name, type)).toList(),
                    List.of(column("label", StringCell.TYPE, strings("a", "b")))));
        }
        specs.put("predictions with domains", table(numbers(2), List.of(column("label", StringCell.TYPE, strings("a")),
            column("label (truth)", StringCell.TYPE, strings("a", "b")), column("Role", StringCell.TYPE),
            column("Prediction (label)", StringCell.TYPE, strings("b")), column("P (label=c)", DoubleCell.TYPE),
            column("Baseline (label)", StringCell.TYPE), column("Baseline (label) (Confidence)", DoubleCell.TYPE))));
        return specs;
    }

    @SafeVarargs
    private static DataTableSpec table(final List<DataColumnSpec>... columns) {
        return new DataTableSpec(Arrays.stream(columns).flatMap(List::stream).toArray(DataColumnSpec[]::new));
    }

    private static List<DataColumnSpec> numbers(final int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).map(i -> column("x" + i, DoubleCell.TYPE)).toList();
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static DataColumnSpec column(final String name, final DataType type, final DataColumnDomain domain) {
        final var creator = new DataColumnSpecCreator(name, type);
        creator.setDomain(domain);
        return creator.createSpec();
    }

    private static DataColumnDomain strings(final String... values) {
        return new DataColumnDomainCreator(Arrays.stream(values).map(StringCell::new).toArray(DataCell[]::new))
            .createDomain();
    }

    private static DataColumnSpec shaped(final String shape) {
        final var creator = new DataColumnSpecCreator("vector " + shape, DoubleVectorCellFactory.TYPE);
        creator.setProperties(new DataColumnProperties(Map.of("org.fewlabel.shape", shape)));
        return creator.createSpec();
    }
}
