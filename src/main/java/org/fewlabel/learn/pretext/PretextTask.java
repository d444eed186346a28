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
 * A pretext task of self-supervised learning, as data.
 *
 * @param kind the corruption of rows
 * @param columns the names of the columns that it was made for
 * @param strength see the kind; above 0, at most 1
 * @param views the number of column blocks, at least 2; only of {@link Kind#BLOCKS}
 * @param flip whether images may be mirrored, left to right; only of {@link Kind#IMAGE}
 * @param seed of the blocks and of all examples
 */
public record PretextTask(Kind kind, List<String> columns, double strength, int views, boolean flip, long seed) {

    /** The kind of corruption. */
    public enum Kind {
        /**
         * SCARF (Bahri et al. 2022): in each row, {@code strength} of the columns, drawn anew, get the value of a
         * random row, an independent one per column. For contrastive training the other view is the row itself.
         */
        CORRUPT("Corrupt", 0.6),
        /**
         * VIME (Yoon et al. 2020): each cell gets, with probability {@code strength}, the value of a random row, an
         * independent one per cell; the row is reconstructed and the changed cells are detected.
         */
        MASK("Mask", 0.3),
        /**
         * Like {@link #MASK}, but all exchanged cells of a row come from one and the same other row, so that they are
         * consistent with each other and only the boundary between the two rows is informative.
         */
        SWAP("Swap", 0.3),
        /**
         * SubTab (Ucar et al. 2021): the columns are divided once into {@code views} overlapping blocks; a view of a
         * row keeps one block and masks all other columns. {@code strength} is the share of the columns masked by a
         * block.
         */
        BLOCKS("Blocks", 0.5),
        /**
         * SpecAugment (Park et al. 2019): in each spectrogram two ranges of frames and two of bands are masked, each of
         * at most {@code strength} of all. The default is that of the paper for frequency, 27 of 80 bands, rounded
         * down. Other columns are unchanged.
         */
        TIME_FREQUENCY("Time and frequency mask", 0.3),
        /**
         * For a table whose only column is a text. Masked language modeling (Devlin et al. 2019): {@code strength} of
         * the word pieces are predicted, most of them masked. For contrastive training: two crops of the text, from
         * which {@code strength} of the pieces are dropped. See {@link WordCorruption}.
         */
        WORDS("Mask words", 0.15),
        /**
         * SimCLR (Chen et al. 2020): both views of an image get random affine transforms, brightness and contrast,
         * blur, noise and cutout; see {@link ImageViews}. {@code strength} scales all of them.
         */
        IMAGE("Image views", 0.5),
        /**
         * RotNet (Gidaris et al. 2018): an image is rotated by 0, 90, 180 or 270 degrees; the angle is predicted. The
         * strength has no effect.
         */
        ROTATE("Rotate", 1),
        /**
         * Jigsaw (Noroozi &amp; Favaro 2016): an image is cut into tiles, which are permuted; the permutation is
         * predicted. The strength has no effect.
         */
        JIGSAW("Jigsaw", 1),
        /**
         * Masked autoencoders (He et al. 2022): the share {@code strength} of the patches of an image is masked, and
         * reconstructed.
         */
        PATCHES("Masked patches", 0.5);

        private final String text;

        private final double defaultStrength;

        Kind(final String text, final double defaultStrength) {
            this.text = text;
            this.defaultStrength = defaultStrength;
        }

        /** @return whether the second view is corrupted too, and is not the row itself */
        public boolean changesBoth() {
            return this == BLOCKS || this == TIME_FREQUENCY || this == IMAGE || this == WORDS;
        }

        /** @return whether it needs a single column of vectors with a shape */
        public boolean needsShape() {
            return this == IMAGE || isPuzzle() || this == PATCHES;
        }

        /** @return whether the target is a class: which of several transformations was applied */
        public boolean isPuzzle() {
            return this == ROTATE || this == JIGSAW;
        }

        /** @return the name for users */
        public String text() {
            return text;
        }

        /** @return the strength in the paper, or one that suits most tables */
        public double defaultStrength() {
            return defaultStrength;
        }
    }

    /** The default number of blocks. */
    public static final int DEFAULT_VIEWS = 4;

    private static final int MAX_VIEWS = 1000;

    /**
     * @throws IllegalArgumentException if the strength or the number of views is out of range, or a column is a
     *         duplicate
     */
    public PretextTask {
        columns = List.copyOf(columns);
        if (!(strength > 0 && strength <= 1)) {
            throw new UserMessageException("The strength must be above 0 and at most 1, not " + strength + ".");
        }
        if (views < 2 || views > MAX_VIEWS) {
            throw new UserMessageException("There must be from 2 to " + MAX_VIEWS + " views, not " + views + ".");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new UserMessageException("A column is named twice.");
        }
    }

    /** A task without mirroring. */
    public PretextTask(final Kind kind, final List<String> columns, final double strength, final int views,
        final long seed) {
        this(kind, columns, strength, views, false, seed);
    }

    /** @return a task of that kind with its default strength */
    public static PretextTask of(final Kind kind, final List<String> columns, final long seed) {
        return new PretextTask(kind, columns, kind.defaultStrength(), DEFAULT_VIEWS, seed);
    }

    /**
     * @param rows of the current table
     * @throws IllegalArgumentException if their columns are not those that the task was made for; the message names
     *         them
     */
    public void checkColumns(final Rows rows) {
        checkColumns(rows.columns().stream().map(Column::name).toList());
    }

    /**
     * @param actual the names of the columns of the current table
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
     * @param shape of the rows, if they are a single vector with a shape
     * @throws UserMessageException if the task does not suit such rows; the message is for the user
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
                "The task \"" + kind.text() + "\" needs images of at least 2 x 2 pixels; \""
                    + columns.get(0) + "\" has " + known.height() + " x " + known.width() + ". Choose another task.");
        }
    }

    /** @return the input of {@link #restore} */
    public State state() {
        final var state = new State().put("kind", kind.name()).put("columns", columns.toArray(String[]::new))
            .put("strength", strength).put("views", views).put("seed", Long.toString(seed));
        return flip ? state.put("flip", 1) : state; // tasks without it keep the format of versions before images
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
            state.integer("views", 2, MAX_VIEWS),
            state.entries().containsKey("flip") && state.integer("flip", 0, 1) == 1,
            seed(state.text("seed")));
    }

    private static long seed(final String text) {
        try {
            return Long.parseLong(text);
        } catch (final NumberFormatException e) { // NOSONAR the message contains the text
            throw damaged("seed", text);
        }
    }

    private static UserMessageException damaged(final String name, final String value) {
        return new UserMessageException("The stored task is damaged: \"" + name + "\" is \"" + value + "\".");
    }
}
