package org.fewlabel.headless.base;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The format of a CSV file to read.
 *
 * @param file the file
 * @param charset its encoding
 * @param delimiter what separates columns
 * @param quote the quote character, 0 for none
 * @param escape what precedes a quote within quotes, 0 for none
 * @param comment the first character of lines to skip, 0 for none
 * @param header whether the first row has the column names
 * @param rowIds whether the first column has the row ids
 * @param shortRows whether a row may have fewer values than there are columns; the others are missing then
 * @param skipEmptyRows whether rows without any value are skipped
 * @param emptyQuotesMissing whether {@code ""} is a missing value
 * @param decimal the decimal separator
 * @param skipLines the number of lines to skip at the beginning of the file
 * @param skipRows the number of rows to skip at the beginning of the data
 * @param maxRows the maximum number of rows to read
 * @param scannedRows the number of rows from which the column types are inferred
 * @param maxColumns the maximum number of columns
 */
record CsvFormatSettings(Path file, Charset charset, String delimiter, char quote, char escape, char comment,
    boolean header, boolean rowIds, boolean shortRows, boolean skipEmptyRows, boolean emptyQuotesMissing, char decimal,
    long skipLines, long skipRows, OptionalLong maxRows, OptionalLong scannedRows, int maxColumns) {
}
