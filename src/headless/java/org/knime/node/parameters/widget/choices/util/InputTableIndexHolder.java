package org.knime.node.parameters.widget.choices.util;

/** Refers to one of the node's input tables. */
public interface InputTableIndexHolder {

    /** @return the index of the data input port; deprecated since 5.12 but still asked there */
    default int getInputTableIndex() {
        return 0;
    }
}
