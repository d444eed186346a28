package org.fewlabel.headless.base;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.knime.core.node.InvalidSettingsException;

/** The rows of a CSV file, one after the other, as texts; {@code null} is a missing value. */
final class CsvRows implements Closeable {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final CsvFormatSettings settings;

    private final CSVParser parser;

    private final Iterator<CSVRecord> records;

    private final long firstLine;

    private long line;

    /**
     * @throws IOException if the file cannot be read
     * @throws InvalidSettingsException if the settings contradict each other
     */
    CsvRows(final CsvFormatSettings settings) throws IOException, InvalidSettingsException {
        this.settings = settings;
        if (!Files.isRegularFile(settings.file())) {
            throw new IOException("The file " + settings.file() + " does not exist");
        }
        final var format = format(settings);
        final var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(settings.file()),
            settings.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        try {
            skipMark(reader);
            for (long i = 0; i < settings.skipLines() && reader.readLine() != null; i++) {
                // skipped lines
            }
            firstLine = settings.skipLines();
            parser = format.parse(reader);
            records = parser.iterator();
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static CSVFormat format(final CsvFormatSettings settings) throws InvalidSettingsException {
        try {
            return CSVFormat.DEFAULT.builder().setDelimiter(settings.delimiter())
                .setQuote(settings.quote() == 0 ? null : settings.quote())
                .setEscape(settings.escape() == 0 || settings.escape() == settings.quote() ? null : settings.escape())
                .setCommentMarker(settings.comment() == 0 ? null : settings.comment()).setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true).setTrim(true)
                // in this mode "" is distinguished from an empty cell
                .setQuoteMode(QuoteMode.ALL_NON_NULL).get();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("The file cannot be read this way: " + e.getMessage(), e);
        }
    }

    private static void skipMark(final Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    /**
     * @return the next row, {@code null} after the last
     * @throws IOException if the file is not of the given format; the message names the line
     */
    List<String> next() throws IOException {
        try {
            while (records.hasNext()) {
                line = firstLine + parser.getCurrentLineNumber();
                final var row = row(records.next());
                if (row.size() > settings.maxColumns()) {
                    throw new IOException(here() + " has more than " + settings.maxColumns() + " columns");
                }
                if (!settings.skipEmptyRows() || row.stream().anyMatch(value -> value != null)) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new IOException("The file " + settings.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<String> row(final CSVRecord entry) {
        final var row = new ArrayList<String>(entry.size());
        for (final var value : entry) {
            row.add(value != null && value.isEmpty() && settings.emptyQuotesMissing() ? null : value);
        }
        return row;
    }

    /** @return the line of the row that was read last, for messages */
    String here() {
        return "Line %,d of %s".formatted(line, settings.file().getFileName());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
