package org.fewlabel.bench;

import java.util.List;

/**
 * How large the work is whose cost is measured.
 *
 * @param data what kind of rows, see {@link CostRows}
 * @param rows their number
 * @param columns the number of their dimensions
 * @param neighbors with how many rows a row is joined
 * @param classes the number of classes
 * @param labeled how many rows are labeled
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
