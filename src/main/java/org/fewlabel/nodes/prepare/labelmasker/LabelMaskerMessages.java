package org.fewlabel.nodes.prepare.labelmasker;

import java.util.List;

import org.fewlabel.table.Report;
import org.fewlabel.table.Text;

/** The sentences of Label Masker. */
final class LabelMaskerMessages {

    private LabelMaskerMessages() {
    }

    /**
     * @param none the classes of which no row keeps its label
     * @param all the classes of which all rows keep their label
     */
    static Report of(final List<String> none, final List<String> all) {
        final var report = new Report();
        if (!none.isEmpty()) {
            report.warn("No row of " + classes(none) + " keeps its label, so "
                + (none.size() == 1 ? "this class" : "these classes") + " cannot be learned. Keep more labels.");
        }
        if (!all.isEmpty()) {
            report.fact("All rows of " + classes(all) + " keep their label because there are no more of them.");
        }
        return report;
    }

    private static String classes(final List<String> names) {
        return "the " + (names.size() == 1 ? "class " : "classes ") + Text.quoted(names);
    }
}
