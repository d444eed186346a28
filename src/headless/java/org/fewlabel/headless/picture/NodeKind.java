package org.fewlabel.headless.picture;

import org.fewlabel.headless.slice.NodeFacts;
import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.node.NodeFactory.NodeType;

/** The kind of a node, shown by the color of its box. */
enum NodeKind {

    SOURCE("#f0994a"),
    SINK("#e06c5b"),
    LEARNER("#d3a877"),
    PREDICTOR("#8fb65a"),
    MANIPULATOR("#f4cf56"),
    VIEW("#7aaedb"),
    OTHER("#b9b9b9");

    /** The default icon: a table. */
    static final String GLYPH = """
        <rect x="1.5" y="1.5" width="13" height="13" rx="1" fill="#ffffff" stroke="#3e3a39"/>
        <rect x="1" y="1" width="14" height="4" rx="1" fill="#3e3a39"/>
        <path d="M5.5 5 V14 M10.5 5 V14 M2 9.5 H14" stroke="#3e3a39" fill="none"/>
        """;

    private final String color;

    NodeKind(final String color) {
        this.color = color;
    }

    /** @return the declared kind of the node, otherwise the one inferred from its ports */
    static NodeKind of(final RunnableNode node) {
        return node.facts().map(NodeFacts::type).map(NodeKind::of).orElseGet(
            () -> node.inPorts().isEmpty() ? SOURCE : node.outPorts().isEmpty() ? SINK : MANIPULATOR);
    }

    private static NodeKind of(final NodeType type) {
        return switch (type) {
            case Source -> SOURCE;
            case Sink -> SINK;
            case Learner -> LEARNER;
            case Predictor -> PREDICTOR;
            case Manipulator -> MANIPULATOR;
            case Visualizer -> VIEW;
            default -> OTHER;
        };
    }

    /** @return the color as SVG names it */
    String color() {
        return color;
    }
}
