package org.fewlabel.bench;

import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A method that predicts the classes of all rows of a table with few labels, and of new rows. */
interface BenchMethod {

    /** @return its name on the command line and in the figures */
    String name();

    /** @return whether it is for images and nothing else; then it is left out elsewhere unless it is asked for */
    default boolean isForImages() {
        return false;
    }

    /**
     * @param pool rows with few labels, in the column {@link BenchSet#LABEL}
     * @param test new rows
     * @throws Exception any exception of the nodes; the message says why the method cannot be applied
     */
    // NOSONAR
    Predicted predict(BufferedDataTable pool, BufferedDataTable test, ExecutionContext exec) throws Exception;

    /**
     * The result of a method.
     *
     * @param pool the predicted class of each pool row; {@code null} if there is none
     * @param test the predicted class of each test row; {@code null} if there is none
     * @param message the message of the node; {@code null} if there is none
     */
    record Predicted(List<String> pool, List<String> test, String message) {
    }
}
