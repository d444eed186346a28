package org.fewlabel.learn.rounds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Truth;
import org.fewlabel.learn.model.UnusualRows;
import org.fewlabel.learn.rounds.agree.ViewsReport;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Round;

/** Computes the figures of self-training or co-training. */
final class RoundCounts {

    private final Learned learned;

    private final ClassProbabilities baseline;

    private final Labels labels;

    RoundCounts(final Learned learned, final ClassProbabilities baseline, final Labels labels) {
        this.learned = learned;
        this.baseline = baseline;
        this.labels = labels;
    }

    /**
     * @param automatic whether the base learner was selected automatically
     * @param accuracy the cross-validated accuracy of the baseline
     */
    RoundFigures figures(final boolean automatic, final double accuracy, final Optional<Truth> truth,
        final Optional<ViewsReport> views,
        final RoundRows input, final UnusualRows unusual) {
        final var rows = labels.unlabeled();
        final var unlabeled = rows.length;
        final var counts = labels.counts();
        final var checked = checked();
        return new RoundFigures(automatic, unlabeled, Math.min(unlabeled, Contest.MAX_UNLABELED),
            learned.probabilities().agreement(baseline, rows), accuracy,
            learned.baseline().agreement(baseline, rows) == 1,
            names(IntStream.range(0, counts.length).filter(c -> counts[c] == 0)), untrusted(counts),
            truth.map(known -> known.classes().subList(counts.length, known.classes().size())).orElse(List.of()),
            checked.map(Round::precision).orElse(Double.NaN), checked.map(Round::number).orElse(0), views,
            input.constantEmbedding(), input.constantColumns(), input.hashedWords(), unusual);
    }

    private Optional<Round> checked() {
        final var rounds = learned.rounds();
        return rounds.isEmpty() ? Optional.empty()
            : Optional.of(rounds.get((learned.best() > 0 ? learned.best() : rounds.size()) - 1));
    }

    /** Without thresholds no class lacks confidence. */
    private List<String> untrusted(final int[] counts) {
        if (learned.best() == 0) {
            return List.of();
        }
        final var thresholds = learned.rounds().get(learned.best() - 1).thresholds();
        return Arrays.stream(thresholds).allMatch(Double::isNaN) ? List.of()
            : names(IntStream.range(0, counts.length).filter(c -> counts[c] > 0 && Double.isNaN(thresholds[c])));
    }

    private List<String> names(final IntStream codes) {
        return codes.mapToObj(labels.classes()::get).toList();
    }
}
