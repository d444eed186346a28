package org.fewlabel.headless.workflow;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** A node as the workflow's files describe it. */
public final class WorkflowNode {

    /** The part of a node's settings file for the node itself. */
    static final String MODEL = "model";

    private final int id;

    private final String settingsFile;

    private final NodeSettings settings;

    private final String factory;

    private final String name;

    private boolean changed;

    /**
     * @param id the node's number
     * @param settingsFile its settings file, relative to the workflow's folder
     * @param settings the content of that file
     * @throws InvalidSettingsException if the settings do not identify the node
     */
    WorkflowNode(final int id, final String settingsFile, final NodeSettings settings)
        throws InvalidSettingsException {
        this.id = id;
        this.settingsFile = settingsFile;
        this.settings = settings;
        factory = settings.getString("factory");
        if (factory == null || factory.isBlank()) {
            throw new InvalidSettingsException("the entry 'factory' is empty");
        }
        name = settings.getString("node-name", factory.substring(factory.lastIndexOf('.') + 1));
        if (!settings.containsKey(MODEL)) {
            settings.addNodeSettings(MODEL);
        }
    }

    /** @return the node's number in the workflow */
    public int id() {
        return id;
    }

    /** @return the node's name */
    public String name() {
        return name;
    }

    /** @return number and name, as the user sees the node */
    public String label() {
        return "#" + id + " " + name;
    }

    /** @return the unchecked class name of the node's factory */
    public String factory() {
        return factory;
    }

    /** @return the bundle of the node, as the user may know it */
    public String bundle() {
        final var bundle = settings.getString("node-bundle-symbolic-name", null);
        final var shown = settings.getString("node-bundle-name", null);
        if (bundle == null) {
            return "an unknown bundle";
        }
        return shown == null ? bundle : shown + " (" + bundle + ")";
    }

    /** @return the node's settings file, relative to the workflow's folder */
    String settingsFile() {
        return settingsFile;
    }

    /** @return the whole settings file */
    public NodeSettings settings() {
        return settings;
    }

    /** @return the node's own settings; changes affect the node and are saved */
    public NodeSettings model() {
        try {
            return settings.getNodeSettings(MODEL);
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException("the settings of " + label() + " lost their " + MODEL, e);
        }
    }

    /** @return whether the node is executed according to the file */
    public boolean wasExecuted() {
        return "EXECUTED".equals(settings.getString("state", null));
    }

    /** Must be called when the settings differ from those in the file. */
    void markChanged() {
        changed = true;
    }

    /** @return whether the settings differ from those in the file */
    boolean changed() {
        return changed;
    }

    @Override
    public String toString() {
        return label();
    }
}
