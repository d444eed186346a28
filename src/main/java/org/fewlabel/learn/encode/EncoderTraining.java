package org.fewlabel.learn.encode;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Training;
import org.fewlabel.learn.net.TrainingResult;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.WordCorruption;

/** The steps that the trainers of all encoders share. */
final class EncoderTraining {

    /**
     * The layers and the objective of an encoder in training.
     *
     * @param body from the input to the embedding
     * @param head from the embedding on
     * @param objective the loss to minimize
     */
    record Setup(List<Layer> body, List<Layer> head, Objective objective) {
    }

    private EncoderTraining() {
    }

    /**
     * @param plan gives the network for the columns
     * @param source gives the batches for the encoded rows and their encoding
     */
    static FittedEncoder fit(final Rows rows, final EncoderSettings settings, final String kind,
        final Function<TableInput, Setup> plan, final BiFunction<DenseRows, InputEncoder, BatchSource> source,
        final Engine engine, final Progress progress) {
        check(rows);
        final var input = InputEncoder.fit(rows, settings.scaling(), progress);
        final var table = new TableInput(input);
        final var networkInput = table.input();
        final var planned = plan.apply(table);
        final var network = new Network(networkInput, planned.body(), planned.head());
        final var dense = input.encode(rows, progress);
        final var trained = new Training(engine, network, planned.objective(), settings.training())
            .run(source.apply(dense, input), progress);
        return fitted(rows, kind, input, network, planned.objective(), trained, progress);
    }

    private static void check(final Rows rows) {
        if (rows.size() < 2) {
            throw new UserMessageException(
                "There are too few rows to learn from: " + rows.size() + ", at least 2 are needed.");
        }
    }

    private static FittedEncoder fitted(final Rows rows, final String kind, final InputEncoder input,
        final Network network,
        final Objective objective, final TrainingResult trained, final Progress progress) {
        return new FittedEncoder(
            new TableEncoder(kind, rows.columns().stream().map(Column::name).toList(), input, network,
                objective, trained.parameters(), trained.statistics()),
            trained, input.hashed(), input.lengths(rows, progress));
    }

    /**
     * Trains an encoder on token sequences of texts.
     *
     * @param rows whose only column is a text
     * @param task to mask words
     * @param head from the embedding on
     * @param objective gives the objective for the length of a text and its corruption
     * @throws IllegalArgumentException if there are too few rows or other columns, or no text has a word
     */
    static FittedEncoder fitTexts(final Rows rows, final PretextTask task, final EncoderSettings settings,
        final String kind,
        final List<Layer> head, final BiFunction<Integer, WordCorruption, Objective> objective, final Engine engine,
        final Progress progress) {
        check(rows);
        progress.report(0, "Learning the vocabulary");
        final var input = InputEncoder.tokens(rows, progress);
        final var corruption = new WordCorruption(task.strength(), input.columns().get(0).categories());
        final var networkInput = new TableInput(input).tokens(settings.architecture().dimensions());
        final var network = new Network(networkInput, TextNetwork.body(networkInput), head);
        final var planned = objective.apply(input.width(), corruption);
        final var trained = new Training(engine, network, planned,
            TextNetwork.training(settings.training(), input.width(), rows.size()))
            .run(new TextSource(input.encode(rows, progress), corruption), progress);
        return fitted(rows, kind, input, network, planned, trained, progress);
    }
}
