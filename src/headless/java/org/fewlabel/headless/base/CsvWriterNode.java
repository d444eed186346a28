package org.fewlabel.headless.base;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

import org.fewlabel.headless.base.OutputFile.IfExists;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** KNIME's CSV Writer. */
final class CsvWriterNode extends BaseNode {

    private final WorkflowFiles files;

    CsvWriterNode(final WorkflowFiles files) {
        super("CSV Writer", 1);
        this.files = files;
    }

    private record Target(OutputFile output, Charset charset, boolean header, boolean headerOnAppend,
        boolean compressed, CsvText.Style style) {

        boolean appends() {
            return output.ifExists() == IfExists.APPEND;
        }
    }

    private Target target(final NodeSettingsRO model) throws InvalidSettingsException {
        final var all = new StrictSettings(model);
        final var settings = all.group("settings");
        final var chooser = settings.group("file_chooser_settings");
        chooser.ignore("filter_mode");
        final var advanced = all.group("advanced_settings");
        final var comments = all.group("comment_header_settings");
        comments.ignore("comment_line_marker", "comment_indentation", "custom_comment_text");
        comments.expect("add_time_to_comment", false);
        comments.expect("add_user_to_comment", false);
        comments.expect("add_table_name_to_comment", false);
        comments.expect("add_custom_text_to_comment", false);
        final var lineBreak = settings.text("row_delimiter");
        final var style = new CsvText.Style(settings.text("column_delimiter"),
            lineBreak == null ? System.lineSeparator() : lineBreak, settings.character("quote_char"),
            settings.character("quote_escape_char"), advanced.choice("quote_mode", CsvText.Quotes.class),
            advanced.text("separator_replacement"), advanced.text("missing_value_pattern"),
            advanced.character("decimal_separator"), advanced.flag("use_scientific_format"),
            advanced.flag("keep_trailing_zero_in_decimals"), settings.flag("write_row_header"));
        final var target = new Target(
            OutputFile.read(chooser, files, IfExists.FAIL, IfExists.OVERWRITE, IfExists.APPEND),
            CsvReaderSettings.charset(all.group("encoding").text("character_set")),
            settings.flag("write_column_header"), !settings.flag("skip_column_header_on_append"),
            advanced.flag("compress_with_gzip"), style);
        all.finish();
        if (target.compressed() && target.appends()) {
            throw new InvalidSettingsException("Rows cannot be appended to a compressed file");
        }
        return target;
    }

    @Override
    DataTableSpec[] specs(final NodeSettingsRO settings, final DataTableSpec[] in) throws InvalidSettingsException {
        final var style = target(settings).style();
        for (final var column : in[0]) {
            final var type = column.getType();
            if (!type.isCompatible(StringValue.class) && !type.isCompatible(DoubleValue.class)) {
                throw new InvalidSettingsException(
                    ("Column '%s' is of type %s, which the CSV Writer does not write: leave it out with a Column "
                        + "Filter")
                        .formatted(column.getName(), type.toPrettyString()));
            }
        }
        if (in[0].containsCompatibleType(DoubleValue.class) && style.delimiter().indexOf(style.decimal()) >= 0) {
            throw new InvalidSettingsException("The column delimiter '" + style.delimiter()
                + "' has the decimal separator in it: what is written could not be read");
        }
        return new DataTableSpec[0];
    }

    @Override
    BufferedDataTable[] tables(final NodeSettingsRO settings, final BufferedDataTable[] in,
        final ExecutionContext exec) throws InvalidSettingsException, IOException, CanceledExecutionException {
        final var target = target(settings);
        final var continued = target.appends() && target.output().exists();
        target.output().prepare();
        final var options = target.appends()
            ? new OpenOption[]{StandardOpenOption.CREATE, StandardOpenOption.APPEND} : new OpenOption[0];
        final var text = new CsvText(target.style());
        try (var out = Files.newOutputStream(target.output().file(), options);
            var writer = new OutputStreamWriter(compressed(out, target.compressed()), target.charset())) {
            if (target.header() && (!continued || target.headerOnAppend())) {
                text.header(in[0].getDataTableSpec(), writer);
            }
            text.rows(in[0], writer, exec);
        }
        return new BufferedDataTable[0];
    }

    private static OutputStream compressed(final OutputStream out, final boolean compressed) throws IOException {
        return compressed ? new GZIPOutputStream(out) : out;
    }
}
