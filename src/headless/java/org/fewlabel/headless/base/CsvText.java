package org.fewlabel.headless.base;

import java.io.IOException;
import java.io.Writer;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * Writes tables as CSV text. What KNIME's CSV Writer does with a cell depends on the type of its column: of decimal
 * numbers it writes all digits, every other column of numbers it writes as whole ones, so that a boolean is 1 or 0 and
 * a large whole number loses its last digits, and of the rest it writes the cell's text. With the scientific format it
 * writes the text of every cell.
 */
public final class CsvText {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private static final int MAX_DIGITS = 340;

    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final Style style;

    private final DecimalFormat decimals;

    private final DecimalFormat whole = new DecimalFormat("#", SYMBOLS);

    /** When a value is put into quotes. */
    enum Quotes {
        IF_NEEDED, STRINGS_ONLY, ALWAYS, NEVER
    }

    /** How the cells of a column are written. */
    private enum Kind {
        DECIMAL, WHOLE, TEXT;

        static Kind of(final DataType type) {
            return !type.isCompatible(DoubleValue.class) ? TEXT : type.equals(DoubleCell.TYPE) ? DECIMAL : WHOLE;
        }
    }

    /**
     * The format of the text.
     *
     * @param delimiter what separates columns
     * @param lineBreak what ends a row
     * @param quote the quote character
     * @param escape what precedes a quote within quotes
     * @param quotes when to quote
     * @param replacement what stands for the delimiter where nothing is quoted
     * @param missing what stands for a missing value
     * @param decimal the decimal separator
     * @param scientific whether numbers and booleans are written as the text of their cells, in which very large and
     *            small numbers have an exponent
     * @param trailingZero whether a whole number in a column of decimal numbers has a decimal
     * @param rowIds whether the row ids come first
     */
    record Style(String delimiter, String lineBreak, char quote, char escape, Quotes quotes, String replacement,
        String missing, char decimal, boolean scientific, boolean trailingZero, boolean rowIds) {
    }

    /** Writes the text of each cell as KNIME has it, in quotes unless it is a number or boolean. */
    public CsvText() {
        this(new Style(",", "\n", '"', '"', Quotes.STRINGS_ONLY, "", "", '.', true, false, false));
    }

    CsvText(final Style style) {
        this.style = style;
        // with a trailing zero there is no zero before the decimal point of numbers below 1: .5
        decimals = new DecimalFormat(style.trailingZero() ? "#.0" : "#.#", SYMBOLS);
        decimals.setMaximumFractionDigits(MAX_DIGITS);
    }

    /**
     * Writes a table with a row of column names.
     *
     * @param exec receives the progress
     */
    public void write(final BufferedDataTable table, final Writer out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        header(table.getDataTableSpec(), out);
        rows(table, out, exec);
    }

    void header(final DataTableSpec spec, final Writer out) throws IOException {
        final var names = new ArrayList<String>();
        if (style.rowIds()) {
            names.add(quoted("row ID", false));
        }
        spec.forEach(column -> names.add(quoted(column.getName(), false)));
        line(names, out);
    }

    void rows(final BufferedDataTable table, final Writer out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var kinds = table.getDataTableSpec().stream().map(column -> Kind.of(column.getType())).toList();
        long count = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                if (count++ % ROWS_BETWEEN_CHECKS == 0) {
                    exec.checkCanceled();
                    exec.setProgress((double)count / table.size());
                }
                final var row = rows.next();
                final var values = new ArrayList<String>(row.getNumCells() + 1);
                if (style.rowIds()) {
                    values.add(quoted(row.getKey().getString(), false));
                }
                for (var i = 0; i < row.getNumCells(); i++) {
                    values.add(text(row.getCell(i), kinds.get(i)));
                }
                line(values, out);
            }
        }
    }

    private void line(final List<String> values, final Writer out) throws IOException {
        out.write(String.join(style.delimiter(), values));
        out.write(style.lineBreak());
    }

    private String text(final DataCell cell, final Kind kind) {
        if (cell.isMissing()) {
            return style.missing();
        }
        return kind == Kind.TEXT || style.scientific() ? quoted(cell.toString(), kind != Kind.TEXT)
            : quoted(number(((DoubleValue)cell).getDoubleValue(), kind), true);
    }

    private String number(final double value, final Kind kind) {
        if (kind == Kind.WHOLE) {
            return whole.format(value);
        }
        final var text = decimals.format(value);
        return style.decimal() == '.' || text.indexOf(style.decimal()) >= 0 ? text
            : text.replace('.', style.decimal());
    }

    private String quoted(final String value, final boolean number) {
        final var quote = String.valueOf(style.quote());
        final var escape = String.valueOf(style.escape());
        return switch (style.quotes()) {
            case NEVER -> number ? value : value.replace(style.delimiter(), style.replacement());
            case STRINGS_ONLY -> number ? value : quoted(value, quote, escape);
            case IF_NEEDED -> needsQuotes(value) ? quoted(value, quote, escape) : value;
            case ALWAYS -> quoted(value, quote, escape);
        };
    }

    private boolean needsQuotes(final String value) {
        return value.contains(style.delimiter()) || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
    }

    private static String quoted(final String value, final String quote, final String escape) {
        final var escaped = quote.equals(escape) ? value : value.replace(escape, escape + escape);
        return quote + escaped.replace(quote, escape + quote) + quote;
    }
}
