package org.fewlabel.table;

import org.fewlabel.learn.rounds.RoundFigures;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Verdict;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;

/** The sentences that nodes which learn in rounds have in common. */
public final class RoundsMessages {

    private static final String HELP = "unlabeled texts usually help because they show which words occur together";

    private RoundsMessages() {
    }

    /** @return how learning in rounds went */
    public static Report of(final RoundLearner.Fitted fitted) {
        final var report = new Report();
        final var learned = fitted.learned();
        final var figures = fitted.figures();
        if (learned.verdict().reason() != Reason.NOTHING_TO_LEARN) { // the reader of the labels has reported why
            result(learned, figures, report);
            verdict(learned, figures, report);
            learners(learned, figures, report);
            if (figures.used() < figures.unlabeled()) {
                report
                    .warn(figures.used() + " of " + figures.unlabeled() + " unlabeled rows, drawn at random, were used "
                        + "for training. Predictions are made for all rows.");
            }
            if (!figures.untrustedClasses().isEmpty()) {
                report.fact("No pseudo-label of " + Text.quoted(figures.untrustedClasses())
                    + " was confident enough to be used.");
            }
            truth(figures, report);
        }
        if (figures.constantEmbedding()) {
            report.warn("The given encoder makes the same embedding of all rows, so nothing can be predicted from it.");
        }
        return report.add(SharedMessages.noRowOfClass(figures.unlabeledClasses()))
            .add(SharedMessages.constantColumns(figures.constantColumns()))
            .add(SharedMessages.hashedWords(figures.hashedWords())).add(SharedMessages.unusual(figures.unusual()));
    }

    private static void result(final Learned learned, final RoundFigures figures, final Report report) {
        if (learned.best() > 0) {
            final var round = learned.rounds().get(learned.best() - 1);
            report.fact("The result is round " + round.number() + " of " + learned.rounds().size() + ", trained on "
                + Text.count(round.rows(), "pseudo-label") + ". It agrees with the baseline on "
                + Text.percent(figures.agreement()) + " of the unlabeled rows.");
        }
    }

    private static void verdict(final Learned learned, final RoundFigures all, final Report report) {
        final var verdict = learned.verdict();
        final var figures = figures(learned, all);
        final var notBetter = verdict.rows() > 0 && verdict.result() <= all.baselineAccuracy();
        final var fallback = "The result is " + (all.startIsBaseline() ? "the baseline"
            : lower(learned.baselineLearner()) + " trained on the labeled rows only");
        final var tried = Text.count(learned.rounds().size(), "round") + " of pseudo-labels";
        switch (verdict.reason()) {
            case BETTER -> report.fact("The unlabeled rows help." + figures);
            case NOT_CHECKED -> {
                final var sentence = "As chosen, it was not checked whether the pseudo-labels improve the result.";
                if (notBetter) {
                    report.warn("The baseline is as good or better. " + sentence + figures);
                } else {
                    report.fact(sentence + figures);
                }
            }
            case EXPECTED -> {
                if (notBetter) {
                    report.warn(
                        "The baseline may be as good or better, although with few labels " + HELP + "." + figures);
                } else {
                    report.fact("With few labels, " + HELP + "." + figures);
                }
            }
            case MISLED -> report.warn(fallback + " because the unlabeled texts seem to mislead: their "
                + "natural groups do not match your classes." + figures + " Label at least " + Verdict.MIN_ROWS
                + " rows to have this checked again.");
            case NOT_BETTER -> report.warn(fallback + " because " + tried
                + " did not clearly improve it." + figures);
            case TOO_FEW_LABELS -> report.warn(fallback + " because there are too few labels to check "
                + "whether " + tried + " improve it; without such a check they make results worse about half of the "
                + "time." + figures + " Label at least " + Verdict.MIN_ROWS + " rows, two or more of each class.");
            default -> throw new IllegalStateException("Nothing was learned: " + verdict);
        }
    }

    /** With a space before, as it comes behind a sentence. */
    private static String figures(final Learned learned, final RoundFigures all) {
        final var verdict = learned.verdict();
        return verdict.rows() == 0 ? ""
            : " Cross-validated accuracy on " + Text.count(verdict.rows(), "label") + ": "
                + (verdict.trusted() ? "this result " : "best round ") + Text.percent(verdict.result())
                + (all.startIsBaseline() ? ""
                    : ", " + lower(learned.baselineLearner()) + " on the labeled rows only "
                        + Text.percent(verdict.baseline()))
                + ", baseline " + Text.percent(all.baselineAccuracy()) + ".";
    }

    private static void learners(final Learned learned, final RoundFigures all, final Report report) {
        final var verdict = learned.verdict();
        if (all.automatic()) {
            final String why;
            if (verdict.reason() == Reason.EXPECTED || verdict.reason() == Reason.MISLED) {
                why = ", which suits texts.";
            } else if (verdict.rows() > 0) {
                why = ", which has the lowest cross-validated error on " + Text.count(verdict.rows(), "label") + ".";
            } else {
                why = ", the most robust one. To compare learners, at least half of the classes need two labels.";
            }
            report.fact("The base learner is " + lower(learned.learner()) + why);
        }
        if (!learned.baselineLearner().equals(learned.learner())) {
            report.fact((all.startIsBaseline() ? "The baseline is " + lower(learned.baselineLearner())
                : "Without pseudo-labels, " + lower(learned.baselineLearner()) + " is used")
                + "; no other learner was clearly better on the labeled rows.");
        }
    }

    private static void truth(final RoundFigures figures, final Report report) {
        if (!Double.isNaN(figures.pseudoLabelAccuracy())) {
            report.fact("Check against the truth column (not used for training): "
                + Text.percent(figures.pseudoLabelAccuracy()) + " of the pseudo-labels in round "
                + figures.checkedRound() + " are correct.");
        }
        final var unknown = figures.unknownClasses();
        if (!unknown.isEmpty()) {
            report.warn("The truth column has rows of " + Text.quoted(unknown) + ", but no row is labeled so. Their "
                + "predictions are wrong. Label at least one row of " + (unknown.size() == 1 ? "it." : "each."));
        }
    }

    /** @return a name as it stands within a sentence */
    public static String lower(final String name) {
        return name.startsWith("Naive Bayes") ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
