package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.encode.FittedEncoder;
import org.fewlabel.learn.inputs.TextLengths;
import org.fewlabel.learn.net.Ending;

/** The sentences of nodes that train a network. */
public final class TrainingMessages {

    private TrainingMessages() {
    }

    /** @return how the training of an encoder ended and how its columns are read */
    public static Report encoder(final FittedEncoder fitted) {
        final var training = fitted.training();
        return new Report().add(ending(training.ending(), training.note())).add(lengths(fitted.lengths()))
            .add(SharedMessages.hashedWords(fitted.hashed()))
            .add(SharedMessages.constantColumns(fitted.encoder().dropped()));
    }

    /**
     * @param note the messages of the engine, in sentences; may be empty
     * @return how a training ended
     */
    public static Report ending(final Ending ending, final String note) {
        final var report = switch (ending.reason()) {
            case DIVERGED -> new Report().warn("Training diverged in epoch " + ending.epoch()
                + ": the loss was no longer a number. The parameters " + (ending.best() > 0
                    ? "after epoch " + ending.best() : "before training")
                + " are used. Decrease the learning rate (" + ending.learningRate() + ").");
            case STOPPED_EARLY -> new Report().fact("Trained " + Text.count(ending.epoch(), "epoch")
                + ", stopped early because the " + loss(ending) + " had not decreased for "
                + Text.count(ending.patience(), "epoch") + "." + best(ending));
            case ALL_EPOCHS -> new Report().fact("Trained " + Text.count(ending.epoch(), "epoch") + "." + best(ending));
        };
        if (!ending.diverged() && ending.best() == 0) {
            report.warn("Training did not decrease the " + loss(ending)
                + ", so the parameters before training are used. Decrease the learning rate ("
                + ending.learningRate() + ").");
        }
        return note.isEmpty() ? report : report.warn(note);
    }

    private static String best(final Ending ending) {
        return ending.best() == 0 || ending.best() == ending.epoch() ? ""
            : " Epoch " + ending.best() + " has the lowest " + loss(ending) + " and is used.";
    }

    private static String loss(final Ending ending) {
        return ending.heldOut() ? "validation loss" : "training loss";
    }

    static Report lengths(final List<TextLengths> columns) {
        final var report = new Report();
        for (final var texts : columns) {
            report.fact("The first " + texts.length() + " word pieces of each text in \"" + texts.column()
                + "\" are used. The vocabulary has " + texts.pieces() + " word pieces.");
            final var cut = texts.longer() + " of " + Text.count(texts.texts(), "text") + " in \"" + texts.column()
                + "\" " + (texts.longer() == 1 ? "is" : "are") + " longer and " + (texts.longer() == 1 ? "is" : "are")
                + " truncated.";
            if (texts.cutsMany()) {
                report.warn(cut);
            } else if (texts.longer() > 0) {
                report.fact(cut);
            }
        }
        return report;
    }

    /**
     * @param batch the batch size that was set
     * @param rows the number of rows
     * @return the note that a batch cannot have so many rows, if it cannot
     */
    public static Report batchSize(final int batch, final int rows) {
        return batch <= rows ? new Report() : new Report().fact("The batch size (" + batch
            + ") exceeds the number of rows (" + rows + "), so each batch has at most " + rows + " rows.");
    }

    /** @return that a column is no feature because it is the label column, which may have been guessed */
    public static Report labelColumn(final String name) {
        return new Report().fact("Ignored because it is the label column: \"" + name + "\".");
    }

    /** @return the notes on how the columns are read */
    public static Report columns(final List<FeatureColumn> columns) {
        final var sentences = new ArrayList<String>();
        for (final var kind : FeatureKind.values()) {
            final var names = columns.stream().filter(c -> c.kind() == kind).map(FeatureColumn::name).toList();
            if (!names.isEmpty()) {
                sentences.add("Read as " + kind.plural() + ": " + Text.quoted(names) + ".");
            }
        }
        columns.stream().filter(c -> c.shape() != null)
            .forEach(c -> sentences.add("The images in \"" + c.name() + "\" have " + c.shape().height() + " x "
                + c.shape().width() + " pixels, " + (c.shape().channels() == 1 ? "grayscale."
                    : c.shape().channels() + " channels.")));
        if (columns.size() > 1 && columns.stream().anyMatch(c -> c.shape() != null)) {
            sentences.add("Because there are other features, each pixel is treated as a separate number. Make the "
                + "images the only feature to train a convolutional network.");
        }
        return new Report().facts(sentences);
    }
}
