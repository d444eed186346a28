package org.fewlabel.headless.workflow;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * A setting of a node that the user gives on the command line.
 *
 * @param nodeId the node
 * @param path of the setting among the node's settings; the last part is its key
 * @param type its type
 * @param value its value as text
 */
public record NodeOption(int nodeId, List<String> path, ValueType type, String value) {

    /**
     * @param text {@code id,config/path/key,value,type} as on the command line; the value may contain commas
     * @throws IllegalArgumentException if the text is of another form; the message is for the user
     */
    public static NodeOption parse(final String text) {
        final var afterId = text.indexOf(',');
        final var afterKey = text.indexOf(',', afterId + 1);
        final var beforeType = text.lastIndexOf(',');
        if (afterId <= 0 || afterKey < 0 || beforeType == afterKey) {
            throw new IllegalArgumentException("write ID,KEY,VALUE,TYPE");
        }
        final int id;
        try {
            id = Integer.parseInt(text.substring(0, afterId).trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text.substring(0, afterId) + "' is no node number", e);
        }
        final var type = ValueType.byName(unquoted(text.substring(beforeType + 1)), ValueType.values());
        final var value = unquoted(text.substring(afterKey + 1, beforeType));
        type.check(value);
        return new NodeOption(id, List.of(unquoted(text.substring(afterId + 1, afterKey)).split("/")), type, value);
    }

    /** @return the text without the quotes around it, if there are any */
    static String unquoted(final String text) {
        final var quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * Changes a workflow's settings.
     *
     * @throws IllegalArgumentException if there is no such node or setting, or the setting is of another type; the
     *             message lists the existing ones
     */
    public void apply(final Workflow workflow) {
        final var node = workflow.node(nodeId).orElseThrow(
            () -> new IllegalArgumentException("the workflow " + workflow.name() + " has no node #" + nodeId));
        NodeSettings config = node.model();
        for (final var part : path.subList(0, path.size() - 1)) {
            config = group(node, config, part);
        }
        final var key = path.get(path.size() - 1);
        final var present = ValueType.of(config, key);
        if (present.isEmpty()) {
            throw unknown(node, config, key);
        }
        if (present.get() != type) {
            throw new IllegalArgumentException("the setting '" + String.join("/", path) + "' of " + node.label()
                + " is of type " + present.get().shown() + ", not " + type.shown());
        }
        type.put(config, key, value);
        node.markChanged();
    }

    private static NodeSettings group(final WorkflowNode node, final NodeSettings config, final String part) {
        try {
            return config.getNodeSettings(part);
        } catch (InvalidSettingsException e) {
            throw unknown(node, config, part);
        }
    }

    private static IllegalArgumentException unknown(final WorkflowNode node, final NodeSettings config,
        final String key) {
        final var there = config.keySet();
        return new IllegalArgumentException(node.label() + " has no setting '" + key + "' there; "
            + (there.isEmpty() ? "it has none" : "it has " + String.join(", ", there)));
    }
}
