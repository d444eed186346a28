package org.fewlabel.headless.base;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.OptionalLong;

import org.fewlabel.headless.workflow.WorkflowFiles;
import org.knime.core.node.InvalidSettingsException;

/** Reads the settings of KNIME's CSV Reader as KNIME 5.8 and 5.9 write them. */
final class CsvReaderSettings {

    private CsvReaderSettings() {
    }

    /** @throws InvalidSettingsException if a setting is missing, wrong or not supported; the message names it */
    static CsvFormatSettings read(final StrictSettings all, final WorkflowFiles files)
        throws InvalidSettingsException {
        if (all.has("table_spec_config_Internals")) {
            throw new InvalidSettingsException("Column types or names that are chosen in the dialog's Transformation "
                + "tab are not supported by this stand-in for KNIME's node");
        }
        final var settings = all.group("settings");
        final var chooser = settings.group("file_selection");
        chooser.ignore("file_system_chooser__Internals");
        final var filter = chooser.group("filter_mode");
        filter.expect("filter_mode", "FILE");
        filter.ignore("include_subfolders", "filter_options");
        settings.ignore("prepend_file_idx_to_row_id", "autodetect_buffer_size");
        if (settings.flag("use_line_break_row_delimiter", false)) {
            settings.ignore("row_delimiter");
        } else {
            settings.expect("row_delimiter", "\n", "\r\n");
        }

        final var advanced = all.group("advanced_settings");
        // one file is read, by one thread, and nothing is remembered of an earlier one
        advanced.ignore("fail_on_differing_specs", "check_table_spec", "limit_memory_per_column",
            "no_row_delimiters_in_quotes", "min_chunk_size_in_bytes", "max_num_chunks_per_file");
        advanced.expect("quote_option", "REMOVE_QUOTES_AND_TRIM");
        advanced.expect("thousands_separator", "", "\0");
        if (advanced.flag("append_path_column_Internals", false)) {
            throw advanced.unsupported("append_path_column_Internals", "true");
        }
        final var rows = all.group("limit_rows");
        final var result = new CsvFormatSettings(FileSetting.resolve(chooser.group("path"), files),
            charset(all.group("encoding").text("charset")), settings.text("column_delimiter"),
            character(settings, "quote_char"), character(settings, "quote_escape_char"),
            character(settings, "comment_char"), settings.flag("has_column_header"), settings.flag("has_row_id"),
            settings.flag("support_short_data_rows"), settings.flag("skip_empty_data_rows"),
            advanced.flag("replace_empty_quotes_with_missing"), decimal(advanced, "decimal_separator"),
            counted(rows, "skip_lines", "number_of_lines_to_skip").orElse(0),
            counted(rows, "skip_data_rows", "number_of_rows_to_skip").orElse(0),
            counted(rows, "limit_data_rows", "max_rows"),
            counted(advanced, "limit_data_rows_scanned", "max_data_rows_scanned"),
            advanced.whole("maximum_number_of_columns"));
        all.finish();
        return result;
    }

    private static OptionalLong counted(final StrictSettings settings, final String flag, final String number)
        throws InvalidSettingsException {
        final var value = settings.large(number);
        return settings.flag(flag) ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** @return the character of a setting that holds one or none, 0 for none */
    static char character(final StrictSettings settings, final String key) throws InvalidSettingsException {
        final var text = settings.text(key);
        if (text == null || text.isEmpty()) {
            return '\0';
        }
        if (text.length() > 1) {
            throw settings.unsupported(key, text);
        }
        return text.charAt(0);
    }

    /** @return the decimal separator */
    static char decimal(final StrictSettings settings, final String key) throws InvalidSettingsException {
        final var separator = character(settings, key);
        return separator == '\0' ? '.' : separator;
    }

    /** @return the encoding of that name; UTF-8 if there is none */
    static Charset charset(final String name) throws InvalidSettingsException {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new InvalidSettingsException("The encoding '" + name + "' is not known", e);
        }
    }
}
