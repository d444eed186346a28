package org.fewlabel.nodes.encode.pretextgenerator;

import org.fewlabel.learn.pretext.TaskChoice;
import org.fewlabel.table.Report;
import org.fewlabel.table.Text;

/** The sentences of Pretext Generator. */
final class PretextGeneratorMessages {

    private PretextGeneratorMessages() {
    }

    /** @return which task was selected automatically, and why */
    static Report selected(final TaskChoice choice) {
        return new Report().fact("Selected task: \"" + choice.kind().text() + "\", because "
            + switch (choice.reason()) {
                case ONLY_TEXT -> "the only feature is a text.";
                case ONLY_IMAGE -> "the only feature is an image.";
                case FEW_CELLS -> "rows have only " + Text.count(choice.cells(), "feature")
                    + ", so few of them are changed at a time.";
                case MANY_CELLS -> "rows have " + choice.cells()
                    + " features, enough to replace most of them and still recognize the row.";
            });
    }

    /** @return that the words of texts are not masked */
    static Report textsAsVectors() {
        return new Report().fact("Texts are read as vectors for this task. To mask words, use one text as the only "
            + "feature.");
    }
}
