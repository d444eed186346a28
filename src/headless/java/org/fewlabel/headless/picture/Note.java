package org.fewlabel.headless.picture;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * An annotation of the workflow or below a node.
 *
 * @param lines its text without markup
 * @param x left edge
 * @param y upper edge
 * @param width of the box
 * @param height of the box
 * @param background red, green and blue in one number
 * @param border color of the border
 * @param borderSize width of the border, 0 for none
 * @param fontSize in points
 */
record Note(List<String> lines, int x, int y, int width, int height, int background, int border, int borderSize,
    int fontSize) {

    private static final int WHITE = 0xFFFFFF;

    private static final int USUAL_FONT = 12;

    private static final int MAX_LINES = 40;

    /** @param settings the config of an annotation as KNIME writes it */
    static Note of(final NodeSettings settings) {
        final var text = settings.getString("text", "");
        final var html = "text/html".equals(settings.getString("contentType", "text/plain"));
        final var size = settings.getInt("defFontSize", USUAL_FONT);
        return new Note(lines(text == null ? "" : html ? withoutMarkup(text) : text),
            settings.getInt("x-coordinate", 0), settings.getInt("y-coordinate", 0), settings.getInt("width", 0),
            settings.getInt("height", 0), settings.getInt("bgcolor", WHITE), settings.getInt("borderColor", 0),
            settings.getInt("borderSize", 0), size > 0 ? size : USUAL_FONT);
    }

    /** @return the annotations of a workflow */
    static List<Note> all(final NodeSettings workflow) throws InvalidSettingsException {
        final var notes = new ArrayList<Note>();
        if (workflow.containsKey("annotations")) {
            final var entries = workflow.getNodeSettings("annotations");
            for (final var key : entries.keySet()) {
                notes.add(of(entries.getNodeSettings(key)));
            }
        }
        return notes;
    }

    private static List<String> lines(final String text) {
        return text.strip().lines().limit(MAX_LINES).toList();
    }

    private static String withoutMarkup(final String html) {
        return html.replaceAll("(?i)<br\\s*/?>|</(p|h[1-6]|li)>", "\n").replaceAll("<[^>]*>", "")
            .replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            .replace("&amp;", "&");
    }
}
