package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;

/** Makes cells that hold a vector of numbers. */
public class DoubleVectorCellFactory implements DataCellFactory {

    /** The type of columns of vectors. */
    public static final DataType TYPE = DataType.getType(DenseDoubleVectorCell.class, DoubleCell.TYPE);

    /** Makes the factory. */
    public DoubleVectorCellFactory() {
    }

    /**
     * @param <T> the class of the cell
     * @param vector the numbers; the cell keeps this array, which must not change any more
     * @return their cell
     */
    @SuppressWarnings("unchecked") // there is no other class that it could be
    public static <T extends DataCell & DoubleVectorValue> T createCell(final double[] vector) {
        return (T)new DenseDoubleVectorCell(vector);
    }

    @Override
    public DataType getDataType() {
        return TYPE;
    }
}
