package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a cell or a column: the readings ({@link DataValue} interfaces) its cells have, the preferred one first.
 * A native type is that of one cell class; a non-native one is what several cell classes have in common.
 */
public final class DataType {

    private static final String CELL_CLASS = "cell_class";

    private static final String ELEMENT_TYPE = "collection_element_type";

    private static final String PREFERRED = "has_pref_value_class";

    private static final String VALUE_CLASSES = "value_classes";

    private static final int MAX_NESTING = 16;

    private static final Map<Native, DataType> NATIVE = new ConcurrentHashMap<>();

    private static final DataValueComparator BY_TEXT = ValueOrder.by((a, b) -> a.toString().compareTo(b.toString()));

    private final Class<? extends DataCell> cellClass;

    private final List<Class<? extends DataValue>> values;

    private final DataType elementType;

    private record Native(Class<? extends DataCell> cellClass, DataType elementType) {
    }

    private DataType(final Class<? extends DataCell> cellClass, final Set<Class<? extends DataValue>> values,
        final DataType elementType) {
        final var isCollection = values.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        if (isCollection != (elementType != null)) {
            throw new IllegalArgumentException(isCollection ? "The type of a collection needs the type of its elements."
                : "A type that is not a collection has no element type.");
        }
        this.cellClass = cellClass;
        this.values = List.copyOf(values);
        this.elementType = elementType;
    }

    /**
     * @param cell a cell class that is not a collection
     * @return its type
     */
    public static DataType getType(final Class<? extends DataCell> cell) {
        return getType(cell, null);
    }

    /**
     * @param cellImplementsCollectionDataValue a cell class
     * @param collectionElementType the type of the elements if it is a collection, {@code null} otherwise
     * @return its type
     * @throws IllegalArgumentException if the one does not go with the other
     */
    public static DataType getType(final Class<? extends DataCell> cellImplementsCollectionDataValue,
        final DataType collectionElementType) {
        Objects.requireNonNull(cellImplementsCollectionDataValue, "cell class");
        final var key = new Native(cellImplementsCollectionDataValue, collectionElementType);
        final var known = NATIVE.get(key);
        if (known != null) {
            return known;
        }
        final var values = new LinkedHashSet<Class<? extends DataValue>>();
        collect(cellImplementsCollectionDataValue, values);
        NATIVE.putIfAbsent(key, new DataType(cellImplementsCollectionDataValue, values, collectionElementType));
        return NATIVE.get(key);
    }

    /**
     * @param cellClass a cell class
     * @param collectionElementType the type of the elements if it is a collection, {@code null} otherwise
     * @param adapterList readings that the cells have beyond their own, {@code null} or empty here
     * @return its type
     * @throws IllegalArgumentException if one does not go with the other
     */
    public static DataType getType(final Class<? extends DataCell> cellClass, final DataType collectionElementType,
        final List<Class<? extends DataValue>> adapterList) {
        if (adapterList != null && !adapterList.isEmpty()) {
            throw new IllegalArgumentException(cellClass.getSimpleName() + " is not an adapter cell.");
        }
        return getType(cellClass, collectionElementType);
    }

    private static void collect(final Class<?> type, final Set<Class<? extends DataValue>> values) {
        for (final var candidate : type.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(candidate)) {
                values.add(candidate.asSubclass(DataValue.class));
            }
            collect(candidate, values);
        }
        if (type.getSuperclass() != null) {
            collect(type.getSuperclass(), values);
        }
    }

    /** @return the missing cell without a reason */
    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /**
     * @param type1 a type
     * @param type2 a type
     * @return the narrowest type that fits the cells of both; the type of missing cells gives way to any other
     */
    public static DataType getCommonSuperType(final DataType type1, final DataType type2) {
        if (type1.isMissingValueType()) {
            return Objects.requireNonNull(type2, "second type");
        }
        if (type2.isMissingValueType() || type1.isASuperTypeOf(type2)) {
            return type1;
        }
        if (type2.isASuperTypeOf(type1)) {
            return type2;
        }
        final var common = new LinkedHashSet<>(type1.values);
        common.retainAll(type2.values);
        final var collections = common.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        return new DataType(null, common,
            collections ? getCommonSuperType(type1.elementType, type2.elementType) : null);
    }

    /** @return the cell class, {@code null} if the type is not native */
    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    /** @return the preferred reading */
    public Class<? extends DataValue> getPreferredValueClass() {
        return values.get(0);
    }

    /** @return the type of the elements, {@code null} if this is not a collection */
    public DataType getCollectionElementType() {
        return elementType;
    }

    /** @return whether this is the type of a collection */
    public boolean isCollectionType() {
        return isCompatible(CollectionDataValue.class);
    }

    /** @return whether this is the type of missing cells */
    public boolean isMissingValueType() {
        return values.contains(MissingValue.class);
    }

    /**
     * @param valueClass a reading
     * @return whether every cell of this type has it; missing cells have all
     */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || values.stream().anyMatch(valueClass::isAssignableFrom);
    }

    /**
     * @param type another type
     * @return whether cells of the other type fit a column of this one
     */
    public boolean isASuperTypeOf(final DataType type) {
        if (type == this || type.isMissingValueType()) {
            return true;
        }
        return values.stream().allMatch(type::isCompatible)
            && (elementType == null || elementType.isASuperTypeOf(type.elementType));
    }

    /** @return the order of the cells; of their texts if they have none of their own */
    public DataValueComparator getComparator() {
        for (final var value : values) {
            final var comparator = getUtilityFor(value).getComparator();
            if (comparator != null) {
                return comparator;
            }
        }
        return BY_TEXT;
    }

    /**
     * @param value a reading
     * @return its utility; the general one if it has none of its own
     */
    public static DataValue.UtilityFactory getUtilityFor(final Class<? extends DataValue> value) {
        try {
            return (DataValue.UtilityFactory)value.getField("UTILITY").get(null);
        } catch (final NoSuchFieldException | IllegalAccessException noUtility) {
            throw new IllegalStateException(value.getName() + " has no accessible constant UTILITY.", noUtility);
        }
    }

    /** @return the name the user sees, for example <i>Number (Float)</i>, without the type of elements */
    public String getName() {
        if (cellClass == null) {
            return "?";
        }
        return getUtilityFor(getPreferredValueClass()) instanceof ExtensibleUtilityFactory utility ? utility.getName()
            : cellClass.getSimpleName();
    }

    /** @return the name and, of a collection, the type of the elements */
    public String toPrettyString() {
        return named(cellClass == null
            ? "Non-Native " + values.stream().map(Class::getSimpleName).toList() : getName());
    }

    @Override
    public String toString() {
        return named(cellClass == null ? "Non-Native " + values : getName());
    }

    private String named(final String name) {
        return elementType == null ? name : name + " (Collection of: " + elementType + ")";
    }

    /** @param config takes the type */
    public void save(final ConfigWO config) {
        if (elementType != null) {
            elementType.save(config.addConfig(ELEMENT_TYPE));
        }
        config.addString(CELL_CLASS, cellClass == null ? null : cellClass.getName());
        if (cellClass == null) {
            config.addBoolean(PREFERRED, true);
            config.addStringArray(VALUE_CLASSES, values.stream().map(Class::getName).toArray(String[]::new));
        }
    }

    /**
     * @param config what {@link #save} wrote
     * @return the type
     * @throws InvalidSettingsException if something is missing, or the type is none of those known here
     */
    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        return load(config, MAX_NESTING);
    }

    private static DataType load(final ConfigRO config, final int depth) throws InvalidSettingsException {
        if (depth == 0) {
            throw new InvalidSettingsException("A column type nests more than " + MAX_NESTING + " collections.");
        }
        final var element = config.containsKey(ELEMENT_TYPE) ? load(config.getConfig(ELEMENT_TYPE), depth - 1) : null;
        final var cellClassName = config.getString(CELL_CLASS);
        try {
            if (cellClassName != null) {
                return getType(KnownTypes.cellClass(cellClassName), element);
            }
            final var values = new LinkedHashSet<Class<? extends DataValue>>();
            for (final var name : config.getStringArray(VALUE_CLASSES, new String[0])) {
                values.add(KnownTypes.valueClass(name));
            }
            if (values.isEmpty()) {
                throw new InvalidSettingsException("A column type names neither a cell class nor value classes.");
            }
            return new DataType(null, values, element);
        } catch (final IllegalArgumentException inconsistent) {
            throw new InvalidSettingsException("A column type is broken: " + inconsistent.getMessage(), inconsistent);
        }
    }

    @Override
    public boolean equals(final Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof DataType that && new ArrayList<>(values).containsAll(that.values)
            && values.size() == that.values.size() && Objects.equals(first(), that.first())
            && Objects.equals(elementType, that.elementType);
    }

    private Class<? extends DataValue> first() {
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Collections.unmodifiableSet(new LinkedHashSet<>(values)), elementType);
    }
}
