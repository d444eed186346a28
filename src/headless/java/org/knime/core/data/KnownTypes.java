package org.knime.core.data;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.data.collection.CellCollection;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.collection.SetDataValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.ImageValue;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.data.vector.bytevector.ByteVectorValue;
import org.knime.core.data.vector.bytevector.DenseByteVectorCell;
import org.knime.core.data.vector.doublevector.DenseDoubleVectorCell;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.InvalidSettingsException;

/** The cell and value classes that files may name. No other class is ever loaded because a file says so. */
final class KnownTypes {

    private static final Map<String,
        Class<? extends DataCell>> CELLS = byName(
            Stream.of(StringCell.class, DoubleCell.class, IntCell.class, LongCell.class, BooleanCell.class,
                ListCell.class, SetCell.class, DenseBitVectorCell.class, DenseByteVectorCell.class,
                DenseDoubleVectorCell.class, BinaryObjectDataCell.class, PNGImageCell.class, MissingCell.class));

    private static final Map<String,
        Class<? extends DataValue>> VALUES = byName(Stream.of(DataValue.class, StringValue.class, NominalValue.class,
            DoubleValue.class, IntValue.class,
            LongValue.class, BooleanValue.class, BoundedValue.class, ComplexNumberValue.class, FuzzyNumberValue.class,
            FuzzyIntervalValue.class, MissingValue.class, CollectionDataValue.class, ListDataValue.class,
            SetDataValue.class, BitVectorValue.class, ByteVectorValue.class, DoubleVectorValue.class,
            BinaryObjectDataValue.class, ImageValue.class, PNGImageValue.class));

    private KnownTypes() {
    }

    private static <T> Map<String, Class<? extends T>> byName(final Stream<Class<? extends T>> classes) {
        return classes.collect(Collectors.toMap(Class::getName, Function.identity()));
    }

    static Class<? extends DataCell> cellClass(final String name) throws InvalidSettingsException {
        return known(CELLS.get(name), name);
    }

    static Class<? extends DataValue> valueClass(final String name) throws InvalidSettingsException {
        return known(VALUES.get(name), name);
    }

    private static <T> T known(final T type, final String name) throws InvalidSettingsException {
        if (type == null) {
            throw new InvalidSettingsException("The column type \"" + name + "\" is not known here.");
        }
        return type;
    }
}
