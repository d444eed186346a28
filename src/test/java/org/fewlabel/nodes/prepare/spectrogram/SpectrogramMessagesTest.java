package org.fewlabel.nodes.prepare.spectrogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.fewlabel.table.Problems;
import org.fewlabel.table.sound.DescribedTable.Selected;
import org.junit.jupiter.api.Test;

class SpectrogramMessagesTest {

    private static Problems problems(final int count) {
        final var problems = new Problems("recording");
        for (var i = 1; i <= count; i++) {
            problems.add("\"" + i + ".wav\" is an empty file.");
        }
        return problems;
    }

    @Test
    void recordingsThatCannotBeUsedAreAWarning() {
        final var report = SpectrogramMessages.unusable(problems(1));

        assertThat(report.facts()).isEmpty();
        assertThat(report.warnings()).containsExactly(
            "1 recording cannot be used and is replaced by a missing value. \"1.wav\" is an empty file.");
        assertThat(SpectrogramMessages.unusable(problems(6)).warnings()).hasSize(1).first().asString()
            .startsWith("6 recordings cannot be used and are replaced by missing values. \"1.wav\" is an empty file. ")
            .endsWith("\"5.wav\" is an empty file. The same applies to 1 other recording.");
        assertThat(SpectrogramMessages.unusable(problems(0)).warnings()).isEmpty();
    }

    @Test
    void truncatedRecordingsAreAWarning() {
        final var report = SpectrogramMessages.cutOff(problems(1));

        assertThat(report.facts()).isEmpty();
        assertThat(report.warnings())
            .containsExactly("1 recording is truncated; what is there is used. \"1.wav\" is an empty file.");
        assertThat(SpectrogramMessages.cutOff(problems(2)).warnings())
            .containsExactly("2 recordings are truncated; what "
                + "is there is used. \"1.wav\" is an empty file. \"2.wav\" is an empty file.");
        assertThat(SpectrogramMessages.cutOff(problems(0)).warnings()).isEmpty();
    }

    @Test
    void whatWasSelectedIsAFact() {
        final var both = SpectrogramMessages.selected(new Selected(OptionalInt.of(16_000), OptionalDouble.of(0.5)));
        assertThat(both.warnings()).isEmpty();
        assertThat(both.facts()).containsExactly("Selected automatically: sample rate 16000 Hz, length 0.50 s. Set the "
            + "same values for new recordings to be predicted.");
        assertThat(SpectrogramMessages.selected(new Selected(OptionalInt.empty(), OptionalDouble.of(0.5))).facts())
            .containsExactly("Selected automatically: length 0.50 s. Set the same values for new recordings to be "
                + "predicted.");
        assertThat(SpectrogramMessages.selected(new Selected(OptionalInt.empty(), OptionalDouble.empty())).facts())
            .isEmpty();
    }
}
