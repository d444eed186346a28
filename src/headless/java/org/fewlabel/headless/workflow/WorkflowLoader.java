package org.fewlabel.headless.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Reads a workflow's files. Anything unreadable or unknown is an error, never ignored. */
public final class WorkflowLoader {

    private static final int NEWEST_FORMAT = 5;

    private final WorkflowFolder folder;

    private WorkflowLoader(final WorkflowFolder folder) {
        this.folder = folder;
    }

    /**
     * @return the workflow in a folder
     * @throws WorkflowException if the workflow is broken or has parts that are not supported; the message names them
     */
    public static Workflow load(final WorkflowFolder folder) throws IOException, WorkflowException {
        return new WorkflowLoader(folder).load();
    }

    private Workflow load() throws IOException, WorkflowException {
        final var settings = read(WorkflowFolder.WORKFLOW_FILE);
        try {
            checkFormat(settings);
            final var nodes = nodes(settings);
            final var connections = connections(settings, nodes);
            final var order = ExecutionOrder.of(nodes.keySet(), connections);
            return new Workflow(folder, folder.root().getFileName().toString(), settings,
                order.stream().map(nodes::get).toList(), connections, variables(settings));
        } catch (InvalidSettingsException e) {
            throw new WorkflowException(
                "The file " + WorkflowFolder.WORKFLOW_FILE + " in " + folder.root() + " is broken: " + e.getMessage(),
                e);
        }
    }

    private NodeSettings read(final String file) throws IOException, WorkflowException {
        try (var in = folder.openSettings(file)) {
            final var settings = new NodeSettings(file);
            NodeSettings.loadFromXML(in).copyTo(settings);
            return settings;
        } catch (IOException e) {
            throw new WorkflowException(
                "The settings file " + file + " in " + folder.root() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkFormat(final NodeSettings settings) throws WorkflowException {
        final var version = settings.getString("version", "5.1.0");
        final var major = version == null ? "" : version.split("\\.", 2)[0];
        if (!major.matches("[0-9]{1,4}") || Integer.parseInt(major) > NEWEST_FORMAT) {
            throw new WorkflowException(
                "The workflow is of format " + version + "; formats up to " + NEWEST_FORMAT + " are understood");
        }
    }

    private Map<Integer, WorkflowNode> nodes(final NodeSettings settings)
        throws InvalidSettingsException, IOException, WorkflowException {
        final var entries = settings.getNodeSettings("nodes");
        if (entries.keySet().size() > folder.limits().nodes()) {
            throw new WorkflowException("The workflow is rejected: it has more than " + folder.limits().nodes()
                + " nodes");
        }
        final var nodes = new TreeMap<Integer, WorkflowNode>();
        for (final var key : entries.keySet()) {
            final var entry = entries.getNodeSettings(key);
            final var node = node(entry.getInt("id"), entry);
            if (nodes.put(node.id(), node) != null) {
                throw new InvalidSettingsException("two nodes have the number " + node.id());
            }
        }
        if (nodes.isEmpty()) {
            throw new WorkflowException("The workflow in " + folder.root() + " has no nodes");
        }
        return nodes;
    }

    private WorkflowNode node(final int id, final NodeSettings entry)
        throws InvalidSettingsException, IOException, WorkflowException {
        final var file = entry.getString("node_settings_file");
        if (file == null) {
            throw new InvalidSettingsException("node #" + id + " has no settings file");
        }
        final var meta = entry.getBoolean("node_is_meta", false);
        final var type = entry.getString("node_type", meta ? "MetaNode" : "NativeNode");
        if (meta || !"NativeNode".equals(type)) {
            throw new WorkflowException(
                "The workflow contains the %s '%s', and these are not supported here: expand it in KNIME"
                    .formatted("SubNode".equals(type) ? "component" : "metanode", file.replaceAll("/[^/]*$", "")));
        }
        try {
            return new WorkflowNode(id, file, read(file));
        } catch (InvalidSettingsException e) {
            throw new WorkflowException("The settings file " + file + " of node #" + id + " is broken: "
                + e.getMessage(), e);
        }
    }

    private static List<Connection> connections(final NodeSettings settings, final Map<Integer, WorkflowNode> nodes)
        throws InvalidSettingsException, WorkflowException {
        final var connections = new ArrayList<Connection>();
        if (!settings.containsKey("connections")) {
            return connections;
        }
        final var entries = settings.getNodeSettings("connections");
        final var taken = new HashSet<List<Integer>>();
        for (final var key : entries.keySet()) {
            final var entry = entries.getNodeSettings(key);
            final var connection = new Connection(entry.getInt("sourceID"), entry.getInt("sourcePort"),
                entry.getInt("destID"), entry.getInt("destPort"));
            for (final var end : List.of(connection.source(), connection.dest())) {
                if (!nodes.containsKey(end)) {
                    throw new WorkflowException(
                        "The connection " + connection + " ends at node #" + end + ", which does not exist");
                }
            }
            if (connection.carriesData() && !taken.add(List.of(connection.dest(), connection.destPort()))) {
                throw new WorkflowException("Two connections end at input port " + connection.destPort() + " of "
                    + nodes.get(connection.dest()).label());
            }
            connections.add(connection);
        }
        return connections;
    }

    private static Map<String, FlowVariable> variables(final NodeSettings settings)
        throws InvalidSettingsException, WorkflowException {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        if (!settings.containsKey("workflow_variables")) {
            return variables;
        }
        final var entries = settings.getNodeSettings("workflow_variables");
        for (final var key : entries.keySet()) {
            final var entry = entries.getNodeSettings(key);
            final var type = switch (entry.getString("class", "")) {
                case "STRING" -> ValueType.STRING;
                case "INTEGER" -> ValueType.INT;
                case "DOUBLE" -> ValueType.DOUBLE;
                default -> throw new WorkflowException("The workflow variable '" + entry.getString("name", key)
                    + "' is of a type that is not supported here");
            };
            final var value = type == ValueType.STRING ? entry.getString("value")
                : type == ValueType.INT ? String.valueOf(entry.getInt("value"))
                    : String.valueOf(entry.getDouble("value"));
            final var name = entry.getString("name");
            variables.put(name, new FlowVariable(name, type, value));
        }
        return variables;
    }
}
