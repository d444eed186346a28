package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fewlabel.table.LeftOut.Reason;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** The feature settings of the nodes, with the columns that each selects by default. */
public enum FeatureSetting {

    /**
     * The features of a learner: only the embedding if the table has one, since it was computed from the others;
     * otherwise every column.
     */
    LEARNED("Features"),

    /** The input of an encoder, or of a comparison with encoders: every column except embeddings. */
    RAW("Features"),

    /** The embedding that Encoder Check evaluates. */
    CHECKED("Embedding"),

    /** The columns that Encoder Check compares it with: every column except embeddings. */
    COMPARED(FeatureSetting.COMPARED_TITLE);

    /** The title of that setting in the dialog of Encoder Check. */
    public static final String COMPARED_TITLE = "Original columns";

    private final String title;

    FeatureSetting(final String title) {
        this.title = title;
    }

    /** @return its title in the dialog */
    String title() {
        return title;
    }

    /**
     * @param spec {@code null} if the table is unknown
     * @param label the label column, never a feature; {@code null} if there is none
     * @return the default selection for a table, without columns that are IDs by their name. Later columns are included
     *         too, except beside an embedding
     */
    public ColumnFilter detect(final DataTableSpec spec, final String label) {
        if (spec == null) {
            return FilterContent.open(List.of(), List.of());
        }
        final var choices = Features.choices(spec, label);
        final var embedding = choices.stream().filter(FeatureSetting::isEmbedding).toList();
        if (!embedding.isEmpty() && (this == LEARNED || this == CHECKED)) {
            return new ColumnFilter(embedding);
        }
        final var selected = new ArrayList<String>();
        final var deselected = new ArrayList<String>();
        choices.forEach(column -> (whyNot(column, false).isEmpty() && !Features.isId(column) ? selected : deselected)
            .add(column.getName()));
        return FilterContent.open(selected, deselected);
    }

    /**
     * @param filter the user's selection
     * @param label the label column, never a feature
     * @return the selected columns in table order, at least one
     * @throws InvalidSettingsException if none is left, or one that is chosen by hand cannot be read
     */
    public FeatureChoice choose(final DataTableSpec spec, final ColumnFilter filter, final String label)
        throws InvalidSettingsException {
        return atLeastOne(chooseAny(spec, filter, label));
    }

    /**
     * Like {@link #choose} for nodes without a label column. A later column that looks like labels is not included.
     *
     * @param noLabel a column that the user has declared not to be a label; empty if there is none
     */
    public FeatureChoice chooseWithoutLabel(final DataTableSpec spec, final ColumnFilter filter, final String noLabel)
        throws InvalidSettingsException {
        final var suspect = LabelColumn.detect(spec).filter(name -> !name.equals(noLabel));
        return atLeastOne(FeatureSelection.of(spec, filter, null, title, column -> suspect
            .filter(column.getName()::equals).map(name -> Reason.LABEL).or(() -> whyNot(column, false))));
    }

    /** Like {@link #choose}, but possibly without any column left. */
    FeatureChoice chooseAny(final DataTableSpec spec, final ColumnFilter filter, final String label)
        throws InvalidSettingsException {
        final var content = FilterContent.of(filter);
        final var choices = Features.choices(spec, label);
        final var embeddingAlone = choices.stream().anyMatch(FeatureSetting::isEmbedding)
            && choices.stream().noneMatch(c -> !isEmbedding(c) && content.selected().contains(c.getName()));
        final var choice = FeatureSelection.of(spec, filter, label, title, column -> whyNot(column, embeddingAlone));
        return this == LEARNED ? noteEmbedding(Features.embedding(spec), content, choice) : choice;
    }

    /** @param embeddingAlone whether the table has an embedding and no other column is selected */
    private Optional<Reason> whyNot(final DataColumnSpec column, final boolean embeddingAlone) {
        return Optional.ofNullable(switch (this) {
            case LEARNED -> embeddingAlone && !isEmbedding(column) ? Reason.EMBEDDED : null;
            case RAW -> isEmbedding(column) ? Reason.EMBEDDING : null;
            case CHECKED -> isEmbedding(column) ? null : Reason.ELSEWHERE;
            case COMPARED -> isEmbedding(column) ? Reason.ELSEWHERE : null;
        });
    }

    /** Notes whether the embedding is used, for an encoder that was added before a configured learner. */
    private static FeatureChoice noteEmbedding(final List<String> embedding, final FilterContent content,
        final FeatureChoice choice) {
        final var names = choice.columns().stream().map(FeatureColumn::name).toList();
        final var excluded = content.isOpen() ? content.deselected() : Set.<String>of();
        final var unused = embedding.stream().filter(name -> !names.contains(name) && !excluded.contains(name))
            .toList();
        final var added = embedding.stream().filter(name -> content.isOpen() && !content.knows(name)).toList();
        final var notes = new Report().add(choice.notes());
        if (!unused.isEmpty()) {
            notes.warn(unused(unused, LEARNED.title));
        }
        if (!added.isEmpty() && names.size() > added.size()) {
            notes.fact("The embedding is used together with the columns it was computed from: " + Text.quoted(added)
                + "; exclude the others under \"" + LEARNED.title + "\" to use it alone.");
        }
        return new FeatureChoice(choice.columns(), choice.byHand(), notes);
    }

    /** @return the note that the table has an embedding and where to include it */
    static String unused(final List<String> embedding, final String title) {
        return "The table has an embedding that is not used: include " + Text.quoted(embedding) + " under \"" + title
            + "\".";
    }

    private FeatureChoice atLeastOne(final FeatureChoice choice) throws InvalidSettingsException {
        if (choice.columns().isEmpty()) {
            throw new InvalidSettingsException(Features.noneLeft(choice, title) + " Choose one.");
        }
        return choice;
    }

    private static boolean isEmbedding(final DataColumnSpec column) {
        return ColumnNames.isEmbedding(column.getName());
    }
}
