package org.knime.core.node.config.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes settings as KNIME does, to the character. */
final class XmlSettingsWriter {

    private static final String NAMESPACES = " xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd\"";

    private static final String INDENT = "    ";

    private final Writer out;

    private XmlSettingsWriter(final Writer out) {
        this.out = out;
    }

    static void write(final ConfigBase config, final OutputStream stream) throws IOException {
        final var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        new XmlSettingsWriter(out).config(config, NAMESPACES, "");
        out.flush();
    }

    private void config(final ConfigBase config, final String namespaces, final String indent) throws IOException {
        out.write(indent + "<config" + namespaces + " key=\"" + attribute(config.getKey()) + "\"");
        var empty = true;
        for (final var key : config.keySet()) {
            final var entry = config.getEntry(key);
            if (entry.getType() != ConfigEntries.xtransientstring) {
                out.write(empty ? ">\n" : "");
                empty = false;
                if (entry instanceof ConfigBase child) {
                    config(child, "", indent + INDENT);
                } else {
                    entry(entry, indent + INDENT);
                }
            }
        }
        out.write(empty ? "/>\n" : indent + "</config>\n");
    }

    private void entry(final AbstractConfigEntry entry, final String indent) throws IOException {
        final var value = entry.toStringValue();
        out.write(indent + "<entry key=\"" + attribute(entry.getKey()) + "\" type=\"" + entry.getType() + "\""
            + (value == null ? " isnull=\"true\"" : "") + " value=\""
            + (value == null ? "" : attribute(XmlText.escape(value))) + "\"/>\n");
    }

    private static String attribute(final String text) throws IOException {
        final var escaped = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            final var c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append((int)c).append(';');
                default -> {
                    if (c < ' ') {
                        throw new IOException("The key \"" + text + "\" has a character that XML cannot hold.");
                    }
                    escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }
}
