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
 * The rows that may be learned from, and the labels that are known of them.
 *
 * @param rows labeled or not
 * @param labels of the same rows, some of them hidden
 * @param encoding an encoder of these rows, or of those among them that are unlabeled, trained when it is first asked
 *             for
 * @param members the ways that a committee is made of
 */
record Pool(Rows rows, Labels labels, Encoding encoding, List<Route> members) {

    /** An encoder that several ways share: no label goes into it. For several threads. */
    static final class Encoding {

        /** An encoder that has not seen every fifth row is much the same. */
        private static final double LEAST_UNLABELED = 0.8;

        private final Rows rows;

        private final long seed;

        private TableEncoder encoder;

        Encoding(final Rows rows, final long seed) {
            this.rows = rows;
            this.seed = seed;
        }

        /**
         * One encoder for all draws saves most of the time of a trial. It is trained on the unlabeled rows, for each
         * labeled one is held out in some draw.
         *
         * @param labels of the rows
         * @return an encoder of the rows that are held out in no draw; {@code null} if these are too few
         */
        static Encoding ofUnlabeled(final Rows rows, final Labels labels, final long seed, final Progress progress) {
            final var unlabeled = IntStream.range(0, rows.size()).filter(i -> labels.codes()[i] < 0).toArray();
            return unlabeled.length < LEAST_UNLABELED * rows.size() ? null
                : new Encoding(rows.select(unlabeled, progress), seed);
        }

        /** @return the rows that it is trained on */
        Rows rows() {
            return rows;
        }

        /** @return the encoder that Contrastive Encoder makes of the rows with its default settings */
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
