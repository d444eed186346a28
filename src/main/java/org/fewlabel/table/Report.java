package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.knime.core.node.NodeLogger;

/**
 * The messages of a node after its execution, in complete sentences. A <i>warning</i> deserves the user's attention: it
 * becomes the message of the node, a yellow triangle. A <i>fact</i> is routine: models carry it in
 * the summary of their port, and KNIME's logger gets it as an information, which the log shows only if its settings
 * open {@code org.fewlabel}.
 */
public final class Report {

    private final List<String> warnings = new ArrayList<>();

    private final List<String> facts = new ArrayList<>();

    /** Adds a sentence that the user should read. */
    public Report warn(final String sentence) {
        warnings.add(sentence);
        return this;
    }

    /** Adds sentences that the user should read. */
    public Report warn(final Collection<String> sentences) {
        warnings.addAll(sentences);
        return this;
    }

    /** Adds a sentence that the user can look up. */
    public Report fact(final String sentence) {
        facts.add(sentence);
        return this;
    }

    /** Adds sentences that the user can look up. */
    public Report facts(final Collection<String> sentences) {
        facts.addAll(sentences);
        return this;
    }

    /** Appends all of another report. */
    public Report add(final Report other) {
        warnings.addAll(other.warnings);
        facts.addAll(other.facts);
        return this;
    }

    /** @return the warnings in order */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** @return the facts in order */
    public List<String> facts() {
        return List.copyOf(facts);
    }

    /** @return all sentences, the warnings first */
    public List<String> sentences() {
        final var all = new ArrayList<>(warnings);
        all.addAll(facts);
        return all;
    }

    /**
     * Shows the warnings at the node and gives the facts to the logger.
     *
     * @param node the factory of the node
     * @param message shows a message at the node
     */
    public void tell(final Class<?> node, final Consumer<String> message) {
        if (!warnings.isEmpty()) {
            message.accept(String.join(" ", warnings));
        }
        if (!facts.isEmpty()) {
            NodeLogger.getLogger(node).info(String.join(" ", facts));
        }
    }
}
