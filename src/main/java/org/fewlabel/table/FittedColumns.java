package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** Checks that a table has the columns that a model was fitted on. */
public final class FittedColumns {

    private FittedColumns() {
    }

    /**
     * Checks a table; order does not matter, and other columns are allowed.
     *
     * @param fitted the columns that the model reads
     * @param model the name of the model in messages
     * @throws InvalidSettingsException if a column is not there or is of another kind; the message names all such
     */
    public static void check(final List<FeatureColumn> fitted, final DataTableSpec spec, final String model)
        throws InvalidSettingsException {
        final var absent = new ArrayList<FeatureColumn>();
        for (final var column : fitted) {
            final var found = spec.getColumnSpec(column.name());
            if (found == null) {
                absent.add(column);
            } else if (!column.kind().canRead(found)) {
                throw new InvalidSettingsException("The column \"" + column.name() + "\" is of type "
                    + found.getType().getName() + ", but the " + model + " takes it as " + column.kind().text()
                    + ". Convert it, for instance with the node \"" + converter(column.kind()) + "\".");
            }
        }
        if (!absent.isEmpty()) {
            throw new InvalidSettingsException("The " + model + " needs " + Text.count(absent.size(), "column")
                + " that the table does not have: " + Text.quoted(absent.stream().map(FeatureColumn::name).toList())
                + "."
                + hint(absent, fitted, spec, model));
        }
    }

    /**
     * Checks that two models have the same columns; order does not matter.
     *
     * @param first the columns of the first model
     * @param firstName its name in messages
     * @param second the columns of the second model
     * @param secondName its name in messages
     * @throws InvalidSettingsException if they are not the same columns; the message names those that differ
     */
    public static void checkSame(final List<FeatureColumn> first, final String firstName,
        final List<FeatureColumn> second, final String secondName) throws InvalidSettingsException {
        final var onlyFirst = without(first, second);
        final var onlySecond = without(second, first);
        if (!onlyFirst.isEmpty() || !onlySecond.isEmpty()) {
            throw new InvalidSettingsException("The " + firstName + " and the " + secondName
                + " were made for different columns:" + (onlyFirst.isEmpty() ? ""
                    : " the " + secondName + " does not know " + Text.quoted(onlyFirst))
                + (onlyFirst.isEmpty() || onlySecond.isEmpty() ? "" : ", and")
                + (onlySecond.isEmpty() ? "" : " the " + firstName + " does not know " + Text.quoted(onlySecond))
                + ". Make both for the same columns.");
        }
    }

    private static List<String> without(final List<FeatureColumn> some, final List<FeatureColumn> others) {
        final var names = others.stream().map(FeatureColumn::name).toList();
        return some.stream().map(FeatureColumn::name).filter(name -> !names.contains(name)).toList();
    }

    private static String converter(final FeatureKind kind) {
        return switch (kind) {
            case NUMBER, NUMBER_IN_TEXT -> "String to Number";
            case NOMINAL, TEXT -> "Number to String";
            case BITS -> "Create Bit Vector";
            case VECTOR -> "Create Collection Column";
            case IMAGE -> "Binary Objects to PNGs";
            case IMAGE_FILE -> "Path to String";
        };
    }

    /** Lists columns of the missing kinds that the model does not have, since a renamed column is the usual cause. */
    private static String hint(final List<FeatureColumn> absent, final List<FeatureColumn> fitted,
        final DataTableSpec spec, final String model) {
        final Set<String> known = fitted.stream().map(FeatureColumn::name).collect(Collectors.toSet());
        final var strangers = spec.stream()
            .filter(c -> !known.contains(c.getName()) && !ColumnNames.isReserved(c.getName())
                && absent.stream().anyMatch(column -> column.kind().canRead(c)))
            .map(DataColumnSpec::getName).toList();
        return strangers.isEmpty() ? " Connect a table like the one it was learned from."
            : " Were they renamed? The table has " + Text.quoted(strangers)
                + ", which the " + model
                + " does not know. Use the node \"Column Renamer\" to give them the old names.";
    }
}
