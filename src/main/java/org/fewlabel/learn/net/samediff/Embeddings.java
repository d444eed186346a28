package org.fewlabel.learn.net.samediff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.ParameterLayout;

/**
 * Embedding lookup: copies the vectors of codes, and scatter-adds gradients to the tables, always in the same order.
 */
final class Embeddings {

    private final Network.Input input;

    private final int rows;

    private final List<ParameterLayout.Matrix> tables = new ArrayList<>();

    /** Per embedding the codes of each row in the last lookup. */
    private final int[][] codes;

    Embeddings(final Network.Input input, final ParameterLayout layout, final int rows) {
        this.input = input;
        this.rows = rows;
        layout.parameters().stream().filter(Embeddings::holds).forEach(tables::add);
        this.codes = input.embeddings().stream().map(embedding -> new int[rows * embedding.length()])
            .toArray(int[][]::new);
    }

    /** @return whether the matrix is an embedding table, which the graph does not contain */
    static boolean holds(final ParameterLayout.Matrix matrix) {
        return matrix.name().startsWith("embedding ");
    }

    /**
     * @param i the index of the embedding
     * @param values the input, row by row
     * @param vectors receives a vector for each position of each row
     * @throws IllegalArgumentException if a code is out of range
     */
    void lookUp(final int i, final float[] values, final float[] parameters, final float[] vectors) {
        final var embedding = input.embeddings().get(i);
        final var width = embedding.dimensions();
        final var length = embedding.length();
        for (var at = 0; at < codes[i].length; at++) {
            final var code = (int)values[at / length * input.width() + embedding.position() + at % length];
            if (code < 0 || code >= embedding.codes()) {
                throw new IllegalArgumentException("The code " + code + " is not one of " + embedding.codes() + ".");
            }
            codes[i][at] = code;
            System.arraycopy(parameters, tables.get(i).offset() + code * width, vectors, at * width, width);
        }
    }

    /**
     * @param i the index of the embedding
     * @param vectorGradient the gradient with respect to the vectors of the last lookup
     * @param gradient receives the gradient of the table
     */
    void add(final int i, final float[] vectorGradient, final float[] gradient) {
        final var table = tables.get(i);
        Arrays.fill(gradient, table.offset(), table.offset() + table.size(), 0);
        for (var vector = 0; vector < codes[i].length; vector++) {
            final var at = table.offset() + codes[i][vector] * table.columns();
            for (var d = 0; d < table.columns(); d++) {
                gradient[at + d] += vectorGradient[vector * table.columns() + d];
            }
        }
    }

    /** @return the number of embeddings */
    int count() {
        return tables.size();
    }

    /** @return the width of that embedding in a row */
    int width(final int i) {
        return input.embeddings().get(i).width();
    }
}
