package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Which columns of a table are features. */
public final class Features {

    private Features() {
    }

    /** @return the columns that a user may choose as features, in table order */
    public static List<DataColumnSpec> choices(final DataTableSpec spec) {
        return spec.stream().filter(c -> !ColumnNames.isReserved(c.getName()) && FeatureKind.of(c).isPresent()).toList();
    }

    /**
     * What a learner of labels should look at: if the table has an embedding, this alone, for it was made of the others.
     * Columns that come later are not taken: KNIME does not tell of a chosen column that is gone if they are.
     *
     * @return a filter that takes the embedding, or else every column that may be a feature, but the label
     */
    public static ColumnFilter allBut(final DataTableSpec spec, final String label) {
        final var embedding = embedding(spec);
        return embedding.isEmpty() ? raw(spec, label) : new ColumnFilter(embedding);
    }

    /** @return a filter that takes every column that may be a feature, but the label and an encoder's embedding */
    public static ColumnFilter raw(final DataTableSpec spec, final String label) {
        return spec == null ? new ColumnFilter() : new ColumnFilter(choices(spec).stream()
            .filter(c -> !c.getName().equals(label) && !ColumnNames.isEmbedding(c.getName())).toList());
    }

    /** @return a filter that takes the embedding of an encoder and nothing else */
    public static ColumnFilter embeddingOnly(final DataTableSpec spec) {
        return new ColumnFilter(embedding(spec));
    }

    private static List<DataColumnSpec> embedding(final DataTableSpec spec) {
        return spec == null ? List.of()
            : choices(spec).stream().filter(c -> ColumnNames.isEmbedding(c.getName())).toList();
    }

    /**
     * A choice of features is kept when an encoder is put before a learner that was configured already.
     *
     * @param chosen the features
     * @return what to say of an embedding that is not among them, in a sentence for the user; empty if there is none
     */
    public static List<String> unusedEmbedding(final DataTableSpec spec, final List<FeatureColumn> chosen) {
        final var used = chosen.stream().map(FeatureColumn::name).toList();
        final var unused = embedding(spec).stream().map(DataColumnSpec::getName).filter(c -> !used.contains(c)).toList();
        return unused.isEmpty() ? List.of() : List.of(
            "The table has an embedding that is not used: include " + Text.quoted(unused) + " under \"Features\".");
    }

    /** @return which columns are read in which way, in sentences for the user */
    public static String described(final List<FeatureColumn> columns) {
        final var sentences = new ArrayList<String>();
        for (final var kind : FeatureKind.values()) {
            final var names = columns.stream().filter(c -> c.kind() == kind).map(FeatureColumn::name).toList();
            if (!names.isEmpty()) {
                sentences.add("Read as " + kind.plural() + ": " + Text.quoted(names) + ".");
            }
        }
        columns.stream().filter(c -> c.shape() != null).forEach(c -> sentences.add("The images in \"" + c.name() + "\" are "
            + c.shape().height() + " x " + c.shape().width() + " pixels, "
            + (c.shape().channels() == 1 ? "grey." : "with " + c.shape().channels() + " channels.")));
        if (columns.size() > 1 && columns.stream().anyMatch(c -> c.shape() != null)) {
            sentences.add("As there are other features, networks take their pixels for numbers like any other; let images be "
                + "the only feature to have one that looks at neighbouring pixels.");
        }
        return String.join(" ", sentences);
    }

    /**
     * @param filter the user's choice
     * @param label the label column, never a feature; {@code null} if there is none
     * @return the chosen columns in table order, at least one
     * @throws InvalidSettingsException if a chosen column is gone, or none is left
     */
    public static List<FeatureColumn> choose(final DataTableSpec spec, final ColumnFilter filter, final String label)
        throws InvalidSettingsException {
        final var chosen = chooseAny(spec, filter, label);
        if (chosen.isEmpty()) {
            throw new InvalidSettingsException("No feature column is left: the table needs at least one column with "
                + "numbers, strings, booleans, images or vectors besides the label. Choose one under \"Features\".");
        }
        return chosen;
    }

    /** As {@link #choose}, but it may be that no column is left. */
    static List<FeatureColumn> chooseAny(final DataTableSpec spec, final ColumnFilter filter, final String label)
        throws InvalidSettingsException {
        final var choices = choices(spec);
        final var gone = filter.getMissingSelected(choices);
        for (final var name : gone) {
            if (name.equals(label) || ColumnNames.isReserved(name)) {
                continue; // chosen once, reserved now: left out in either case
            }
            final var column = spec.getColumnSpec(name);
            throw new InvalidSettingsException(column == null
                ? "The feature column \"" + name + "\" is not in the input table. Open the dialog and choose the features "
                    + "again, or bring the column back."
                : "The feature column \"" + name + "\" is of type " + column.getType().getName()
                    + ", which cannot be read as a feature. Deselect it, or convert it to numbers or strings.");
        }
        final var chosen = new ArrayList<FeatureColumn>();
        for (final var name : filter.filter(choices)) {
            if (!name.equals(label)) {
                chosen.add(new FeatureColumn(name, FeatureKind.of(spec.getColumnSpec(name)).orElseThrow()));
            }
        }
        return chosen;
    }
}
