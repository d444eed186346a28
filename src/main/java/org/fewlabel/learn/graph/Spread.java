package org.fewlabel.learn.graph;

/**
 * What a method made of a few labels, for the nodes of a graph or the rows they stand for.
 *
 * @param classes the number of classes
 * @param probabilities row by row, {@code rows * classes}; those of a row sum to 1, or are all NaN if no label reaches
 *            it
 * @param reached per row, whether a path of edges joins it to a labelled row (a labelled row is reached)
 * @param unreachedComponents how many connected parts of the graph have no labelled row
 * @param iterations how many steps the solver took
 */
public record Spread(int classes, double[] probabilities, boolean[] reached, int unreachedComponents,
    int iterations) {

    /** @throws IllegalArgumentException if the arrays do not fit each other */
    public Spread {
        if (probabilities.length != (long)classes * reached.length) {
            throw new IllegalArgumentException(
                probabilities.length + " probabilities of " + classes + " classes for " + reached.length + " rows.");
        }
    }

    /** @return how many rows no label reaches */
    public int unreachedRows() {
        var count = 0;
        for (final var r : reached) {
            if (!r) {
                count++;
            }
        }
        return count;
    }
}
