package org.fewlabel.nodes.encode.encodercheck;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fewlabel.learn.probe.EmbeddingShape;
import org.fewlabel.learn.probe.EncoderQuality;
import org.fewlabel.learn.probe.EncoderQuality.ProbeResult;
import org.fewlabel.table.Report;
import org.fewlabel.table.Text;

/** The sentences of Encoder Check. */
final class EncoderCheckMessages {

    private EncoderCheckMessages() {
    }

    /** @return the verdict: a fact if the embedding is good, else a warning */
    static Report of(final EncoderQuality quality) {
        final var report = collapse(quality.shape());
        final var verdict = verdict(quality);
        return switch (quality.verdict()) {
            case BETTER, NOTHING_TO_COMPARE -> report.fact(verdict);
            default -> report.warn(verdict);
        };
    }

    /** @return all of the verdict, for the table */
    static String text(final EncoderQuality quality) {
        return Stream.concat(collapse(quality.shape()).warnings().stream(), Stream.of(verdict(quality)))
            .collect(Collectors.joining(" "));
    }

    private static Report collapse(final EmbeddingShape shape) {
        if (!shape.collapsed()) {
            return new Report();
        }
        return new Report().warn("The embedding has collapsed: " + (shape.lostDirections()
            ? String.format(Locale.ROOT, "it uses about %.1f of its %s, so most rows get nearly the same vector",
                shape.effectiveRank(), Text.count(shape.dimensions(), "dimension"))
            : "all rows get nearly the same vector")
            + ". Train the encoder longer, decrease its learning rate, or choose another loss.");
    }

    private static String verdict(final EncoderQuality quality) {
        final var best = quality.best();
        if (best.isEmpty()) {
            return "The embedding cannot be evaluated: at least two classes, and half of all classes, need two labeled "
                + "rows each.";
        }
        final var figures = figures(best.get(), quality.judged());
        return switch (quality.verdict()) {
            case BETTER -> "The embedding is better than the original columns: " + figures;
            case PERHAPS_BETTER -> "The embedding may be better than the original columns, but with so few labels the "
                + "difference is not reliable: " + figures;
            case WORSE -> "The embedding is worse than the original columns: " + figures + " Use the original columns.";
            case NOT_BETTER -> "The embedding is not better than the original columns: " + figures;
            default -> "The embedding has a " + figures + " There are no original columns to compare it with.";
        };
    }

    private static String figures(final ProbeResult best, final int rows) {
        final var how = " (" + best.probe().text().toLowerCase(Locale.ROOT) + ", "
            + Text.count(rows, "labeled row") + ")";
        final var accuracy = "cross-validated accuracy " + (Double.isNaN(best.raw()) ? "of " : "")
            + Text.percent(best.embedding());
        return Double.isNaN(best.raw()) ? accuracy + how + "."
            : accuracy + ", original columns " + Text.percent(best.raw()) + how + "; difference "
                + Text.percentagePoints(best.difference()) + " ("
                + Text.interval(best.differenceInterval().low(), best.differenceInterval().high()) + ").";
    }
}
