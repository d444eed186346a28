package org.fewlabel.learn.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Truth;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Round;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;

/** How learning in rounds went, in sentences for the user. */
final class RoundNotes {

    private final Learned learned;

    private final Labels labels;

    private final boolean automatic;

    /** @param automatic whether the learner was to be chosen by the labels */
    RoundNotes(final Learned learned, final Labels labels, final boolean automatic) {
        this.learned = learned;
        this.labels = labels;
        this.automatic = automatic;
    }

    /** @param views what is to be said of views, if there are any */
    List<String> all(final Optional<Truth> truth, final List<String> views) {
        final var notes = new ArrayList<String>();
        if (learned.verdict().reason() == Reason.NOTHING_TO_LEARN) {
            return notes; // whoever read the labels has said why
        }
        if (automatic) {
            notes.add(choice());
        }
        notes.add(result());
        notes.add(learned.verdict().text());
        notes.addAll(views);
        final var unlabeled = labels.size() - labels.labeled().length;
        if (unlabeled > Contest.MOST_UNLABELED) {
            notes.add(
                "Of " + unlabeled + " unlabeled rows " + Contest.MOST_UNLABELED + ", drawn at random, were learned "
                    + "from; what was learned is applied to all.");
        }
        if (!learned.base().equals(learned.learner())) {
            notes.add(learned.base() + " stands for the labeled rows alone: without unlabeled rows no other learner is "
                + "clearly better.");
        }
        notes.addAll(ofClasses());
        truth.ifPresent(known -> notes.addAll(ofTruth(known)));
        return notes;
    }

    /** @return what a given classifier had to do with it */
    static String taught(final Learned learned) {
        return "The given classifier made the guesses of round 1, " + learned.learner()
            + " those after it. It was not judged "
            + "itself: it may have learned from the very labels.";
    }

    private String choice() {
        final var reason = learned.verdict().reason();
        if (reason == Reason.EXPECTED || reason == Reason.MISLED) {
            return "Automatic took " + learned.learner() + ", which suits texts.";
        }
        final var judged = learned.verdict().rows();
        return judged == 0
            ? "Automatic took " + learned.learner()
                + ", the most robust, as no label could be hidden to choose by: that "
                + "takes two labels or more of at least half of the classes."
            : "Automatic chose " + learned.learner() + ", whose best round is the least wrong about " + judged
                + " labels "
                + "that were hidden in turn.";
    }

    private String result() {
        final var rounds = learned.rounds().size();
        if (learned.best() == 0) {
            return "The result is what the labeled rows alone give, after " + count(rounds, "round")
                + " with pseudo-labels.";
        }
        return "The result is round " + learned.best() + " of " + rounds + ", which learned from "
            + count(best().rows(), "pseudo-label") + "; the labeled rows alone agree with it on " + percent(agreement())
            + " of the unlabeled rows.";
    }

    /** Classes that no row can get, and those that no pseudo-label was trusted for. */
    private List<String> ofClasses() {
        final var notes = new ArrayList<String>();
        final var counts = labels.counts();
        final var unlabeled = names(IntStream.range(0, counts.length).filter(c -> counts[c] == 0).toArray());
        if (!unlabeled.isEmpty()) {
            notes.add("No row is labeled " + quoted(unlabeled) + ", so no row gets that class. Label rows of it.");
        }
        if (learned.best() > 0 && Arrays.stream(best().thresholds()).anyMatch(t -> !Double.isNaN(t))) {
            final var none = names(IntStream.range(0, counts.length)
                .filter(c -> counts[c] > 0 && Double.isNaN(best().thresholds()[c])).toArray());
            if (!none.isEmpty()) {
                notes.add("No pseudo-label of " + quoted(none) + " was trusted.");
            }
        }
        return notes;
    }

    private List<String> ofTruth(final Truth truth) {
        final var notes = new ArrayList<String>();
        final var round = learned.best() > 0 ? best() : learned.rounds().get(learned.rounds().size() - 1);
        if (!Double.isNaN(round.precision())) {
            notes.add("In truth " + percent(round.precision()) + " of the pseudo-labels of round " + round.number()
                + " are right (the truth was not learned from).");
        }
        final var unknown = truth.classes().subList(labels.classes().size(), truth.classes().size());
        if (!unknown.isEmpty()) {
            notes.add(
                "Some rows are in truth " + quoted(unknown) + ", which no label names: what is predicted for them is "
                    + "wrong. Label rows of it.");
        }
        return notes;
    }

    private Round best() {
        return learned.rounds().get(learned.best() - 1);
    }

    private double agreement() {
        return learned.probabilities().agreement(learned.alone(), labels.unlabeled());
    }

    private List<String> names(final int[] codes) {
        return Arrays.stream(codes).mapToObj(labels.classes()::get).toList();
    }

    private static String quoted(final List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }

    private static String count(final int count, final String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String percent(final double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
