package org.fewlabel.learn.net.samediff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.fewlabel.device.Detached;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Tensors;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The engine on SameDiff, the graph framework of Deeplearning4j, on every backend of ND4J. It is the reference for the
 * other engines. The first graphs of a process take seconds to build, for ND4J's operations are loaded with them.
 */
public final class SameDiffEngine implements Engine {

    private final String device;

    private final Progress progress;

    private SameDiffEngine(final String device, final Progress progress) {
        this.device = device;
        this.progress = progress;
    }

    /**
     * @param progress checked for cancel now, and whenever the engine builds a graph
     * @return the engine; the first call loads the native libraries, which takes some seconds
     * @throws MissingLibraryException if they cannot be loaded; the message says what to do
     * @throws java.util.concurrent.CancellationException if the user canceled; the loading continues in the background
     */
    public static SameDiffEngine open(final Progress progress) {
        return new SameDiffEngine(Tensors.open(progress), progress);
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public TrainingStep training(final Network network, final Objective objective, final int items) {
        checkItems(objective, items);
        return built(() -> new Step(network, objective, items, progress), TrainingStep::close);
    }

    @Override
    public ForwardPass evaluation(final Network network, final Objective objective, final int items,
        final Output output) {
        if (output == Output.LOSS || output == Output.INPUT_GRADIENT) {
            checkItems(objective, items);
        }
        return built(() -> output == Output.INPUT_GRADIENT ? new InputGradient(network, objective, items, progress)
            : new Outputs(network, objective, items, output, progress), ForwardPass::close);
    }

    /** Nothing checks for cancel while a graph is built, so this runs on a thread whose end need not be awaited. */
    private <T> T built(final Supplier<T> building, final Consumer<T> closing) {
        return Detached.undisturbed(() -> {
            Tensors.pin();
            final var made = building.get();
            Tensors.finish();
            return made;
        }, closing, progress);
    }

    private static void checkItems(final Objective objective, final int items) {
        if (items < (objective instanceof Objective.TwoViews ? 2 : 1)) {
            throw new IllegalArgumentException("A batch of " + items + " rows has nothing to compare.");
        }
    }

    private static final class Step implements TrainingStep {

        private final SameDiffGraph graph;

        private final ParameterLayout layout;

        private final String loss;

        private final boolean rows;

        /** Per parameter matrix the name of its gradient; null if it has none. */
        private final String[] gradients;

        /** The gradient of an embedding table that the graph also uses other than by lookup (tied weights). */
        private final Map<ParameterLayout.Matrix, String> shared;

        Step(final Network network, final Objective objective, final int items, final Progress progress) {
            layout = ParameterLayout.of(network, objective);
            final var builder = new GraphBuilder(network, objective, items, true);
            final var lossVariable = new Losses(builder).loss(builder.head(builder.embedding()));
            loss = lossVariable.name();
            progress.checkCanceled();
            final var all = Gradients.of(builder.graph, lossVariable);
            progress.checkCanceled();
            final var outputs = new ArrayList<>(List.of(loss));
            gradients = layout.parameters().stream()
                .map(
                    m -> all.get(Embeddings.holds(m) ? m.name().replace("embedding ", GraphBuilder.VECTORS) : m.name()))
                .map(v -> v == null ? null : v.name()).toArray(String[]::new);
            Arrays.stream(gradients).filter(name -> name != null).forEach(outputs::add);
            shared = layout.parameters().stream().filter(m -> Embeddings.holds(m) && all.containsKey(m.name()))
                .collect(Collectors.toMap(m -> m, m -> all.get(m.name()).name()));
            outputs.addAll(shared.values());
            layout.statistics().forEach(matrix -> outputs.add(GraphBuilder.BATCH + matrix.name()));
            rows = objective instanceof Objective.Classification;
            if (rows) {
                outputs.add(Losses.ROWS);
            }
            graph = new SameDiffGraph(builder, outputs, progress);
        }

        @Override
        public Batch batch() {
            return graph.batch();
        }

        @Override
        public double run(final float[] parameters, final float[] gradient, final float[] statistics) {
            final var matrices = layout.parameters();
            graph.setParameters(matrices, parameters);
            graph.run();
            for (var i = 0; i < gradients.length; i++) {
                final var matrix = matrices.get(i);
                if (gradients[i] == null) {
                    Arrays.fill(gradient, matrix.offset(), matrix.offset() + matrix.size(), 0);
                } else if (i < graph.lookup().count()) { // the embedding tables come first
                    final var vectorGradient = new float[(int)graph.array(gradients[i]).length()];
                    Transfer.out(graph.array(gradients[i]), vectorGradient, 0);
                    graph.lookup().add(i, vectorGradient, gradient);
                } else {
                    Transfer.out(graph.array(gradients[i]), gradient, matrix.offset());
                }
            }
            shared.forEach((matrix, name) -> {
                final var more = new float[matrix.size()];
                Transfer.out(graph.array(name), more, 0);
                for (var i = 0; i < more.length; i++) {
                    gradient[matrix.offset() + i] += more[i];
                }
            });
            for (final var matrix : layout.statistics()) {
                Transfer.out(graph.array(GraphBuilder.BATCH + matrix.name()), statistics, matrix.offset());
            }
            return graph.array(loss).getFloat(0);
        }

        @Override
        public float[] rowLosses() {
            final var losses = new float[rows ? graph.batch().items() : 0];
            if (rows) {
                Transfer.out(graph.array(Losses.ROWS), losses, 0);
                for (var i = 0; i < losses.length; i++) {
                    losses[i] = -losses[i];
                }
            }
            return losses;
        }

        @Override
        public void close() {
            graph.close();
        }
    }

    private static final class Outputs implements ForwardPass {

        private final SameDiffGraph graph;

        private final ParameterLayout layout;

        private final String output;

        Outputs(final Network network, final Objective objective, final int items, final Output requested,
            final Progress progress) {
            layout = ParameterLayout.of(network, objective);
            final var builder = new GraphBuilder(network, objective, items, false);
            output = output(builder, requested).name();
            graph = new SameDiffGraph(builder, List.of(output), progress);
        }

        private static SDVariable output(final GraphBuilder builder, final Output requested) {
            final var embedding = builder.embedding();
            final var losses = new Losses(builder);
            return switch (requested) {
                case EMBEDDING -> builder.graph.identity(embedding);
                case LOSS -> losses.loss(builder.head(embedding));
                case ROW_ERRORS -> losses.rowErrors(builder.head(embedding));
                case PROBABILITIES -> losses.probabilities(builder.head(embedding));
                case INPUT_GRADIENT -> throw new IllegalStateException("It is another class that computes gradients.");
            };
        }

        @Override
        public Batch batch() {
            return graph.batch();
        }

        @Override
        public float[] run(final float[] parameters, final float[] statistics) {
            graph.setParameters(layout.parameters(), parameters);
            layout.statistics().forEach(matrix -> graph.set(matrix, statistics));
            graph.run();
            final var array = graph.array(output);
            final var result = new float[(int)array.length()];
            Transfer.out(array, result, 0);
            return result;
        }

        @Override
        public void close() {
            graph.close();
        }
    }
}
