package org.fewlabel.headless.picture;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.fewlabel.headless.slice.NodeFacts;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortType;

/** A node's box with its name above, its annotation below and its ports at both sides. */
final class NodeBox {

    private static final double SIZE = 36;

    private static final double PORT = 9;

    private static final double ICON = 24;

    private static final double NAME_ABOVE = 12;

    private static final double LINE = 14;

    private final double x;

    private final double y;

    private final String name;

    private final RunnableNode node;

    private final Note note;

    /**
     * @param x left edge of the box
     * @param y upper edge of the box
     * @param described the node in the workflow's files
     * @param node the node
     */
    NodeBox(final double x, final double y, final WorkflowNode described, final RunnableNode node)
        throws InvalidSettingsException {
        this.x = x;
        this.y = y;
        this.node = node;
        name = node.name();
        final var settings = described.settings();
        note = settings.containsKey("nodeAnnotation") ? Note.of(settings.getNodeSettings("nodeAnnotation"))
            : new Note(List.of(), 0, 0, 0, 0, 0, 0, 0, 0);
    }

    double middle() {
        return x + SIZE / 2;
    }

    double top() {
        return y - NAME_ABOVE - LINE;
    }

    double bottom() {
        return y + SIZE + (note.lines().size() + 1) * LINE;
    }

    /** @return the estimated extent of name or annotation to the left and right of the middle */
    double halfWidth() {
        final var longest = note.lines().stream().mapToInt(String::length).max().orElse(0);
        return Math.max(SIZE, Math.max(name.length() * 7.2, longest * 6.2)) / 2 + PORT;
    }

    /** @return where a connection to an input port ends; ports count from 1 */
    double[] input(final int port) {
        return new double[]{x - PORT, portHeight(port, node.inPorts().size())};
    }

    /** @return where a connection from an output port begins; ports count from 1 */
    double[] output(final int port) {
        return new double[]{x + SIZE + PORT, portHeight(port, node.outPorts().size())};
    }

    /** Data ports spread over the box's height; the flow variable port, number 0, is at its upper edge. */
    private double portHeight(final int port, final int ports) {
        return port == 0 ? y : y + SIZE * (port - 0.5) / ports;
    }

    int color(final int outputPort) {
        return outputPort == 0 ? 0xD84A34 : color(node.outPorts().get(outputPort - 1));
    }

    private static int color(final PortType type) {
        return type.equals(BufferedDataTable.TYPE) ? 0x4A4A4A : type.getColor();
    }

    void draw(final Svg svg) throws IOException {
        svg.lines(List.of(name), middle(), y - NAME_ABOVE, LINE, "text-anchor", "middle", "font-size", 12.0,
            "font-weight", "bold");
        ports(svg, node.inPorts(), true);
        ports(svg, node.outPorts(), false);
        svg.element("rect", "x", x, "y", y, "width", SIZE, "height", SIZE, "rx", 4.0, "fill",
            NodeKind.of(node).color());
        final var icon = node.facts().flatMap(NodeFacts::icon);
        final var corner = (SIZE - ICON) / 2;
        svg.open("svg", "x", x + corner, "y", y + corner, "width", ICON, "height", ICON, "viewBox", "0 0 16 16");
        svg.raw(icon.isPresent() ? drawing(icon.get()) : NodeKind.GLYPH);
        svg.close("svg");
        svg.lines(note.lines(), middle(), y + SIZE + LINE + 4, LINE, "text-anchor", "middle", "font-size", 11.0, "fill",
            "#555555");
    }

    private void ports(final Svg svg, final List<PortType> types, final boolean in) {
        for (int i = 0; i < types.size(); i++) {
            final var color = Svg.color(color(types.get(i)));
            final var left = in ? x - PORT : x + SIZE;
            final var height = portHeight(i + 1, types.size());
            if (types.get(i).equals(BufferedDataTable.TYPE)) {
                svg.element("polygon", "points", point(left, height - PORT / 2) + " " + point(left + PORT, height) + " "
                    + point(left, height + PORT / 2), "fill", color);
            } else {
                svg.element("rect", "x", left + 0.5, "y", height - PORT / 2 + 0.5, "width", PORT - 1, "height",
                    PORT - 1,
                    "fill", color);
            }
        }
    }

    private static String point(final double px, final double py) {
        return Svg.value(px) + "," + Svg.value(py);
    }

    /** @return the content of the drawing from which an icon was made, which is beside it */
    private static String drawing(final URL icon) throws IOException {
        try (var in = new URL(icon.toString().replaceAll("\\.png$", ".svg")).openStream()) {
            final var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("(?s)^.*?<svg[^>]*>|<title>.*?</title>|</svg>\\s*$", "");
        }
    }
}
