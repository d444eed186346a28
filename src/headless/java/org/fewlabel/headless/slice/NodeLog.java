package org.fewlabel.headless.slice;

import java.util.ArrayList;
import java.util.List;

/** What a node writes into KNIME's log as an information while it executes, for who executes it. */
public final class NodeLog implements AutoCloseable {

    private static final ThreadLocal<List<String>> LINES = new ThreadLocal<>();

    private NodeLog() {
        LINES.set(new ArrayList<>());
    }

    /** @return collects what is written from now on by the calling thread, until it is closed */
    public static NodeLog collect() {
        return new NodeLog();
    }

    /** @return whether somebody collects the line */
    public static boolean add(final String line) {
        final var lines = LINES.get();
        return lines != null && lines.add(line);
    }

    /** @return what was written so far, in order */
    public List<String> lines() {
        return List.copyOf(LINES.get());
    }

    @Override
    public void close() {
        LINES.remove();
    }
}
