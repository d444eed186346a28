package org.fewlabel.bench;

import java.util.Arrays;

/** The command {@code ./bench}. */
public final class Bench {

    private static final String USAGE = """
        Usage: ./bench accuracy DATA_DIR [--sets a,b] [--draws l1_s0,l4_s0] [--methods label-propagator,labelled-only]

        Runs the nodes with default settings over every set in DATA_DIR (a folder each, with data.csv and draws.csv) and
        prints set,draw,method,acc_pool,bacc_pool,acc_test,bacc_test,seconds: accuracy and balanced accuracy, as fractions,
        over the unlabelled pool rows and over the test rows. No option means all. Messages go to the error stream.
        """;

    private Bench() {
    }

    /** Exits with 0 if everything was measured, 1 if something failed, 2 if the arguments are wrong. */
    public static void main(final String[] arguments) {
        try {
            if (arguments.length < 2 || !arguments[0].equals("accuracy")) {
                throw new IllegalArgumentException("Say what to measure, and on which data.");
            }
            final var bench = AccuracyBench.parse(Arrays.copyOfRange(arguments, 1, arguments.length));
            System.exit(bench.run(System.out, System.err) ? 0 : 1);
        } catch (final IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println();
            System.err.print(USAGE);
            System.exit(2);
        }
    }
}
