package org.fewlabel.headless.workflow;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** A node as the workflow's files describe it. */
public final class WorkflowNode {

    /** The part of a node's settings file that the node itself understands. */
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
     * @param settings what is in that file
     * @throws InvalidSettingsException if the settings do not say what node it is
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

    /** @return the class name of the node's factory, which nothing has checked yet */
    public String factory() {
        return factory;
    }

    /** @return the bundle that brings the node, as the user may know it */
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

    /** @return the node's own settings; what is changed here is what the node gets and what is saved */
    public NodeSettings model() {
        try {
            return settings.getNodeSettings(MODEL);
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException("the settings of " + label() + " lost their " + MODEL, e);
        }
    }

    /** @return whether the file says that the node has been executed */
    public boolean wasExecuted() {
        return "EXECUTED".equals(settings.getString("state", null));
    }

    /** To be called when the settings differ from those in the file. */
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
