package org.fewlabel.bench;

import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A way to the classes of all rows of a table with few labels, and of new rows. */
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
     * @throws Exception whatever the nodes throw; the message says why it cannot be done
     */
    // NOSONAR
    Predicted predict(BufferedDataTable pool, BufferedDataTable test, ExecutionContext exec) throws Exception;

    /**
     * What came out.
     *
     * @param pool the predicted classes of the pool rows; {@code null} where there is none
     * @param test the predicted classes of the test rows; {@code null} where there is none
     * @param message what the node told the user; {@code null} if nothing
     */
    record Predicted(List<String> pool, List<String> test, String message) {
    }
}
