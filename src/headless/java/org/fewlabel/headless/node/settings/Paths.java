package org.fewlabel.headless.node.settings;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Paths in settings. */
public final class Paths {

    private Paths() {
    }

    /** @return whether the settings have a value or a level at the path; the empty path is always there */
    public static boolean present(final NodeSettingsRO settings, final String... path) {
        var level = settings;
        for (int i = 0; i < path.length; i++) {
            if (!level.containsKey(path[i])) {
                return false;
            }
            if (i < path.length - 1) {
                try {
                    level = level.getNodeSettings(path[i]);
                } catch (InvalidSettingsException e) { // the key is there but holds a value, not a level
                    return false;
                }
            }
        }
        return true;
    }
}
