package org.fewlabel.headless.base;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How to read a CSV file.
 *
 * @param file the file
 * @param charset its encoding
 * @param delimiter what separates columns
 * @param quote the quote character, 0 for none
 * @param escape what precedes a quote within quotes, 0 for none
 * @param comment what begins a line that is left out, 0 for none
 * @param header whether the first row has the column names
 * @param rowIds whether the first column has the row ids
 * @param shortRows whether a row may have fewer values than there are columns; the others are missing then
 * @param skipEmptyRows whether rows without any value are left out
 * @param emptyQuotesMissing whether {@code ""} is a missing value
 * @param decimal the decimal separator
 * @param skipLines lines to leave out at the beginning of the file
 * @param skipRows rows to leave out at the beginning of the data
 * @param maxRows the most rows to read
 * @param scannedRows the number of rows from which the column types are inferred
 * @param maxColumns the most columns a file may have
 */
record CsvFormatSettings(Path file, Charset charset, String delimiter, char quote, char escape, char comment,
    boolean header, boolean rowIds, boolean shortRows, boolean skipEmptyRows, boolean emptyQuotesMissing, char decimal,
    long skipLines, long skipRows, OptionalLong maxRows, OptionalLong scannedRows, int maxColumns) {
}
