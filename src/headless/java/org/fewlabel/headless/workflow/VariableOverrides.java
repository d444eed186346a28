package org.fewlabel.headless.workflow;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * Settings that take their value from a workflow variable. Which ones do is stored beside the node's own settings, in a
 * tree of the same shape. Variables that nodes make are not known here; a setting that needs one is an error.
 */
public final class VariableOverrides {

    private static final String VARIABLES = "variables";

    private static final String TREE = "tree";

    private static final String USED = "used_variable";

    private final WorkflowNode node;

    private final Map<String, FlowVariable> variables;

    private VariableOverrides(final WorkflowNode node, final Map<String, FlowVariable> variables) {
        this.node = node;
        this.variables = variables;
    }

    /**
     * @return a copy of the node's own settings, with the values of the variables in place
     * @throws InvalidSettingsException if a variable or the setting it is for does not exist, or its value does not fit
     */
    public static NodeSettings settings(final WorkflowNode node, final Map<String, FlowVariable> variables)
        throws InvalidSettingsException {
        final var settings = new NodeSettings(WorkflowNode.MODEL);
        node.model().copyTo(settings);
        if (node.settings().containsKey(VARIABLES)) {
            final var tree = node.settings().getNodeSettings(VARIABLES);
            new VariableOverrides(node, variables).apply(tree.containsKey(TREE) ? tree.getNodeSettings(TREE) : tree,
                settings, "");
        }
        return settings;
    }

    private void apply(final NodeSettings tree, final NodeSettings settings, final String path)
        throws InvalidSettingsException {
        for (final var key : tree.keySet()) {
            final var branch = tree.getNodeSettings(key);
            if (!branch.containsKey(USED)) {
                apply(branch, settings.getNodeSettings(key), path + key + "/");
            } else if (branch.getString(USED) != null) {
                put(branch.getString(USED), settings, key, path + key);
            }
        }
    }

    private void put(final String name, final NodeSettings settings, final String key, final String path)
        throws InvalidSettingsException {
        final var variable = variables.get(name);
        if (variable == null) {
            throw new InvalidSettingsException(("The setting '%s' is taken from the flow variable '%s', which is not "
                + "known; of flow variables only those of the workflow are supported here").formatted(path, name));
        }
        final var type = ValueType.of(settings, key).orElseThrow(() -> new InvalidSettingsException(
            "The flow variable '" + name + "' is for the setting '" + path + "', which " + node.label() + " lacks"));
        try {
            variable.put(settings, key, type);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("The flow variable '" + name + "' does not fit the setting '" + path
                + "': " + e.getMessage(), e);
        }
    }
}
