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

/** The settings of columns that are features: what each takes if the user does not say otherwise. */
public enum FeatureSetting {

    /**
     * What a learner of labels looks at: if the table has an embedding, this alone, for it was made of the others;
     * else every column.
     */
    LEARNED("Features"),

    /** What an encoder is made of, or what is compared with encoders: every column but an embedding. */
    RAW("Features"),

    /** The embedding that Encoder Check judges. */
    CHECKED("Embedding"),

    /** What Encoder Check compares it with: every column but an embedding. */
    COMPARED(FeatureSetting.COMPARED_TITLE);

    /** What the dialog of Encoder Check calls the columns that an embedding is compared with. */
    public static final String COMPARED_TITLE = "Original columns";

    private final String title;

    FeatureSetting(final String title) {
        this.title = title;
    }

    /** @return what the dialog calls it */
    String title() {
        return title;
    }

    /**
     * @param spec {@code null} if nothing is known of the table
     * @param label the label column, never a feature; {@code null} if there is none
     * @return what the setting takes of a table that is new to it: no column that is an id by its name. Columns that
     *         come later are taken too, but not beside an embedding
     */
    public ColumnFilter guess(final DataTableSpec spec, final String label) {
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
     * @param filter the user's choice
     * @param label the label column, never a feature
     * @return the chosen columns in table order, at least one
     * @throws InvalidSettingsException if none is left, or one that is chosen by hand cannot be read
     */
    public FeatureChoice choose(final DataTableSpec spec, final ColumnFilter filter, final String label)
        throws InvalidSettingsException {
        return atLeastOne(chooseAny(spec, filter, label));
    }

    /**
     * As {@link #choose}, where nobody has named a label column. One that comes to the table later, and looks as if it
     * held labels, is not taken.
     *
     * @param noLabel a column of which the user has said that it is no label; empty if there is none
     */
    public FeatureChoice chooseWithoutLabel(final DataTableSpec spec, final ColumnFilter filter, final String noLabel)
        throws InvalidSettingsException {
        final var suspect = LabelColumn.guess(spec).filter(name -> !name.equals(noLabel));
        return atLeastOne(FeatureSelection.of(spec, filter, null, title, column -> suspect
            .filter(column.getName()::equals).map(name -> Reason.LABEL).or(() -> whyNot(column, false))));
    }

    /** As {@link #choose}, but it may be that no column is left. */
    FeatureChoice chooseAny(final DataTableSpec spec, final ColumnFilter filter, final String label)
        throws InvalidSettingsException {
        final var content = FilterContent.of(filter);
        final var choices = Features.choices(spec, label);
        final var embeddingAlone = choices.stream().anyMatch(FeatureSetting::isEmbedding)
            && choices.stream().noneMatch(c -> !isEmbedding(c) && content.selected().contains(c.getName()));
        final var choice = FeatureSelection.of(spec, filter, label, title, column -> whyNot(column, embeddingAlone));
        return this == LEARNED ? noteEmbedding(Features.embedding(spec), content, choice) : choice;
    }

    /** @param embeddingAlone whether the table has an embedding, and no other column is chosen */
    private Optional<Reason> whyNot(final DataColumnSpec column, final boolean embeddingAlone) {
        return Optional.ofNullable(switch (this) {
            case LEARNED -> embeddingAlone && !isEmbedding(column) ? Reason.EMBEDDED : null;
            case RAW -> isEmbedding(column) ? Reason.EMBEDDING : null;
            case CHECKED -> isEmbedding(column) ? null : Reason.ELSEWHERE;
            case COMPARED -> isEmbedding(column) ? Reason.ELSEWHERE : null;
        });
    }

    /** An encoder may be put before a learner that was configured already: says what becomes of its embedding. */
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

    /** @return that the table has an embedding, and where to include it */
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
