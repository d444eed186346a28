package org.fewlabel.headless.cli;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/**
 * The first rows of a table as lines of text. If not all columns fit, the last ones are omitted; in a table with
 * appended columns those in the middle, since the first ones identify a row and the last ones are new.
 */
final class TablePreview {

    private static final int MAX_ROWS = 12;

    private static final int WIDEST_COLUMN = 32;

    private static final String GAP = "  ";

    private static final String LEFT_OUT = "…";

    private final int width;

    private final boolean appended;

    private final List<Column> columns = new ArrayList<>();

    private record Column(List<String> texts, boolean right, int width) {

        String at(final int row) {
            return Texts.pad(texts.get(row), width, right);
        }
    }

    private TablePreview(final int width, final boolean appended) {
        this.width = width;
        this.appended = appended;
    }

    /**
     * @param width the maximum number of characters per line
     * @param appended whether the last columns are the relevant ones
     * @return a line with the names of the columns, the rows, and the omissions
     */
    static List<String> lines(final BufferedDataTable table, final int width, final boolean appended) {
        final var preview = new TablePreview(width, appended);
        final var spec = table.getDataTableSpec();
        preview.read(table, spec);
        return preview.lines(table.size(), spec);
    }

    private void read(final BufferedDataTable table, final DataTableSpec spec) {
        final var texts = new ArrayList<List<String>>();
        texts.add(new ArrayList<>(List.of("RowID")));
        spec.forEach(column -> texts.add(new ArrayList<>(List.of(Texts.plain(column.getName())))));
        try (var rows = table.iterator()) {
            for (int i = 0; i < MAX_ROWS && rows.hasNext(); i++) {
                final var row = rows.next();
                texts.get(0).add(Texts.plain(row.getKey().getString()));
                for (int c = 0; c < row.getNumCells(); c++) {
                    texts.get(c + 1).add(CellText.of(row.getCell(c), WIDEST_COLUMN));
                }
            }
        }
        for (int c = 0; c < texts.size(); c++) {
            final var fitted = texts.get(c).stream().map(text -> Texts.fit(text, WIDEST_COLUMN)).toList();
            final var right = c > 0 && spec.getColumnSpec(c - 1).getType().isCompatible(DoubleValue.class);
            columns.add(new Column(fitted, right, fitted.stream().mapToInt(Texts::width).max().orElse(1)));
        }
    }

    private List<String> lines(final long size, final DataTableSpec spec) {
        final var shown = shown();
        final var lines = new ArrayList<String>();
        for (int row = 0; row < columns.get(0).texts().size(); row++) {
            final var line = new StringBuilder();
            int last = -1;
            for (final int c : shown) {
                line.append(last < 0 ? "" : c > last + 1 ? GAP + LEFT_OUT + GAP : GAP).append(columns.get(c).at(row));
                last = c;
            }
            lines.add(line.toString().stripTrailing());
        }
        final var rest = size - (columns.get(0).texts().size() - 1);
        if (rest > 0) {
            lines.add("%s %,d more row%s".formatted(LEFT_OUT, rest, rest == 1 ? "" : "s"));
        }
        final var hidden = hidden(shown, spec);
        if (!hidden.isEmpty()) {
            lines.add(Texts.fit("%s %,d column%s not shown: %s".formatted(LEFT_OUT, hidden.size(),
                hidden.size() == 1 ? "" : "s", String.join(", ", hidden)), width));
        }
        return lines;
    }

    private List<String> hidden(final List<Integer> shown, final DataTableSpec spec) {
        final var names = new ArrayList<String>();
        for (int c = 1; c < columns.size(); c++) {
            if (!shown.contains(c)) {
                names.add(Texts.plain(spec.getColumnSpec(c - 1).getName()));
            }
        }
        return names;
    }

    private List<Integer> shown() {
        final var left = new ArrayList<>(List.of(0));
        final var right = new ArrayList<Integer>();
        final var total = columns.stream().mapToInt(c -> c.width() + GAP.length()).sum() - GAP.length();
        int free = width - columns.get(0).width() - (total > width ? GAP.length() + LEFT_OUT.length() : 0);
        int first = 1;
        int last = columns.size() - 1;
        // if columns were appended, alternately from both ends, starting with the last column
        for (boolean atEnd = appended; first <= last; atEnd = appended && !atEnd) {
            final var next = atEnd ? last : first;
            free -= columns.get(next).width() + GAP.length();
            if (free < 0) {
                break;
            }
            if (atEnd) {
                right.add(0, last--);
            } else {
                left.add(first++);
            }
        }
        left.addAll(right);
        return left;
    }
}
