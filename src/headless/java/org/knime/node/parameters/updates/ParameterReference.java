package org.knime.node.parameters.updates;

/**
 * Names a field so that other fields can refer to it.
 *
 * @param <V> the type of the field
 */
public interface ParameterReference<V> {
}
