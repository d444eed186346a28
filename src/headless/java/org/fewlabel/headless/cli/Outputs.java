package org.fewlabel.headless.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fewlabel.headless.base.CsvText;
import org.fewlabel.headless.run.WorkflowResult;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Shows the results of a workflow: the objects at unconnected output ports. */
final class Outputs {

    private Outputs() {
    }

    /** Prints a preview of each table and the summary of everything else. */
    static void print(final WorkflowResult result, final PrintStream out, final Terminal terminal) {
        for (final var output : result.outputs()) {
            out.println();
            final var title = Texts.plain(output.node().node().label() + ", port " + output.port() + " ("
                + output.portName() + "): ");
            if (output.object() instanceof BufferedDataTable table) {
                final var columns = table.getDataTableSpec().getNumColumns();
                out.println(title + "%,d row%s, %,d column%s".formatted(table.size(), table.size() == 1 ? "" : "s",
                    columns, columns == 1 ? "" : "s"));
                TablePreview.lines(table, terminal.columns(), result.appends(output)).forEach(out::println);
            } else {
                out.println(title + Texts.plain(String.valueOf(output.object().getSummary())));
            }
        }
        out.flush();
    }

    /**
     * Writes each table to a file {@code <node>-<port>.csv}.
     *
     * @param folder of the files, created if it does not exist
     */
    static void write(final WorkflowResult result, final Path folder) throws IOException {
        Files.createDirectories(folder);
        for (final var output : result.outputs()) {
            if (output.object() instanceof BufferedDataTable table) {
                final var file = folder.resolve(output.node().node().id() + "-" + output.port() + ".csv");
                try (var writer = Files.newBufferedWriter(file)) {
                    new CsvText().write(table, writer, new ExecutionMonitor());
                } catch (CanceledExecutionException e) {
                    throw new IOException("The file " + file + " is not complete, because the run was canceled", e);
                }
            }
        }
    }
}
