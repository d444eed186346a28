package org.fewlabel.learn.net.samediff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Tensors;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.shape.Shape;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Executes the operations of a SameDiff graph in a fixed order, with result arrays allocated once: as no shape ever
 * changes, a run only executes. SameDiff's own session finds order, shapes and arrays anew in every run, and leaves its
 * arrays to the garbage collector, so that memory grows until that happens to run. An array that no later operation
 * reads is reused for a later result of the same shape.
 */
final class StaticGraph implements AutoCloseable {

    private final Map<String, INDArray> arrays = new HashMap<>();

    private final List<Runnable> steps = new ArrayList<>();

    private final List<AutoCloseable> owned = new ArrayList<>();

    private final Map<String, Deque<INDArray>> free = new HashMap<>();

    private final Progress progress;

    /**
     * @param graph finished
     * @param given the arrays of its placeholders, by name; filled anew before each run
     * @param outputs the names of the required variables
     * @param progress checked for cancel before each operation, both when it is prepared and when it is executed
     */
    StaticGraph(final SameDiff graph, final Map<String, INDArray> given, final Collection<String> outputs,
        final Progress progress) {
        this.progress = progress;
        for (final var variable : graph.variables()) {
            switch (variable.getVariableType()) {
                case VARIABLE, CONSTANT -> arrays.put(variable.name(), variable.getArr());
                case PLACEHOLDER -> arrays.put(variable.name(), given.get(variable.name()));
                default -> {
                    continue; // results of operations
                }
            }
        }
        final var operations = needed(graph, outputs);
        final var last = lastUses(operations);
        final var kept = new HashSet<>(outputs);
        operations.stream().filter(StaticGraph::isShape)
            .forEach(operation -> kept.add(operation.outputVariable().name()));
        for (var i = 0; i < operations.size(); i++) {
            checkCanceled(); // the memory for the results of a large network takes seconds
            final var operation = operations.get(i);
            add(operation);
            for (final var name : names(operation.args(), operation.outputVariables())) {
                if (last.getOrDefault(name, i) == i && !kept.contains(name) && isResult(graph, name)) {
                    final var array = arrays.get(name);
                    free.computeIfAbsent(key(array.dataType(), array.shape()), k -> new ArrayDeque<>()).add(array);
                }
            }
        }
    }

    /**
     * The memory of an unfinished graph is freed at once: the garbage collector does not see how much native memory it
     * is.
     */
    private void checkCanceled() {
        try {
            progress.checkCanceled();
        } catch (final CancellationException e) {
            close();
            throw e;
        }
    }

    /** Gradients need the shape of their variable, which never changes. */
    private static boolean isShape(final DifferentialFunction operation) {
        return operation instanceof Shape;
    }

    private static boolean isResult(final SameDiff graph, final String name) {
        return graph.getVariable(name).getVariableType() == org.nd4j.autodiff.samediff.VariableType.ARRAY;
    }

    private static Set<String> names(final SDVariable[] some, final SDVariable[] more) {
        final var names = new HashSet<String>();
        Arrays.stream(some).forEach(variable -> names.add(variable.name()));
        Arrays.stream(more).forEach(variable -> names.add(variable.name()));
        return names;
    }

    private static List<DifferentialFunction> needed(final SameDiff graph, final Collection<String> outputs) {
        final var required = new HashSet<>(outputs);
        final var operations = new ArrayDeque<DifferentialFunction>();
        final var all = graph.ops(); // in the order in which they were added
        for (var i = all.length - 1; i >= 0; i--) {
            if (Arrays.stream(all[i].outputVariables()).anyMatch(variable -> required.contains(variable.name()))) {
                operations.addFirst(all[i]);
                Arrays.stream(all[i].args()).forEach(variable -> required.add(variable.name()));
            }
        }
        return new ArrayList<>(operations);
    }

    private static Map<String, Integer> lastUses(final List<DifferentialFunction> operations) {
        final var last = new HashMap<String, Integer>();
        for (var i = 0; i < operations.size(); i++) {
            for (final var argument : operations.get(i).args()) {
                last.put(argument.name(), i);
            }
        }
        return last;
    }

    private void add(final DifferentialFunction operation) {
        final var inputs = Arrays.stream(operation.args()).map(variable -> arrays.get(variable.name()))
            .toArray(INDArray[]::new);
        final var results = operation.outputVariables();
        if (operation instanceof DynamicCustomOp custom) {
            custom.clearArrays();
            custom.addInputArgument(inputs);
            final var shapes = custom.calculateOutputShape();
            final var outputs = new INDArray[results.length];
            Arrays.setAll(outputs, i -> result(results[i], shapes.get(i)));
            final var context = context(custom, inputs, outputs);
            if (isShape(operation)) {
                Nd4j.exec(custom, context); // now, for the result shapes of later operations depend on it
            } else {
                steps.add(() -> Nd4j.exec(custom, context));
            }
        } else if (operation instanceof BaseOp base) {
            base.setX(inputs[0]);
            if (inputs.length > 1) {
                base.setY(inputs[1]);
            }
            base.setZ(result(results[0], base.calculateOutputShape().get(0)));
            steps.add(() -> Nd4j.exec((Op)base));
        } else {
            throw new IllegalStateException("No way to execute " + operation.opName() + ".");
        }
    }

    private OpContext context(final DynamicCustomOp custom, final INDArray[] inputs, final INDArray[] outputs) {
        final var context = Nd4j.getExecutioner().buildContext();
        owned.add(context);
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        context.setIArguments(custom.iArgs());
        context.setTArguments(custom.tArgs());
        context.setBArguments(custom.bArgs());
        context.setDArguments(custom.dArgs());
        return context;
    }

    private INDArray result(final SDVariable variable, final LongShapeDescriptor shape) {
        final var freed = free.get(key(shape.dataType(), shape.getShape()));
        final INDArray array;
        if (freed != null && !freed.isEmpty()) {
            array = freed.poll();
        } else {
            array = Nd4j.create(shape.dataType(), shape.getShape());
            owned.add(array);
        }
        arrays.put(variable.name(), array);
        return array;
    }

    private static String key(final DataType type, final long[] shape) {
        return type + Arrays.toString(shape);
    }

    /** Executes all operations. */
    void run() {
        Tensors.pin();
        for (final var step : steps) {
            progress.checkCanceled();
            step.run();
        }
    }

    /** @return the array of that output, which each run overwrites */
    INDArray array(final String output) {
        return arrays.get(output);
    }

    @Override
    public void close() {
        for (final var resource : owned) {
            try {
                resource.close();
            } catch (final Exception e) { // INDArray and OpContext declare it and throw none
                throw new IllegalStateException(e);
            }
        }
    }
}
