package org.fewlabel.nodes.prepare.spectrogram;

import java.util.ArrayList;
import java.util.Locale;

import org.fewlabel.table.Problems;
import org.fewlabel.table.Report;
import org.fewlabel.table.Text;
import org.fewlabel.table.sound.DescribedTable;

/** The sentences of Spectrogram. */
final class SpectrogramMessages {

    private SpectrogramMessages() {
    }

    /** @return which recordings cannot be used or are cut off, and what was selected automatically */
    static Report of(final DescribedTable described) {
        return new Report().add(unusable(described.unusable())).add(cutOff(described.cutOff()))
            .add(selected(described.selected()));
    }

    static Report unusable(final Problems recordings) {
        final var one = recordings.count() == 1;
        return recordings.count() == 0 ? new Report()
            : new Report().warn(Text.count(recordings.count(), "recording") + " cannot be used and "
                + (one ? "is replaced by a missing value. " : "are replaced by missing values. ") + recordings.text());
    }

    static Report cutOff(final Problems recordings) {
        final var one = recordings.count() == 1;
        return recordings.count() == 0 ? new Report()
            : new Report().warn(Text.count(recordings.count(), "recording") + (one ? " is" : " are")
                + " truncated; what is there is used. " + recordings.text());
    }

    static Report selected(final DescribedTable.Selected selected) {
        final var chosen = new ArrayList<String>();
        selected.rate().ifPresent(rate -> chosen.add("sample rate " + rate + " Hz"));
        selected.seconds().ifPresent(length -> chosen.add(String.format(Locale.ROOT, "length %.2f s", length)));
        return chosen.isEmpty() ? new Report()
            : new Report().fact("Selected automatically: " + String.join(", ", chosen)
                + ". Set the same values for new recordings to be predicted.");
    }
}
