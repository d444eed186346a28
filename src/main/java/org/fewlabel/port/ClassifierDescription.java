package org.fewlabel.port;

import org.fewlabel.table.FeatureColumn;

/** A classifier's figures as text, for its view. */
final class ClassifierDescription {

    private ClassifierDescription() {
    }

    static String of(final ClassifierPortObject object) {
        final var spec = object.getSpec();
        final var from = object.provenance();
        final var text = new StringBuilder();
        line(text, "Predicts", spec.label());
        line(text, "Classes", String.join(", ", object.classifier().classes()));
        line(text, "Method", object.classifier().kind());
        line(text, "Made by", from.node() + ", version " + from.version());
        line(text, "Made on", from.date() + ", " + from.device());
        line(text, "Rows", from.rows() + ", of which " + from.labelled() + " labelled");
        text.append("\nSettings\n");
        from.parameters().forEach((name, value) -> line(text, "  " + name, value));
        text.append("\nColumns\n");
        for (final FeatureColumn column : spec.features()) {
            line(text, "  " + column.name(), column.kind().text());
        }
        return text.toString();
    }

    private static void line(final StringBuilder text, final String name, final String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
