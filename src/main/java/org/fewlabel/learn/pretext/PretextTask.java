package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.State;

/**
 * A task that a table sets itself, as data.
 *
 * @param kind what is done to rows
 * @param columns the names of the columns that it was made for
 * @param strength how much, see the kind; above 0, at most 1
 * @param views how many blocks of columns there are, at least 2; only of {@link Kind#BLOCKS}
 * @param flip whether images may be mirrored, left to right; only of {@link Kind#IMAGE}
 * @param seed of the blocks and of all examples
 */
public record PretextTask(Kind kind, List<String> columns, double strength, int views, boolean flip, long seed) {

    /** What is done to rows. */
    public enum Kind {
        /**
         * SCARF (Bahri et al. 2022): in each row {@code strength} of the columns, drawn anew, get the value of another
         * row, each of another one. For contrast: the other view is the row itself.
         */
        CORRUPT("Corrupt", 0.6),
        /**
         * VIME (Yoon et al. 2020): each cell gets with the probability {@code strength} the value of another row, each
         * of another one; reconstruct the row and tell which cells they were.
         */
        MASK("Mask", 0.3),
        /**
         * As {@link #MASK}, but all exchanged cells of a row come from one and the same other row, so that they fit
         * each other and only the seam between the two rows shows.
         */
        SWAP("Swap", 0.3),
        /**
         * SubTab (Ucar et al. 2021): the columns are dealt into {@code views} overlapping blocks, once; a view of a row
         * keeps one block and hides all other columns. {@code strength} is the share of the columns that a block hides.
         */
        BLOCKS("Blocks", 0.5),
        /**
         * SpecAugment (Park et al. 2019): in each spectrogram two stretches of time and two of pitch are hidden, each
         * at most {@code strength} of all. The default is that of the paper for pitch, 27 of 80 bands, rounded down.
         * Other columns stay as they are.
         */
        TIME_FREQUENCY("Time and frequency mask", 0.3),
        /**
         * Of a table whose only column is a text. Masked language modeling (Devlin et al. 2019): {@code strength} of
         * the pieces of words are to be guessed, most of them hidden. For contrast: two crops of the text, without
         * {@code strength} of their pieces. See {@link WordCorruption}.
         */
        WORDS("Mask words", 0.15),
        /**
         * SimCLR (Chen et al. 2020): both views of an image are moved, turned, stretched, made lighter or darker,
         * blurred and noisy at random, and lose a square; see {@link ImageViews}. {@code strength} is how far all that
         * goes.
         */
        IMAGE("Image views", 0.5),
        /**
         * RotNet (Gidaris et al. 2018): an image is turned by 0, 90, 180 or 270 degrees; say by how many. The strength
         * is of no account.
         */
        ROTATE("Rotate", 1),
        /**
         * Jigsaw (Noroozi &amp; Favaro 2016): an image is cut into tiles, which are shuffled in one of several ways;
         * say in which. The strength is of no account.
         */
        JIGSAW("Jigsaw", 1),
        /**
         * Masked autoencoders (He et al. 2022): the share {@code strength} of the patches of an image is hidden;
         * reconstruct them.
         */
        PATCHES("Masked patches", 0.5);

        private final String text;

        private final double defaultStrength;

        Kind(final String text, final double defaultStrength) {
            this.text = text;
            this.defaultStrength = defaultStrength;
        }

        /** @return whether the second view is changed too, and is not the row itself */
        public boolean changesBoth() {
            return this == BLOCKS || this == TIME_FREQUENCY || this == IMAGE || this == WORDS;
        }

        /** @return whether it is for one column of vectors with a shape, and nothing else */
        public boolean needsShape() {
            return this == IMAGE || isPuzzle() || this == PATCHES;
        }

        /** @return whether what is to be found out is which of several things was done */
        public boolean isPuzzle() {
            return this == ROTATE || this == JIGSAW;
        }

        /** @return what the user calls it */
        public String text() {
            return text;
        }

        /** @return the strength of the paper, or what suits most tables */
        public double defaultStrength() {
            return defaultStrength;
        }
    }

    /** How many blocks there are if nobody says otherwise. */
    public static final int DEFAULT_VIEWS = 4;

    private static final int MOST_VIEWS = 1000;

    /**
     * @throws IllegalArgumentException if the strength or the number of views is out of range, or a column is twice
     *            there
     */
    public PretextTask {
        columns = List.copyOf(columns);
        if (!(strength > 0 && strength <= 1)) {
            throw new UserMessageException("The strength must be above 0 and at most 1, not " + strength + ".");
        }
        if (views < 2 || views > MOST_VIEWS) {
            throw new UserMessageException("There must be from 2 to " + MOST_VIEWS + " views, not " + views + ".");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new UserMessageException("A column is named twice.");
        }
    }

    /** A task that mirrors nothing. */
    public PretextTask(final Kind kind, final List<String> columns, final double strength, final int views,
        final long seed) {
        this(kind, columns, strength, views, false, seed);
    }

    /** @return a task of that kind with its usual strength */
    public static PretextTask of(final Kind kind, final List<String> columns, final long seed) {
        return new PretextTask(kind, columns, kind.defaultStrength(), DEFAULT_VIEWS, seed);
    }

    /**
     * @param rows of the table at hand
     * @throws IllegalArgumentException if their columns are not those that the task was made for; the message names
     *             them
     */
    public void checkColumns(final Rows rows) {
        checkColumns(rows.columns().stream().map(Column::name).toList());
    }

    /**
     * @param actual the names of the columns of the table at hand
     * @throws IllegalArgumentException if they are not those that the task was made for; the message names them
     */
    public void checkColumns(final List<String> actual) {
        final var missing = new ArrayList<>(columns);
        missing.removeAll(actual);
        final var unknown = new ArrayList<>(actual);
        unknown.removeAll(columns);
        if (missing.isEmpty() && unknown.isEmpty()) {
            return;
        }
        throw new UserMessageException("The pretext task was made for other columns:"
            + (missing.isEmpty() ? "" : " the table lacks \"" + String.join("\", \"", missing) + "\"")
            + (missing.isEmpty() || unknown.isEmpty() ? "" : " and")
            + (unknown.isEmpty() ? "" : " the task does not know \"" + String.join("\", \"", unknown) + "\"")
            + ". Make the task with the same table, or choose the same columns.");
    }

    /**
     * @param shape of all that a row has, if it is one vector with a shape
     * @throws UserMessageException if the task cannot be set for such rows; the message is for the user
     */
    public void checkShape(final Optional<Shape> shape) {
        if (!kind.needsShape()) {
            return;
        }
        final var known = shape.orElseThrow(() -> new UserMessageException("The task \"" + kind.text()
            + "\" is for "
            + "images: it needs one feature column with images, or with vectors of which a shape is known, and no "
            + "other "
            + "column that varies. Choose such a column alone, or another task."));
        if (kind.isPuzzle() && Math.min(known.height(), known.width()) < 2) {
            throw new UserMessageException(
                "The task \"" + kind.text() + "\" needs images of at least 2 x 2 places; \""
                    + columns.get(0) + "\" has " + known.height() + " x " + known.width() + ". Choose another task.");
        }
    }

    /** @return what {@link #restore} needs */
    public State state() {
        final var state = new State().put("kind", kind.name()).put("columns", columns.toArray(String[]::new))
            .put("strength", strength).put("views", views).put("seed", Long.toString(seed));
        return flip ? state.put("flip", 1) : state; // tasks without are as they were before there were images
    }

    /**
     * @param state of another task
     * @return an equal task
     * @throws UserMessageException if the state is damaged
     */
    public static PretextTask restore(final State state) {
        final var kind = state.text("kind");
        final var known = Arrays.stream(Kind.values()).filter(k -> k.name().equals(kind)).findFirst()
            .orElseThrow(() -> damaged("kind", kind));
        return new PretextTask(known, List.of(state.texts("columns", -1)),
            state.number("strength", Double.MIN_VALUE, 1),
            state.integer("views", 2, MOST_VIEWS),
            state.entries().containsKey("flip") && state.integer("flip", 0, 1) == 1,
            seed(state.text("seed")));
    }

    private static long seed(final String text) {
        try {
            return Long.parseLong(text);
        } catch (final NumberFormatException e) { // NOSONAR the text is all there is to know
            throw damaged("seed", text);
        }
    }

    private static UserMessageException damaged(final String name, final String value) {
        return new UserMessageException("The stored task is damaged: \"" + name + "\" is \"" + value + "\".");
    }
}
