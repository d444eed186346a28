package org.fewlabel.learn.net.samediff;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;

/** Computes the gradient of the loss of a trained network with respect to its input. */
final class InputGradient implements Engine.ForwardPass {

    private final SameDiffGraph graph;

    private final ParameterLayout layout;

    private final Network.Input input;

    private final int rows;

    /** The name of the gradient variable; null if there are only codes. */
    private final String gradient;

    InputGradient(final Network network, final Objective objective, final int items, final Progress progress) {
        layout = ParameterLayout.of(network, objective);
        input = network.input();
        final var builder = new GraphBuilder(network, objective, items, false);
        rows = builder.rows;
        final var loss = new Losses(builder).loss(builder.head(builder.embedding()));
        final var inputGradient = Gradients.of(builder.graph, loss).get(GraphBuilder.INPUT);
        gradient = inputGradient == null ? null : inputGradient.name();
        graph = new SameDiffGraph(builder, List.of(gradient == null ? loss.name() : gradient), progress);
    }

    @Override
    public Batch batch() {
        return graph.batch();
    }

    @Override
    public float[] run(final float[] parameters, final float[] statistics) {
        final var result = new float[rows * input.width()];
        if (gradient == null) {
            return result;
        }
        graph.setParameters(layout.parameters(), parameters);
        layout.statistics().forEach(matrix -> graph.set(matrix, statistics));
        graph.run();
        final var plain = new float[rows * input.plain()];
        Transfer.out(graph.array(gradient), plain, 0);
        final var isCode = input.codes();
        var from = 0;
        for (var to = 0; to < result.length; to++) {
            result[to] = isCode[to % isCode.length] ? 0 : plain[from++];
        }
        return result;
    }

    @Override
    public void close() {
        graph.close();
    }
}
