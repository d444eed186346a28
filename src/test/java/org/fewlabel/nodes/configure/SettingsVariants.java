package org.fewlabel.nodes.configure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.headless.slice.NodeFacts;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Settings in each of which one switch or choice of a dialog stands otherwise. */
final class SettingsVariants {

    private SettingsVariants() {
    }

    /**
     * @param settings from which the others differ
     * @return copies by what is changed in them, the unchanged one too
     */
    static Map<String, NodeSettings> of(final NodeFacts facts, final NodeSettings settings)
        throws InvalidSettingsException {
        final var variants = new LinkedHashMap<String, NodeSettings>();
        variants.put("unchanged", settings);
        for (final var parameter : facts.parameters()) {
            final var path = parameter.path();
            final var key = path.get(path.size() - 1);
            for (final var choice : parameter.choices()) {
                final var variant = copy(settings);
                inner(variant, parameter).addString(key, choice.id());
                variants.put(path + " = " + choice.id(), variant);
            }
            if (parameter.type() == boolean.class) {
                final var variant = copy(settings);
                final var inner = inner(variant, parameter);
                inner.addBoolean(key, !inner.getBoolean(key));
                variants.put(path + " switched", variant);
            }
        }
        return variants;
    }

    private static NodeSettings copy(final NodeSettings settings) {
        final var copy = new NodeSettings(settings.getKey());
        settings.copyTo(copy);
        return copy;
    }

    private static NodeSettings inner(final NodeSettings settings, final NodeFacts.Parameter parameter)
        throws InvalidSettingsException {
        var inner = settings;
        for (final var key : parameter.path().subList(0, parameter.path().size() - 1)) {
            inner = inner.getNodeSettings(key);
        }
        return inner;
    }
}
