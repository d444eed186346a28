package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.inputs.InputColumn;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.Targets;

/** How the columns of a table become the input of a network, and what it is to reconstruct. */
final class TableInput {

    private static final int MAX_DIMENSIONS = 50;

    private final List<InputColumn> numbers = new ArrayList<>();

    private final List<InputColumn> nominal = new ArrayList<>();

    private final List<InputColumn> columns;

    /** Null unless all of the input is one image. */
    private final Shape shape;

    TableInput(final InputEncoder encoder) {
        this.columns = encoder.columns();
        this.shape = encoder.shape().orElse(null);
        columns.forEach(column -> (column.kind() == InputColumn.Kind.NUMBER ? numbers : nominal).add(column));
    }

    /** @throws IllegalArgumentException if no column varies */
    Network.Input input() {
        checkNoTokens();
        if (columns.isEmpty()) {
            throw new UserMessageException(
                "No column has two different values, so there is nothing to learn from. Choose other columns.");
        }
        final var last = columns.get(columns.size() - 1);
        return new Network.Input(last.first() + last.width(),
            columns.stream().filter(column -> column.kind() == InputColumn.Kind.CODE)
                .map(column -> new Network.Embedding(column.first(), column.categories() + 1, dimensions(column)))
                .toList());
    }

    private void checkNoTokens() {
        if (columns.stream().anyMatch(column -> column.kind() == InputColumn.Kind.TOKENS)) {
            throw new IllegalArgumentException("The words of a text are no cells of a table.");
        }
    }

    /** @return whether the only column is a text, encoded as a token sequence */
    boolean tokens() {
        return columns.size() == 1 && columns.get(0).kind() == InputColumn.Kind.TOKENS;
    }

    /**
     * @param dimensions of the vector of each piece of a word
     * @return the input of a network that reads the words of a text; of that the columns must consist
     */
    Network.Input tokens(final int dimensions) {
        final var column = columns.get(0);
        return new Network.Input(column.width(),
            List.of(new Network.Embedding(0, column.categories(), dimensions, column.width())));
    }

    /** @return whether a network of that input takes the columns */
    boolean fits(final Network.Input input) {
        return input.equals(tokens() && input.sequence() != null ? tokens(input.sequence().dimensions()) : input());
    }

    /** @return how the input lies in a plane, if all of it is one image */
    Optional<Shape> shape() {
        return Optional.ofNullable(shape);
    }

    /**
     * @param open whether no activation follows the last layer
     * @return layers from the input to the embedding: convolutions if all of it is one image, dense ones else
     */
    List<Layer> body(final Architecture architecture, final boolean open) {
        return shape == null ? Network.dense(architecture.widths(), open)
            : ConvolutionBody.of(shape, architecture, open);
    }

    /** The rule of thumb of fastai's tabular learner: 1.6 times the number of categories to the power of 0.56. */
    private static int dimensions(final InputColumn column) {
        return Math.min(MAX_DIMENSIONS, (int)Math.ceil(1.6 * Math.pow(column.categories(), 0.56)));
    }

    Targets targets() {
        return new Targets(numbers.size(), nominal.stream().mapToInt(InputColumn::categories).toArray());
    }

    /** What is to be reconstructed: the rows as they are. Cells that are missing in them do not count. */
    void fillTargets(final DenseRows rows, final int[] selected, final Batch batch) {
        final var targets = batch.get(Slot.NUMBERS);
        final var weights = batch.get(Slot.NUMBER_WEIGHTS);
        for (var i = 0; targets != null && i < selected.length; i++) {
            final var row = selected[i] * rows.columns();
            for (var c = 0; c < numbers.size(); c++) {
                final var at = i * numbers.size() + c;
                targets[at] = rows.values()[row + numbers.get(c).first()];
                weights[at] = numbers.get(c).missing(rows.values(), row) ? 0 : 1;
            }
        }
        if (batch.get(Slot.CATEGORIES) != null) {
            fillCategories(rows, selected, batch);
        }
    }

    private void fillCategories(final DenseRows rows, final int[] selected, final Batch batch) {
        final var targets = batch.get(Slot.CATEGORIES);
        final var weights = batch.get(Slot.CATEGORY_WEIGHTS);
        Arrays.fill(targets, 0);
        var at = 0;
        for (var i = 0; i < selected.length; i++) {
            for (var c = 0; c < nominal.size(); c++) {
                final var category = nominal.get(c).category(rows.values(), selected[i] * rows.columns());
                weights[i * nominal.size() + c] = category < 0 ? 0 : 1;
                if (category >= 0) {
                    targets[at + category] = 1;
                }
                at += nominal.get(c).categories();
            }
        }
    }

    /** Numbers that are in the batch's input as they are in the rows need not be reconstructed. */
    void ignoreUnchanged(final DenseRows rows, final int[] selected, final Batch batch) {
        final var weights = batch.get(Slot.NUMBER_WEIGHTS);
        final var input = batch.get(Slot.INPUT);
        for (var i = 0; i < selected.length; i++) {
            for (var c = 0; c < numbers.size(); c++) {
                final var index = numbers.get(c).first();
                if (input[i * rows.columns() + index] == rows.values()[selected[i] * rows.columns() + index]) {
                    weights[i * numbers.size() + c] = 0;
                }
            }
        }
    }

    /** Sets for each cell whether it differs in the batch's input and in the rows. */
    void fillCorrupted(final DenseRows rows, final int[] selected, final Batch batch) {
        final var corrupted = batch.get(Slot.CORRUPTED);
        final var input = batch.get(Slot.INPUT);
        var at = 0;
        for (var i = 0; i < selected.length; i++) {
            for (final var some : List.of(numbers, nominal)) {
                for (final var column : some) {
                    final var own = selected[i] * rows.columns() + column.first();
                    final var seen = i * rows.columns() + column.first();
                    corrupted[at++] = Arrays.equals(rows.values(), own, own + column.width(), input, seen,
                        seen + column.width()) ? 0 : 1;
                }
            }
        }
    }
}
