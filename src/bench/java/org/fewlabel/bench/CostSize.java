package org.fewlabel.bench;

import java.util.List;

/**
 * The problem size of a cost measurement.
 *
 * @param data the kind of rows, see {@link CostRows}
 * @param rows the number of rows
 * @param columns the number of dimensions
 * @param neighbors the number of neighbors per row
 * @param classes the number of classes
 * @param labeled the number of labeled rows
 */
record CostSize(String data, int rows, int columns, int neighbors, int classes, int labeled) {

    static final String HEADER = "data,rows,columns,neighbours,classes";

    static CostSize of(final List<String> arguments) {
        final var numbers = arguments.stream().skip(1).map(Integer::valueOf).toList();
        return new CostSize(arguments.get(0), numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3),
            numbers.get(4));
    }

    List<String> arguments() {
        return List.of(data, Integer.toString(rows), Integer.toString(columns), Integer.toString(neighbors),
            Integer.toString(classes), Integer.toString(labeled));
    }

    String text() {
        return String.join(",", arguments().subList(0, 5));
    }
}
