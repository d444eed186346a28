package org.fewlabel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.prepare.labelmasker.LabelMaskerNodeFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Measures the time and memory of nodes that read a whole table: Label Masker, and Encoder Apply with an encoder
 * trained on few of its rows. Both run in a process with its own heap, which holds the tables too, since the stand-in
 * keeps them in memory.
 */
final class TableBench {

    private static final int CLASSES = 10;

    /** For the encoder, which is not measured. */
    private static final int ROWS_LEARNED_FROM = 500;

    private final Map<String,
        String> options = new HashMap<>(Map.of("--rows", "1000000", "--cols", "50", "--heap", "1500"));

    /** @throws IllegalArgumentException if an option is not known or no number */
    static TableBench parse(final String[] arguments) {
        final var bench = new TableBench();
        for (var i = 0; i < arguments.length; i += 2) {
            if (!bench.options.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("The option " + arguments[i] + " is not known, or has no value.");
            }
            if (Integer.parseInt(arguments[i + 1]) < 1) {
                throw new IllegalArgumentException(arguments[i] + " must be above 0.");
            }
            bench.options.put(arguments[i], arguments[i + 1]);
        }
        return bench;
    }

    /** @return whether everything was measured */
    boolean run(final PrintStream out, final PrintStream err) {
        try {
            final var process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
                "-Xmx" + options.get("--heap") + "m", "-cp", System.getProperty("java.class.path"),
                TableBench.class.getName(), options.get("--rows"), options.get("--cols"))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getInputStream().transferTo(out);
            final var code = process.waitFor();
            if (code != 0) {
                err.println("The process ended with " + code + ".");
            }
            return code == 0;
        } catch (final IOException e) {
            err.println("It cannot be started: " + e.getMessage());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted.");
        }
        return false;
    }

    /** The process. */
    public static void main(final String[] arguments) throws Exception {
        final var rows = Integer.parseInt(arguments[0]);
        final var columns = Integer.parseInt(arguments[1]);
        final var exec = ExecutionContexts.create().context();
        final var encoder = Encoders.AUTOENCODER.train(table(ROWS_LEARNED_FROM, columns, exec), exec).objects()[0];
        System.out.println("node,rows,columns,seconds,cpu_seconds,peak_mb");
        final var size = rows + "," + columns;
        var cost = new Cost();
        final var table = table(rows, columns, exec);
        print("(the table itself)", size, cost);
        cost = new Cost();
        check((BufferedDataTable)Nodes.run(new LabelMaskerNodeFactory(), exec, table).objects()[0], rows);
        print("Label Masker", size, cost);
        cost = new Cost();
        check((BufferedDataTable)Nodes.run(new EncoderApplyNodeFactory(), exec, encoder, table).objects()[0], rows);
        print("Encoder Apply", size, cost);
    }

    private static void check(final BufferedDataTable table, final int rows) {
        if (table.size() != rows) {
            throw new IllegalStateException("There are " + table.size() + " rows.");
        }
    }

    private static void print(final String node, final String size, final Cost cost) throws IOException {
        System.out.printf(Locale.ROOT, "%s,%s,%.2f,%.2f,%.0f%n", node, size, cost.seconds(), cost.cpuSeconds(),
            Cost.residentPeakMegabytes());
    }

    private static BufferedDataTable table(final int rows, final int columns, final ExecutionContext exec) {
        final List<DataColumnSpec> specs = new ArrayList<>();
        for (var c = 0; c < columns; c++) {
            specs.add(new DataColumnSpecCreator("x" + c, DoubleCell.TYPE).createSpec());
        }
        specs.add(new DataColumnSpecCreator(BenchSet.LABEL, StringCell.TYPE).createSpec());
        final var container = exec.createDataContainer(new DataTableSpec(specs.toArray(DataColumnSpec[]::new)));
        final var random = new Random(1);
        for (var row = 0; row < rows; row++) {
            final var cells = new DataCell[columns + 1];
            for (var c = 0; c < columns; c++) {
                cells[c] = new DoubleCell(random.nextGaussian());
            }
            cells[columns] = new StringCell("class " + row % CLASSES);
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)row), cells));
        }
        container.close();
        return container.getTable();
    }
}
