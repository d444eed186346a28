package org.fewlabel.headless.slice;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of a node during execution, for its runner. Logs of one thread may be nested: information is written to the
 * inner one, and errors, which are needed even if the node fails, to all.
 */
public final class NodeLog implements AutoCloseable {

    private static final ThreadLocal<NodeLog> OPEN = new ThreadLocal<>();

    private final NodeLog outer = OPEN.get();

    private final List<String> lines = new ArrayList<>();

    private final List<String> errors = new ArrayList<>();

    private NodeLog() {
        OPEN.set(this);
    }

    /** @return a log of the calling thread from now on, until it is closed */
    public static NodeLog collect() {
        return new NodeLog();
    }

    /** @return whether there is a log for the line */
    public static boolean add(final String line) {
        final var log = OPEN.get();
        return log != null && log.lines.add(line);
    }

    /** @return whether there is a log for the error, with the stack trace of its cause */
    public static boolean addError(final String line, final Throwable cause) {
        for (var log = OPEN.get(); log != null; log = log.outer) {
            log.errors.add(line + System.lineSeparator() + trace(cause));
        }
        return OPEN.get() != null;
    }

    /** @return the stack trace in lines, for the report of a bug */
    public static String trace(final Throwable cause) {
        final var text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** @return the information that was written so far, in order */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** @return the errors that were written so far, in order, each in several lines */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        if (outer == null) {
            OPEN.remove();
        } else {
            OPEN.set(outer);
        }
    }
}
