package org.fewlabel.headless.base;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

import org.fewlabel.headless.workflow.WorkflowFiles;
import org.knime.core.node.InvalidSettingsException;

/** Reads the settings of KNIME's CSV Reader as KNIME 5.12 writes them. */
final class CsvReaderSettings512 {

    /** The group that only this layout has. */
    static final String GROUP = "csvReaderParameters";

    private CsvReaderSettings512() {
    }

    private enum Encoding {
        DEFAULT, US_ASCII, ISO_8859_1, UTF_8, UTF_16LE, UTF_16BE, UTF_16, OTHER
    }

    private enum ShortRows {
        FAIL, INSERT_MISSING
    }

    /** @throws InvalidSettingsException if a setting is missing, wrong or not supported; the message names it */
    static CsvFormatSettings read(final StrictSettings all, final WorkflowFiles files)
        throws InvalidSettingsException {
        checkTransformation(all);
        final var settings = all.group(GROUP);
        final var source = settings.group("multiFileSelectionParams").group("source");
        source.expect("filterMode", "FILE");
        source.ignore("includeSubfolders", "filters");
        settings.ignore("ifSchemaChangesParams", "autoDetectParams", "limitMemoryParams", "prependFileIndexParams");
        final var several = settings.group("multiFileReaderParams");
        several.expect("appendPathColumn_is_present", false);
        several.ignore("appendPathColumn", "howToCombineColumns");
        final var format = settings.group("csvFormatParams");
        format.expect("rowDelimiterOption", "LINE_BREAK");
        format.ignore("customRowDelimiter", "quotedStringsContainNoRowDelimiters");
        format.expect("thousandsSeparator", "", "\0");
        final var quoted = settings.group("quotedStringsParams");
        quoted.expect("quotedStringsOption", "REMOVE_QUOTES_AND_TRIM");
        final var emptyRows = settings.has("skipEmptyDataRowsParams")
            && settings.group("skipEmptyDataRowsParams").flag("skipEmptyDataRows");
        final var result = new CsvFormatSettings(FileSetting.resolve(source.group("path"), files),
            charset(settings.group("fileEncodingParams")), format.text("columnDelimiter"),
            CsvReaderSettings.character(format, "quoteCharacter"),
            CsvReaderSettings.character(format, "quoteEscapeCharacter"),
            CsvReaderSettings.character(format, "commentLineCharacter"),
            settings.group("firstRowContainsColumnNamesParams").flag("firstRowContainsColumnNames"),
            settings.group("firstColumnContainsRowIdsParams").flag("firstColumnContainsRowIds"),
            settings.group("ifRowHasFewerColumnsParams").choice("ifRowHasLessColumnsOption",
                ShortRows.class) == ShortRows.INSERT_MISSING,
            emptyRows, quoted.flag("replaceEmptyQuotedStringsByMissingValues"),
            CsvReaderSettings.decimal(format, "decimalSeparator"),
            settings.group("skipFirstLinesParams").large("skipFirstLines"),
            settings.group("skipFirstDataRowsParams").large("skipFirstDataRows"),
            limit(settings.group("maxNumberOfRowsParams").optionalLarge("maximumNumberOfRows")),
            limit(settings.group("limitScannedRowsParams").optionalLarge("maxDataRowsScanned")),
            settings.group("maxColumnsParams").whole("maximumNumberOfColumns"));
        all.finish();
        return result;
    }

    private static void checkTransformation(final StrictSettings all) throws InvalidSettingsException {
        final var transformation = all.raw("transformationParameters");
        final var unknown = transformation.getNodeSettings("columnTransformation");
        var plain = transformation.getNodeSettings("specs").getBoolean("is_null", false);
        for (final var key : unknown.keySet()) {
            final var column = unknown.getNodeSettings(key);
            plain &= column.getString("columnName", null) == null && column.getBoolean("includeInOutput", true)
                && column.getString("columnRename", null) == null
                && "<default-columntype>".equals(column.getString("unknownsColumnDataType", null));
        }
        if (!plain) {
            throw new InvalidSettingsException("Column types or names that are chosen in the dialog's table "
                + "transformation are not supported by this stand-in for KNIME's node");
        }
    }

    private static OptionalLong limit(final Optional<Long> value) {
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    private static Charset charset(final StrictSettings settings) throws InvalidSettingsException {
        final var custom = settings.text("customEncoding");
        return switch (settings.choice("fileEncoding", Encoding.class)) {
            case DEFAULT, UTF_8 -> StandardCharsets.UTF_8;
            case US_ASCII -> StandardCharsets.US_ASCII;
            case ISO_8859_1 -> StandardCharsets.ISO_8859_1;
            case UTF_16LE -> StandardCharsets.UTF_16LE;
            case UTF_16BE -> StandardCharsets.UTF_16BE;
            case UTF_16 -> StandardCharsets.UTF_16;
            case OTHER -> CsvReaderSettings.charset(custom);
        };
    }
}
