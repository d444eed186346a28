package org.fewlabel.nodes.encode.pretextgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import org.fewlabel.learn.pretext.PretextTask.Kind;
import org.fewlabel.learn.pretext.TaskChoice;
import org.fewlabel.learn.pretext.TaskChoice.Reason;
import org.junit.jupiter.api.Test;

class PretextGeneratorMessagesTest {

    private static String selected(final Kind kind, final Reason reason, final int cells) {
        final var report = PretextGeneratorMessages.selected(new TaskChoice(kind, reason, cells));
        assertThat(report.warnings()).isEmpty();
        return String.join(" ", report.facts());
    }

    @Test
    void whichTaskWasSelectedAndWhy() {
        assertThat(selected(Kind.WORDS, Reason.ONLY_TEXT, 0))
            .isEqualTo("Selected task: \"Mask words\", because the only feature is a text.");
        assertThat(selected(Kind.IMAGE, Reason.ONLY_IMAGE, 0))
            .isEqualTo("Selected task: \"Image views\", because the only feature is an image.");
        assertThat(selected(Kind.MASK, Reason.FEW_CELLS, 1)).isEqualTo(
            "Selected task: \"Mask\", because rows have only 1 feature, so few of them are changed at a time.");
        assertThat(selected(Kind.CORRUPT, Reason.MANY_CELLS, 64)).isEqualTo("Selected task: \"Corrupt\", because rows "
            + "have 64 features, enough to replace most of them and still recognize the row.");
    }

    @Test
    void textsThatAreReadAsVectors() {
        final var report = PretextGeneratorMessages.textsAsVectors();

        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts()).containsExactly(
            "Texts are read as vectors for this task. To mask words, use one text as the only feature.");
    }
}
