package org.fewlabel.port;

import java.util.List;

import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.fewlabel.table.FeatureColumn;

/** The view of a port: its properties as lines of text. */
final class TextView {

    private final StringBuilder text = new StringBuilder();

    static JComponent[] of(final String name, final String text) {
        final var area = new JTextArea(text);
        area.setEditable(false);
        final var view = new JScrollPane(area);
        view.setName(name);
        return new JComponent[]{view};
    }

    TextView line(final String name, final Object value) {
        text.append(name).append(": ").append(value).append('\n');
        return this;
    }

    /** Adds the provenance. */
    TextView madeBy(final Provenance from) {
        line("Made by", from.node() + ", version " + from.version());
        line("Made on", from.date() + ", " + from.device());
        line("Rows", from.rows() + (from.labeled() > 0 ? ", of which " + from.labeled() + " labeled" : ""));
        return this;
    }

    /** Adds the facts about the fit, if known. */
    TextView result(final Provenance from) {
        if (!from.facts().isEmpty()) {
            text.append("\nResult\n");
            from.facts().forEach(fact -> text.append("  ").append(fact).append('\n'));
        }
        return this;
    }

    TextView settings(final Provenance from) {
        text.append("\nSettings\n");
        from.parameters().forEach((name, value) -> line("  " + name, value));
        return this;
    }

    TextView columns(final List<FeatureColumn> columns) {
        text.append("\nColumns\n");
        columns.forEach(column -> line("  " + column.name(), column.kind().text()));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
