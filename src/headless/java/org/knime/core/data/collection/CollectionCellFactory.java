package org.knime.core.data.collection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Makes collection cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    /**
     * @param coll the elements, none of them {@code null}
     * @return their list
     */
    public static ListCell createListCell(final Collection<? extends DataCell> coll) {
        return new ListCell(List.<DataCell>copyOf(coll));
    }

    /**
     * @param coll the elements, none of them {@code null}
     * @return their set, in the order in which they come first
     */
    public static SetCell createSetCell(final Collection<? extends DataCell> coll) {
        return new SetCell(new LinkedHashSet<DataCell>(List.copyOf(coll)));
    }

    /**
     * @param types types of elements
     * @return the type that fits them all; that of missing cells if there are none
     */
    public static DataType getElementType(final DataType[] types) {
        return Stream.of(types).reduce(DataType.getMissingCell().getType(), DataType::getCommonSuperType);
    }
}
