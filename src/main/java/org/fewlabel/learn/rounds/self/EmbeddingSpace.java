package org.fewlabel.learn.rounds.self;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.encode.TrainedClassifier;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.rounds.contest.Space;

/**
 * The embedding of rows in an encoder's input format, which may contain codes whose distance is meaningless.
 *
 * @param encoder trained
 */
record EmbeddingSpace(TableEncoder encoder) implements Space {

    @Override
    public DenseRows of(final DenseRows rows, final Progress progress) {
        final var embedding = TrainedClassifier.of(encoder, 1, 0, progress).embed(rows, Engines.open(progress),
            progress);
        final var raw = new Rows(rows.rows(),
            List.of(new VectorColumn("Embedding", rows.rows(), embedding.columns(), embedding.values())));
        return RowEncoder.fit(raw, progress).encode(raw, progress);
    }
}
