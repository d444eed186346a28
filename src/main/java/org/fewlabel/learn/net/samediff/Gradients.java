package org.fewlabel.learn.net.samediff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Reverse-mode automatic differentiation of a graph: SameDiff gives the gradient of each operation, and this sums them
 * along the paths. SameDiff's own {@code createGradFunction} does the same in a copy of the graph, and prints every
 * operation to the console.
 */
final class Gradients {

    private Gradients() {
    }

    /**
     * Adds the operations that compute the gradient.
     *
     * @param graph all of whose operations have one output
     * @param loss a scalar of the graph
     * @return by name of a variable, the gradient of the loss with respect to it; none for variables without influence
     */
    static Map<String, SDVariable> of(final SameDiff graph, final SDVariable loss) {
        final var gradients = new HashMap<String, SDVariable>();
        gradients.put(loss.name(), graph.constant("gradient of the loss", 1f));
        final var operations = graph.ops(); // in the order in which they were added
        for (var i = operations.length - 1; i >= 0; i--) {
            final var operation = operations[i];
            final var outer = gradients.get(operation.outputVariable().name());
            if (outer == null) {
                continue;
            }
            final var inner = operation.doDiff(List.of(outer));
            final var arguments = operation.args();
            for (var a = 0; a < inner.size(); a++) {
                gradients.merge(arguments[a].name(), inner.get(a), SDVariable::add);
            }
        }
        return gradients;
    }
}
