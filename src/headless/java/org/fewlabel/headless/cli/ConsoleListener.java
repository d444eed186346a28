package org.fewlabel.headless.cli;

import java.io.PrintStream;
import java.util.Locale;

import org.fewlabel.headless.run.NodeResult;
import org.fewlabel.headless.run.NodeState;
import org.fewlabel.headless.run.RunListener;
import org.fewlabel.headless.workflow.WorkflowNode;

/**
 * Prints a line for each finished node, with its warnings and errors. On a terminal the executing node has a line that
 * is overwritten with its progress.
 */
final class ConsoleListener implements RunListener {

    private static final int BAR = 20;

    private static final double PERCENT = 100;

    private final PrintStream out;

    private final PrintStream err;

    private final Terminal terminal;

    private final boolean quiet;

    private boolean progressShown;

    ConsoleListener(final PrintStream out, final PrintStream err, final Terminal terminal, final boolean quiet) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    @Override
    public void progress(final WorkflowNode node, final double fraction, final String message) {
        if (!terminal.interactive() || quiet) {
            return;
        }
        final var bar = new StringBuilder(node.label()).append(' ');
        if (fraction >= 0) {
            final var done = (int)Math.round(BAR * Math.min(1, fraction));
            bar.append('[').append("#".repeat(done)).append(".".repeat(BAR - done)).append("] ")
                .append("%3.0f %% ".formatted(PERCENT * Math.min(1, fraction)));
        } else {
            bar.append("… ");
        }
        bar.append(message);
        clearProgress();
        err.print(Texts.fit(Texts.plain(bar.toString()), terminal.columns() - 1));
        err.flush();
        progressShown = true;
    }

    private void clearProgress() {
        if (progressShown) {
            err.print("\r" + " ".repeat(terminal.columns() - 1) + "\r");
            err.flush();
            progressShown = false;
        }
    }

    @Override
    public void finished(final NodeResult result) {
        clearProgress();
        final var label = Texts.plain(result.node().label());
        if (!quiet) {
            final var time = result.state() == NodeState.NOT_EXECUTED ? ""
                : String.format(Locale.ROOT, " %.1f s", result.seconds());
            out.println(label + " … " + result.state().name().replace('_', ' ') + time);
            for (final var information : result.information()) {
                message(out, "INFO  " + label + ": ", information);
            }
            out.flush();
        }
        for (final var warning : result.warnings()) {
            message(err, "WARN  " + label + ": ", warning);
        }
        if (result.error() != null) {
            message(err, (result.state() == NodeState.FAILED ? "ERROR " : "WARN  ") + label + ": ", result.error());
        }
    }

    private static void message(final PrintStream to, final String start, final String text) {
        text.lines().forEach(line -> to.println(start + Texts.plain(line)));
        to.flush();
    }
}
