package org.fewlabel.learn.net.samediff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A finished graph with its input and output arrays. All shapes are fixed, so nothing is allocated twice. */
final class SameDiffGraph implements AutoCloseable {

    private final SameDiff graph;

    private final Batch batch;

    private final Map<String, INDArray> placeholders = new HashMap<>();

    /** Each fills one placeholder from the batch. */
    private final List<Runnable> fillers = new ArrayList<>();

    private final StaticGraph operations;

    private final Embeddings lookup;

    /** The parameters of the last call of {@link #setParameters}. */
    private float[] parameters;

    private final Progress progress;

    /** @param progress checked for cancel while memory is allocated and operations are executed */
    SameDiffGraph(final GraphBuilder builder, final List<String> outputs, final Progress progress) {
        this.graph = builder.graph;
        this.lookup = new Embeddings(builder.network.input(), builder.layout, builder.rows);
        this.batch = new Batch(builder.network, builder.objective, builder.items);
        this.progress = progress;
        try {
            addPlaceholders(builder);
            this.operations = new StaticGraph(graph, placeholders, outputs, progress);
        } catch (final CancellationException e) {
            closeGiven();
            throw e;
        }
    }

    private void addPlaceholders(final GraphBuilder builder) {
        for (final var slot : Slot.values()) {
            if (slot != Slot.INPUT && graph.hasVariable(slot.name())) {
                final var values = batch.get(slot);
                final var array = floats(slot.name(), builder.items, values.length / builder.items);
                fillers.add(() -> Transfer.in(values, 0, array));
            }
        }
        for (var m = 0; m < batch.masks().size(); m++) {
            final var mask = batch.masks().get(m);
            if (graph.hasVariable(GraphBuilder.MASK + m)) {
                final var array = floats(GraphBuilder.MASK + m, builder.rows, mask.length / builder.rows);
                fillers.add(() -> Transfer.in(mask, 0, array));
            }
        }
        for (final var derived : builder.derived) {
            progress.checkCanceled();
            final var array = Nd4j.zeros(DataType.FLOAT, derived.shape());
            final var values = new float[(int)array.length()];
            placeholders.put(derived.name(), array);
            fillers.add(() -> {
                derived.from().accept(batch, values);
                Transfer.in(values, 0, array);
            });
        }
        addInput(builder);
    }

    private INDArray floats(final String name, final int rows, final int columns) {
        progress.checkCanceled();
        final var array = Nd4j.zeros(DataType.FLOAT, rows, columns);
        placeholders.put(name, array);
        return array;
    }

    private void addInput(final GraphBuilder builder) {
        final var input = builder.network.input();
        final var values = batch.get(Slot.INPUT);
        final var embeddings = input.embeddings();
        for (var i = 0; i < embeddings.size(); i++) {
            final var which = i;
            final var vectors = new float[builder.rows * lookup.width(i)];
            final var array = floats(GraphBuilder.VECTORS + i, builder.rows, lookup.width(i));
            fillers.add(() -> {
                lookup.lookUp(which, values, parameters, vectors);
                Transfer.in(vectors, 0, array);
            });
        }
        if (input.plain() == 0) {
            return;
        }
        final var array = floats(GraphBuilder.INPUT, builder.rows, input.plain());
        if (embeddings.isEmpty()) {
            fillers.add(() -> Transfer.in(values, 0, array));
            return;
        }
        final var isCode = input.codes();
        final var plain = new float[builder.rows * input.plain()];
        fillers.add(() -> {
            var to = 0;
            for (var from = 0; from < values.length; from++) {
                if (!isCode[from % input.width()]) {
                    plain[to++] = values[from];
                }
            }
            Transfer.in(plain, 0, array);
        });
    }

    Batch batch() {
        return batch;
    }

    Embeddings lookup() {
        return lookup;
    }

    /** Copies the parameters to their variables. */
    void setParameters(final List<ParameterLayout.Matrix> matrices, final float[] values) {
        parameters = values;
        matrices.stream().filter(matrix -> graph.hasVariable(matrix.name())).forEach(matrix -> set(matrix, values));
    }

    /** Copies one matrix of the values to its variable. */
    void set(final ParameterLayout.Matrix matrix, final float[] values) {
        Transfer.in(values, matrix.offset(), graph.getVariable(matrix.name()).getArr());
    }

    /** Computes the outputs. */
    void run() {
        fillers.forEach(Runnable::run);
        operations.run();
    }

    /** @return the array of that output, which each run overwrites */
    INDArray array(final String output) {
        return operations.array(output);
    }

    @Override
    public void close() {
        operations.close();
        closeGiven();
    }

    private void closeGiven() {
        placeholders.values().forEach(INDArray::close);
        for (final var variable : graph.variables()) {
            switch (variable.getVariableType()) {
                case VARIABLE, CONSTANT -> close(variable.getArr());
                default -> {
                    continue; // closed above
                }
            }
        }
    }

    private static void close(final INDArray array) {
        if (array.closeable()) {
            array.close();
        }
    }
}
