package org.fewlabel.nodes.columns;

import static org.fewlabel.nodes.ColumnSettings.inside;
import static org.fewlabel.nodes.ColumnSettings.read;
import static org.fewlabel.nodes.TestTable.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.fewlabel.headless.node.PortsInput;
import org.fewlabel.headless.node.dialog.OpenDialog;
import org.fewlabel.headless.node.settings.ParameterSettings;
import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.NodeFacts;
import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.encodercheck.EncoderCheckNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.nodes.judge.whichisbetter.WhichIsBetterNodeFactory;
import org.fewlabel.nodes.label.cotrainer.CoTrainerNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.nodes.label.pseudolabeler.PseudoLabelerNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.fewlabel.port.PretextPortObjectSpec;
import org.fewlabel.table.FeatureColumn;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** The nodes that choose features, configured for one table and run with another, quickly. */
enum Chooser {
    PROPAGATE(new LabelPropagatorNodeFactory(), "features"),
    PSEUDO_LABEL(new PseudoLabelerNodeFactory(), "features"),
    CO_TRAIN(new CoTrainerNodeFactory(), "viewA", "viewB"),
    TRI_TRAIN(new CoTrainerNodeFactory(), "features"),
    COMPARE(new WhichIsBetterNodeFactory(), "features"),
    PRETEXT(new PretextGeneratorNodeFactory(), "columns/features"),
    AUTOENCODE(new AutoencoderNodeFactory(), "columns/features");

    private final NodeFactory<?> factory;

    private final List<String> paths;

    Chooser(final NodeFactory<?> factory, final String... paths) {
        this.factory = factory;
        this.paths = List.of(paths);
    }

    /** Where the settings of columns are. */
    List<String> paths() {
        return paths;
    }

    boolean views() {
        return paths.size() > 1;
    }

    /** The settings of a new node after its first configure. */
    NodeSettings detect(final BufferedDataTable table) throws InvalidSettingsException {
        final var settings = defaults(factory, table);
        switch (this) {
            case CO_TRAIN -> ColumnSettings.twoViews(settings);
            case TRI_TRAIN -> settings.addString("method", "TRI_TRAINING");
            case COMPARE -> {
                settings.addInt("draws", 2);
                settings.addBoolean("selfSupervised", false);
                settings.addBoolean("both", false);
            }
            case AUTOENCODE -> {
                inside(settings, "training").addString("size", "SMALL");
                inside(settings, "training").addInt("epochs", 2);
                inside(settings, "training").addBoolean("epochs_is_present", true);
            }
            default -> {
                // quick enough
            }
        }
        return settings;
    }

    private static NodeSettings defaults(final NodeFactory<?> factory, final BufferedDataTable table) {
        return NodeAccess.of(factory)
            .defaultSettings(new PortObjectSpec[]{table == null ? null : table.getDataTableSpec()});
    }

    void label(final NodeSettings settings, final String label) {
        final var group = paths.get(0).contains("/") ? inside(settings, "columns") : settings;
        group.addString("label", label);
        if (group != settings) {
            group.addBoolean("hasLabel", true);
        }
    }

    /** These columns and no others; two views get the first one and the rest. */
    void choose(final NodeSettings settings, final List<String> columns) {
        ColumnSettings.choose(settings, paths.get(0),
            (views() ? columns.subList(0, 1) : columns).toArray(String[]::new));
        if (views()) {
            ColumnSettings.choose(settings, paths.get(1), columns.subList(1, columns.size()).toArray(String[]::new));
        }
    }

    /** The settings of a workflow that lacks those of the columns. */
    NodeSettings without(final NodeSettings settings) throws InvalidSettingsException {
        final var kept = new NodeSettings("model");
        for (final var key : settings.keySet()) {
            if (!paths.contains(key)) {
                kept.addEntry(settings.getEntry(key));
            }
        }
        if (paths.get(0).startsWith("columns/")) {
            final var columns = new NodeSettings("columns");
            for (final var key : inside(settings, "columns").keySet()) {
                if (!key.equals("features")) {
                    columns.addEntry(inside(settings, "columns").getEntry(key));
                }
            }
            kept.addNodeSettings(columns);
        }
        return kept;
    }

    TestRun run(final NodeSettings settings, final BufferedDataTable table) throws Exception {
        return run(factory, settings, table);
    }

    private static TestRun run(final NodeFactory<?> factory, final NodeSettings settings, final BufferedDataTable table)
        throws Exception {
        final var node = NodeAccess.of(factory);
        return new TestRun(node.configure(settings, new PortObjectSpec[]{table.getDataTableSpec()}),
            node.execute(settings, new PortObject[]{table}, ExecutionContexts.create().context()));
    }

    /** The features that the node announces at configure. */
    List<String> features(final NodeSettings settings, final BufferedDataTable table) throws Exception {
        return features(
            NodeAccess.of(factory).configure(settings, new PortObjectSpec[]{table.getDataTableSpec()}).specs());
    }

    /** The features that were used. */
    static List<String> features(final TestRun run) {
        final var specs = new ArrayList<PortObjectSpec>();
        for (final var object : run.executed().objects()) {
            specs.add(object.getSpec());
        }
        return features(specs.toArray(PortObjectSpec[]::new));
    }

    private static List<String> features(final PortObjectSpec[] specs) {
        for (final var spec : specs) {
            final List<FeatureColumn> columns = spec instanceof ClassifierPortObjectSpec c ? c.features()
                : spec instanceof EncoderPortObjectSpec e ? e.features()
                    : spec instanceof PretextPortObjectSpec p ? p.features() : null;
            if (columns != null) {
                return columns.stream().map(FeatureColumn::name).toList();
            }
        }
        throw new AssertionError("no model among " + List.of(specs));
    }

    /** What can be compared of two runs. */
    List<String> output(final TestRun run) {
        final var compared = Map.of(COMPARE, "Accuracy", PRETEXT, "x", AUTOENCODE, "Training loss");
        return texts(run.table(this == COMPARE ? 0 : this == PRETEXT || this == AUTOENCODE ? 1 : 0),
            compared.getOrDefault(this, "P (label=a)"));
    }

    /** The columns of the two views. */
    List<String> views(final NodeSettings settings, final BufferedDataTable table) throws Exception {
        final var provenance = ((ClassifierPortObject)run(settings, table).object(1)).provenance().parameters();
        return List.of(provenance.get("View A"), provenance.get("View B"));
    }

    /**
     * What stands under "Includes" in the dialog, as KNIME shows it: with unknown columns included, all choices that
     * are not deselected, else those that are selected.
     */
    List<String> shown(final NodeSettings settings, final BufferedDataTable table) throws Exception {
        final var facts = NodeAccess.facts(factory);
        final var types = facts.inputs().stream().map(NodeFacts.Port::type).toList();
        final var specs = new PortObjectSpec[types.size()];
        specs[0] = table.getDataTableSpec();
        final var input = new PortsInput(types, facts.outputs().stream().map(NodeFacts.Port::type).toList(), specs,
            new PortObject[specs.length]);
        final var type = facts.parametersClass().orElseThrow().asSubclass(NodeParameters.class);
        final var dialog = new OpenDialog(ParameterSettings.load(type, settings), input);
        final var shown = new TreeSet<String>();
        for (final var path : paths) {
            final var open = read(settings, path, "includeUnknownColumns").equals(List.of("true"));
            final var named = read(settings, path, open ? "manuallyDeselected" : "manuallySelected");
            dialog.choices(path).stream().filter(name -> named.contains(name) != open).forEach(shown::add);
        }
        return table.getDataTableSpec().stream().map(c -> c.getName()).filter(shown::contains).toList();
    }

    static NodeSettings checkGuess(final BufferedDataTable table) {
        return defaults(new EncoderCheckNodeFactory(), table);
    }

    static TestRun check(final NodeSettings settings, final BufferedDataTable table) throws Exception {
        return run(new EncoderCheckNodeFactory(), settings, table);
    }
}
