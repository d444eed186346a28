package org.knime.node.parameters.persistence;

/** A class whose fields are saved to and loaded from settings. It needs a constructor without arguments. */
public interface Persistable {
}
