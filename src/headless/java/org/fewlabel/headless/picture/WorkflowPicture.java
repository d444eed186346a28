package org.fewlabel.headless.picture;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.Connection;
import org.fewlabel.headless.workflow.Workflow;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** The picture of a workflow as SVG: equal workflows give equal text. */
public final class WorkflowPicture {

    private static final double MARGIN = 20;

    private static final double COLUMN = 170;

    private static final double ROW = 120;

    private final List<Note> notes;

    private final List<Connection> connections;

    private final Map<Integer, NodeBox> boxes = new LinkedHashMap<>();

    private WorkflowPicture(final Workflow workflow, final Map<Integer, RunnableNode> nodes)
        throws InvalidSettingsException {
        notes = Note.all(workflow.settings());
        connections = workflow.connections();
        final var depths = new TreeMap<Integer, Integer>();
        final var rows = new TreeMap<Integer, Integer>();
        final var positions = positions(workflow.settings());
        for (final var node : workflow.nodes()) {
            final var depth = workflow.into(node.id()).stream().mapToInt(c -> depths.get(c.source()) + 1).max()
                .orElse(0);
            depths.put(node.id(), depth);
            final var row = rows.merge(depth, 1, Integer::sum) - 1;
            final var position = positions.getOrDefault(node.id(), new double[]{depth * COLUMN, row * ROW});
            boxes.put(node.id(), new NodeBox(position[0], position[1], node, nodes.get(node.id())));
        }
    }

    /**
     * Draws a workflow. A node without a position in the workflow's files is placed right of those it depends on.
     *
     * @param nodes the nodes by their number
     * @return the picture as SVG
     * @throws InvalidSettingsException if a part of the workflow's files that the picture needs is broken
     * @throws IOException if an icon cannot be read
     */
    public static String svg(final Workflow workflow, final Map<Integer, RunnableNode> nodes)
        throws InvalidSettingsException, IOException {
        return new WorkflowPicture(workflow, nodes).draw();
    }

    private static Map<Integer, double[]> positions(final NodeSettings workflow) throws InvalidSettingsException {
        final var positions = new TreeMap<Integer, double[]>();
        final var nodes = workflow.getNodeSettings("nodes");
        for (final var key : nodes.keySet()) {
            final var node = nodes.getNodeSettings(key);
            if (node.containsKey("ui_settings")) {
                final var bounds = node.getNodeSettings("ui_settings").getIntArray("extrainfo.node.bounds");
                if (bounds.length >= 2) {
                    positions.put(node.getInt("id"), new double[]{bounds[0], bounds[1]});
                }
            }
        }
        return positions;
    }

    private String draw() throws IOException {
        final var left = least(box -> box.middle() - box.halfWidth(), Note::x) - MARGIN;
        final var top = least(NodeBox::top, Note::y) - MARGIN;
        final var right = -least(box -> -box.middle() - box.halfWidth(), note -> -note.x() - note.width()) + MARGIN;
        final var bottom = -least(box -> -box.bottom(), note -> -note.y() - note.height()) + MARGIN;
        final var svg = new Svg();
        svg.open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", right - left, "height", bottom - top, "viewBox",
            String.join(" ", Svg.value(left), Svg.value(top), Svg.value(right - left), Svg.value(bottom - top)),
            "font-family", "Roboto, Helvetica, Arial, sans-serif", "fill", "#333333");
        svg.element("rect", "x", left, "y", top, "width", right - left, "height", bottom - top, "fill", "#ffffff");
        notes.forEach(note -> draw(note, svg));
        connections.forEach(connection -> draw(connection, svg));
        for (final var box : boxes.values()) {
            box.draw(svg);
        }
        return svg.close("svg").toString();
    }

    private double least(final ToDoubleFunction<NodeBox> ofBox, final ToDoubleFunction<Note> ofNote) {
        return Math.floor(Math.min(boxes.values().stream().mapToDouble(ofBox).min().orElse(0),
            notes.stream().mapToDouble(ofNote).min().orElse(Double.POSITIVE_INFINITY)));
    }

    private static void draw(final Note note, final Svg svg) {
        svg.element("rect", "x", note.x(), "y", note.y(), "width", note.width(), "height", note.height(), "fill",
            Svg.color(note.background()), "stroke", note.borderSize() > 0 ? Svg.color(note.border()) : "none",
            "stroke-width", note.borderSize());
        final var line = note.fontSize() * 1.4;
        svg.lines(note.lines(), note.x() + 10.0, note.y() + 6 + line, line, "font-size", note.fontSize());
    }

    private void draw(final Connection connection, final Svg svg) {
        final var source = boxes.get(connection.source());
        final var from = source.output(connection.sourcePort());
        final var to = boxes.get(connection.dest()).input(connection.destPort());
        final var bend = Math.max(30, Math.abs(to[0] - from[0]) / 2);
        final var path = List.of("M", from[0], from[1], "C", from[0] + bend, from[1], to[0] - bend, to[1], to[0],
            to[1]);
        svg.element("path", "d", path.stream().map(Svg::value).collect(Collectors.joining(" ")), "fill", "none",
            "stroke", Svg.color(source.color(connection.sourcePort())),
            "stroke-width", 1.5);
    }
}
