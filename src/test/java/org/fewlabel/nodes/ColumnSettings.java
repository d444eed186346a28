package org.fewlabel.nodes;

import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** The column settings of a node: the config of a column filter in a workflow. */
public final class ColumnSettings {

    private ColumnSettings() {
    }

    /**
     * Chooses columns as a user does who moves "Any unknown column" out: these and no others.
     *
     * @param path of the filter, levels separated by a slash
     */
    public static void choose(final NodeSettings settings, final String path, final String... columns) {
        final var manual = inside(settings, path + "/manualFilter");
        manual.addStringArray("manuallySelected", columns);
        manual.addStringArray("manuallyDeselected");
        manual.addBoolean("includeUnknownColumns", false);
    }

    /** Includes columns and excludes others; unnamed ones are included. */
    public static void chooseBeside(final NodeSettings settings, final String path, final List<String> selected,
        final List<String> deselected) {
        final var manual = inside(settings, path + "/manualFilter");
        manual.addStringArray("manuallySelected", selected.toArray(String[]::new));
        manual.addStringArray("manuallyDeselected", deselected.toArray(String[]::new));
        manual.addBoolean("includeUnknownColumns", true);
    }

    /** Has Co-Trainer learn from two views, both of which are chosen column by column. */
    public static void twoViews(final NodeSettings settings) {
        settings.addString("method", "CO_TRAINING");
        settings.addString("secondView", "SELECTED");
    }

    /** Chooses columns by a regular expression. */
    public static void match(final NodeSettings settings, final String path, final String pattern) {
        inside(settings, path).addString("mode", "REGEX");
        inside(settings, path + "/patternFilter").addString("pattern", pattern);
    }

    /** What stands at a key of the list of names; the flag as the only element. */
    public static List<String> read(final NodeSettings settings, final String path, final String key) {
        final var manual = inside(settings, path + "/manualFilter");
        try {
            return key.equals("includeUnknownColumns") ? List.of(Boolean.toString(manual.getBoolean(key)))
                : Arrays.asList(manual.getStringArray(key));
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    /** The settings under a path, levels separated by a slash. */
    public static NodeSettings inside(final NodeSettings settings, final String path) {
        var at = settings;
        for (final var key : path.split("/")) {
            try {
                at = at.getNodeSettings(key);
            } catch (final InvalidSettingsException e) {
                throw new AssertionError(e);
            }
        }
        return at;
    }
}
