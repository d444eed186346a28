package org.fewlabel.learn.compare;

import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.ContrastiveEncoder;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.TaskChoice;

/**
 * The training rows of a draw with their given labels.
 *
 * @param rows labeled and unlabeled
 * @param labels of the same rows, some of them hidden
 * @param encoding an encoder of these rows, or of the unlabeled ones among them, trained when first needed
 * @param members the methods of the ensemble
 */
record Pool(Rows rows, Labels labels, Encoding encoding, List<Route> members) {

    /** An encoder that several methods share, since it uses no label. Thread-safe. */
    static final class Encoding {

        /** The minimum share of unlabeled rows for a shared encoder; without every fifth row it is nearly the same. */
        private static final double MIN_UNLABELED = 0.8;

        private final Rows rows;

        private final long seed;

        private TableEncoder encoder;

        Encoding(final Rows rows, final long seed) {
            this.rows = rows;
            this.seed = seed;
        }

        /**
         * Creates one encoder for all draws, which saves most of the time of an experiment. It is trained on the
         * unlabeled rows, since each labeled one is held out in some draw.
         *
         * @param labels of the rows
         * @return an encoder of the rows that no draw holds out; {@code null} if these are too few
         */
        static Encoding ofUnlabeled(final Rows rows, final Labels labels, final long seed, final Progress progress) {
            final var unlabeled = IntStream.range(0, rows.size()).filter(i -> labels.codes()[i] < 0).toArray();
            return unlabeled.length < MIN_UNLABELED * rows.size() ? null
                : new Encoding(rows.select(unlabeled, progress), seed);
        }

        /** @return its training rows */
        Rows rows() {
            return rows;
        }

        /** @return the encoder of the node Contrastive Encoder with default settings for these rows */
        synchronized TableEncoder get(final Progress progress) {
            if (encoder == null) {
                final var names = rows.columns().stream().map(Column::name).toList();
                final var kind = TaskChoice.ofCells(rows).kind();
                encoder = new ContrastiveEncoder(PretextTask.of(kind, names, seed),
                    new Objective.NtXent(ContrastiveEncoder.TEMPERATURE), EncoderSettings.defaults(seed))
                    .fit(rows, Engines.open(progress), progress).encoder();
            }
            return encoder;
        }
    }

    /** @return the same rows with other labels */
    Pool with(final Labels other) {
        return new Pool(rows, other, encoding, members);
    }
}
