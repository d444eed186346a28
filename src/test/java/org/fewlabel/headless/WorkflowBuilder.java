package org.fewlabel.headless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * Writes KNIME workflow folders for tests. The settings of KNIME's base nodes start from those that KNIME 5.9 wrote.
 *
 * <pre>
 * new WorkflowBuilder(folder).csvReader(1, "x.csv", "a,b\n1,2\n").node(2, MyNodeFactory.class.getName(), "My Node",
 *     model -> model.addInt("k", 5)).connect(1, 1, 2, 1).write();
 * </pre>
 */
public final class WorkflowBuilder {

    private static final int GRID = 150;

    private final Path folder;

    private final Map<Integer, NodeSettings> nodes = new LinkedHashMap<>();

    private final List<int[]> connections = new ArrayList<>();

    private final NodeSettings workflow = new NodeSettings("workflow.knime");

    /** @param folder the workflow's folder; it is made if it is not there */
    public WorkflowBuilder(final Path folder) {
        this.folder = folder;
    }

    /**
     * Adds a node.
     *
     * @param factory the class name of its factory
     * @param name its name
     * @param model puts in its own settings
     */
    public WorkflowBuilder node(final int id, final String factory, final String name,
        final Consumer<NodeSettings> model) {
        final var settings = new NodeSettings("settings.xml");
        settings.addNodeSettings("flow_stack");
        settings.addNodeSettings("internal_node_subsettings");
        settings.addString("state", "CONFIGURED");
        settings.addString("factory", factory);
        settings.addString("node-name", name);
        settings.addString("node-bundle-name", "Few-Label Learning");
        settings.addString("node-bundle-symbolic-name", "org.fewlabel");
        settings.addString("node-bundle-vendor", "Few-Label Learning");
        settings.addBoolean("hasContent", false);
        settings.addNodeSettings("ports");
        settings.addNodeSettings("filestores").addString("file_store_location", null);
        model.accept((NodeSettings)settings.addNodeSettings("model"));
        nodes.put(id, settings);
        return this;
    }

    /** Adds a CSV Reader of a file in the workflow's data folder. */
    public WorkflowBuilder csvReader(final int id, final String file) {
        return genuine(id, "base-nodes-5.9/CSV Reader (#1)", model -> {
            put(model, "RELATIVE", "settings/file_selection/path/file_system_type");
            put(model, "knime.workflow.data", "settings/file_selection/path/file_system_specifier");
            put(model, file, "settings/file_selection/path/path");
        });
    }

    /** Adds a CSV Reader and the file that it reads. */
    public WorkflowBuilder csvReader(final int id, final String file, final String content) {
        return data(file, content).csvReader(id, file);
    }

    /** Adds a CSV Writer to a file in the workflow's data folder. */
    public WorkflowBuilder csvWriter(final int id, final String file) {
        return genuine(id, "base-nodes-5.9/CSV Writer (#2)", model -> {
            put(model, "RELATIVE", "settings/file_chooser_settings/path/file_system_type");
            put(model, "knime.workflow.data", "settings/file_chooser_settings/path/file_system_specifier");
            put(model, file, "settings/file_chooser_settings/path/path");
            put(model, "overwrite", "settings/file_chooser_settings/if_path_exists");
            put(model, true, "settings/file_chooser_settings/create_missing_folders");
        });
    }

    /**
     * Adds a Model Writer to a file in the workflow's data folder; it makes the folder and replaces the file. Its
     * settings are put together from KNIME's sources; their file says which.
     */
    public WorkflowBuilder modelWriter(final int id, final String file) {
        return genuine(id, "model-nodes-5.9/Model Writer", model -> {
            put(model, file, "filechooser/path/path");
            put(model, "overwrite", "filechooser/if_path_exists");
            put(model, true, "filechooser/create_missing_folders");
        });
    }

    /**
     * Adds a Model Reader of a file in the workflow's data folder. Its settings are put together from KNIME's sources;
     * their file says which.
     */
    public WorkflowBuilder modelReader(final int id, final String file) {
        return genuine(id, "model-nodes-5.9/Model Reader", model -> put(model, file, "filechooser/path/path"));
    }

    /** Adds a Column Filter that keeps just these columns. */
    public WorkflowBuilder columnFilter(final int id, final String... keep) {
        return genuine(id, "base-nodes-5.9/Column Filter (#3)", model -> {
            final var filter = model.addNodeSettings("column-filter");
            filter.addString("filter-type", "STANDARD");
            filter.addStringArray("included_names", keep);
            filter.addStringArray("excluded_names");
            filter.addString("enforce_option", "EnforceInclusion");
        });
    }

    /** Adds a Table Partitioner with the settings of a new one, changed by {@code change}. */
    public WorkflowBuilder partitioner(final int id, final Consumer<NodeSettings> change) {
        return genuine(id, "base-nodes-5.9/Table Partitioner (#4)", change);
    }

    /**
     * Adds a Row Splitter with one criterion.
     *
     * @param column a column's name
     * @param operator KNIME's name for the operator, such as {@code EQ}
     * @param type the class name of the value's cell
     * @param value puts the value to compare with under the key {@code value}
     */
    public WorkflowBuilder rowSplitter(final int id, final String column, final String operator, final String type,
        final Consumer<NodeSettings> value) {
        return genuine(id, "base-nodes-5.9/Row Splitter (#6)",
            model -> addCriterion(model, column, null, operator, type, value));
    }

    /** Adds a criterion to the settings of a Row Splitter; the column or the special column is {@code null}. */
    public static void addCriterion(final NodeSettings model, final String column, final String special,
        final String operator, final String type, final Consumer<NodeSettings> value) {
        final var predicates = child(model, "predicates");
        final var criterion = predicates.addNodeSettings(String.valueOf(predicates.keySet().size()));
        final var columnSettings = criterion.addNodeSettings("columnV2");
        columnSettings.addString("regularChoice", column);
        columnSettings.addString("specialChoice", special);
        criterion.addString("operator", operator);
        final var input = criterion.addNodeSettings("predicateValues");
        final var values = input.addNodeSettings("values");
        if (type != null) {
            final var first = (NodeSettings)values.addNodeSettings("0");
            first.addNodeSettings("typeIdentifier").addString("cell_class", type);
            value.accept(first);
        }
        input.addString("inputKind", "SINGLE");
    }

    /**
     * Adds a Table Creator.
     *
     * @param types class names of cells, one per column
     * @param names the columns' names
     * @param rows the values; {@code null} leaves a cell empty
     */
    public WorkflowBuilder tableCreator(final int id, final List<String> types, final List<String> names,
        final List<List<String>> rows) {
        return genuine(id, "base-nodes-5.9/Table Creator (#5)", model -> {
            final var rowIndices = new ArrayList<Integer>();
            final var columnIndices = new ArrayList<Integer>();
            final var values = new ArrayList<String>();
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < names.size(); c++) {
                    final var value = rows.get(r).get(c);
                    rowIndices.add(r);
                    columnIndices.add(c);
                    values.add(value == null ? "" : value);
                }
            }
            model.addIntArray("rowIndices", rowIndices.stream().mapToInt(i -> i).toArray());
            model.addIntArray("columnIndices", columnIndices.stream().mapToInt(i -> i).toArray());
            model.addStringArray("values", values.toArray(String[]::new));
            final var columns = child(model, "columnProperties");
            for (int c = 0; c < names.size(); c++) {
                final var column = columns.addNodeSettings(String.valueOf(c));
                column.addBoolean("UserSetValues", false);
                column.addString("MissValuePattern", "");
                column.addString("FormatParameter", "");
                column.addBoolean("ReadPossValsFromFile", false);
                column.addBoolean("SkipThisColumn", false);
                column.addString("ColumnName", names.get(c));
                final var type = column.addNodeSettings("ColumnClass");
                type.addString("cell_class", types.get(c));
                type.addBoolean("is_null", false);
            }
        });
    }

    /**
     * Adds a node as KNIME wrote it, or would.
     *
     * @param resource its folder among the genuine workflows
     * @param change changes its own settings
     */
    public WorkflowBuilder genuine(final int id, final String resource, final Consumer<NodeSettings> change) {
        try (var in = WorkflowBuilder.class.getResourceAsStream("/knime-workflows/" + resource + "/settings.xml")) {
            final var settings = new NodeSettings("settings.xml");
            NodeSettings.loadFromXML(in).copyTo(settings);
            change.accept(child(settings, "model"));
            nodes.put(id, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Connects an output port to an input port; data ports count from 1. */
    public WorkflowBuilder connect(final int source, final int sourcePort, final int dest, final int destPort) {
        connections.add(new int[]{source, sourcePort, dest, destPort});
        return this;
    }

    /** Puts a file into the workflow's data folder. */
    public WorkflowBuilder data(final String file, final String content) {
        try {
            final var path = folder.resolve("data").resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Changes the workflow's main settings before they are written. */
    public WorkflowBuilder workflow(final Consumer<NodeSettings> change) {
        change.accept(workflow);
        return this;
    }

    /** Changes all settings of a node, not only its own. */
    public WorkflowBuilder settings(final int id, final Consumer<NodeSettings> change) {
        change.accept(nodes.get(id));
        return this;
    }

    /** @return where the settings of a node are written */
    public Path settingsFile(final int id) {
        return folder.resolve("Node " + id).resolve("settings.xml");
    }

    /** @return the workflow's folder, with all files in it */
    public Path write() throws IOException {
        Files.createDirectories(folder);
        workflow.addString("version", "5.1.0");
        workflow.addString("state", "CONFIGURED");
        workflow.addNodeSettings("workflow_credentials");
        final var nodeEntries = workflow.addNodeSettings("nodes");
        for (final var node : nodes.entrySet()) {
            final var entry = nodeEntries.addNodeSettings("node_" + node.getKey());
            entry.addInt("id", node.getKey());
            entry.addString("node_settings_file", "Node " + node.getKey() + "/settings.xml");
            entry.addString("node_type", "NativeNode");
            entry.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", GRID * node.getKey(), GRID, -1,
                -1);
            Files.createDirectories(settingsFile(node.getKey()).getParent());
            write(node.getValue(), settingsFile(node.getKey()));
        }
        final var connectionEntries = workflow.addNodeSettings("connections");
        for (int i = 0; i < connections.size(); i++) {
            final var entry = connectionEntries.addNodeSettings("connection_" + i);
            entry.addInt("sourceID", connections.get(i)[0]);
            entry.addInt("sourcePort", connections.get(i)[1]);
            entry.addInt("destID", connections.get(i)[2]);
            entry.addInt("destPort", connections.get(i)[3]);
        }
        write(workflow, folder.resolve("workflow.knime"));
        return folder;
    }

    /** @return the workflow as an archive, next to its folder */
    public Path writeArchive() throws IOException {
        write();
        final var archive = folder.resolveSibling(folder.getFileName() + ".knwf");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive)); var files = Files.walk(folder)) {
            for (final var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.getFileName() + "/"
                    + folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return archive;
    }

    private static void write(final NodeSettings settings, final Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }

    private static NodeSettings child(final NodeSettings settings, final String key) {
        try {
            return settings.getNodeSettings(key);
        } catch (InvalidSettingsException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static NodeSettings parent(final NodeSettings settings, final String path) {
        var parent = settings;
        final var parts = path.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            parent = child(parent, parts[i]);
        }
        return parent;
    }

    /** Sets a text in nested settings. */
    public static void put(final NodeSettings settings, final String value, final String path) {
        parent(settings, path).addString(path.substring(path.lastIndexOf('/') + 1), value);
    }

    /** Sets a truth value in nested settings. */
    public static void put(final NodeSettings settings, final boolean value, final String path) {
        parent(settings, path).addBoolean(path.substring(path.lastIndexOf('/') + 1), value);
    }

    /** Sets a number in nested settings. */
    public static void put(final NodeSettings settings, final long value, final String path) {
        parent(settings, path).addLong(path.substring(path.lastIndexOf('/') + 1), value);
    }
}
