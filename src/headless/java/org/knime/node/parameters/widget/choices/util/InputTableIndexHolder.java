package org.knime.node.parameters.widget.choices.util;

/** Refers to one of the node's input tables. */
public interface InputTableIndexHolder {

    /** @return the index of the data input port */
    default int getInputTableIndex() {
        return 0;
    }
}
