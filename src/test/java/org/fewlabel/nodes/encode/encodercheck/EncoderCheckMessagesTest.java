package org.fewlabel.nodes.encode.encodercheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fewlabel.learn.judge.Interval;
import org.fewlabel.learn.probe.EmbeddingShape;
import org.fewlabel.learn.probe.EncoderQuality;
import org.fewlabel.learn.probe.EncoderQuality.Probe;
import org.fewlabel.learn.probe.EncoderQuality.ProbeResult;
import org.junit.jupiter.api.Test;

class EncoderCheckMessagesTest {

    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    private static final EmbeddingShape GOOD = new EmbeddingShape(8, 6, 0, 1, -1);

    private static final String FIGURES = " columns: cross-validated accuracy ";

    private static EncoderQuality quality(final double embedding, final double raw, final double low,
        final double high) {
        return new EncoderQuality(60, List.of(
            new ProbeResult(Probe.NEAREST_NEIGHBORS, 0.1, UNKNOWN, 0.1, UNKNOWN, 0, new Interval(0, 0)),
            new ProbeResult(Probe.LINEAR, raw, UNKNOWN, embedding, UNKNOWN, embedding - raw, new Interval(low, high))),
            GOOD);
    }

    private static void assertFact(final EncoderQuality quality, final String sentence) {
        final var report = EncoderCheckMessages.of(quality);
        assertThat(report.facts()).containsExactly(sentence);
        assertThat(report.warnings()).isEmpty();
        assertThat(EncoderCheckMessages.text(quality)).isEqualTo(sentence);
    }

    private static void assertWarning(final EncoderQuality quality, final String sentence) {
        final var report = EncoderCheckMessages.of(quality);
        assertThat(report.warnings()).containsExactly(sentence);
        assertThat(report.facts()).isEmpty();
        assertThat(EncoderCheckMessages.text(quality)).isEqualTo(sentence);
    }

    @Test
    void aBetterEmbeddingIsAFact() {
        assertFact(quality(0.933, 0.8, 0.033, 0.233), "The embedding is better than the original" + FIGURES
            + "93.3 %, original columns 80 % (linear probe, 60 labeled rows); difference 13.3 percentage points "
            + "(95 % interval 3.3 to 23.3).");
    }

    @Test
    void anEmbeddingThatIsNotClearlyBetterIsAWarning() {
        assertWarning(quality(0.82, 0.8, -0.03, 0.07),
            "The embedding may be better than the original columns, but with "
                + "so few labels the difference is not reliable: cross-validated accuracy 82 %, original columns 80 % "
                + "(linear probe, 60 labeled rows); difference 2.0 percentage points (95 % interval -3.0 to 7.0).");
        assertWarning(quality(0.8, 0.8, -0.03, 0.03), "The embedding is not better than the original" + FIGURES
            + "80 %, original columns 80 % (linear probe, 60 labeled rows); difference 0.0 percentage points "
            + "(95 % interval -3.0 to 3.0).");
        assertWarning(quality(0.7, 0.8, -0.13, -0.07), "The embedding is worse than the original" + FIGURES
            + "70 %, original columns 80 % (linear probe, 60 labeled rows); difference -10.0 percentage points "
            + "(95 % interval -13.0 to -7.0). Use the original columns.");
    }

    @Test
    void anEmbeddingWithoutOriginalColumns() {
        final var alone = new ProbeResult(Probe.NEAREST_NEIGHBORS, Double.NaN, UNKNOWN, 0.9, UNKNOWN, Double.NaN,
            UNKNOWN);
        assertFact(new EncoderQuality(1, List.of(alone), GOOD), "The embedding has a cross-validated accuracy of 90 % "
            + "(nearest neighbors, 1 labeled row). There are no original columns to compare it with.");
    }

    @Test
    void tooFewLabelsAreAWarning() {
        assertWarning(new EncoderQuality(0, List.of(), GOOD),
            "The embedding cannot be evaluated: at least two classes, "
                + "and half of all classes, need two labeled rows each.");
    }

    @Test
    void aCollapsedEmbeddingIsAWarning() {
        final var lost = new EncoderQuality(0, List.of(), new EmbeddingShape(8, 1.2, 0, 1, -1));
        final var how = "The embedding has collapsed: it uses about 1.2 of its 8 dimensions, so most rows get nearly "
            + "the same vector. Train the encoder longer, decrease its learning rate, or choose another loss.";
        assertThat(EncoderCheckMessages.of(lost).warnings()).hasSize(2).first().isEqualTo(how);
        assertThat(EncoderCheckMessages.text(lost)).startsWith(how + " The embedding cannot be evaluated");
        final var equal = new EncoderQuality(0, List.of(), new EmbeddingShape(8, 6, 0, 1, 0));
        assertThat(EncoderCheckMessages.of(equal).warnings()).first().isEqualTo("The embedding has collapsed: all rows "
            + "get nearly the same vector. Train the encoder longer, decrease its learning rate, or choose another "
            + "loss.");
    }
}
