package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.net.Layer;

/** Creates the units of the layers in order, and adds their backward passes in reverse order. */
final class Layers {

    private final Context context;

    private final int rows;

    private final List<BackwardUnit> units = new ArrayList<>();

    private int masks;

    Layers(final Context context, final int rows) {
        this.context = context;
        this.rows = rows;
    }

    /** Adds a unit whose forward pass is in the plan already. */
    void add(final BackwardUnit unit) {
        units.add(unit);
    }

    Tensor tensor(final int width) {
        context.progress().checkCanceled(); // allocating much memory takes time
        return new Tensor(rows, width, context.backward());
    }

    /** @return the output of a dense layer of that name */
    Tensor dense(final String name, final Tensor in, final int width, final Layer.Function function) {
        final var out = tensor(width);
        add(new Dense(context, name, in, out, function));
        return out;
    }

    /** @return the output of the last of the layers */
    Tensor chain(final String part, final List<Layer> layers, final Tensor in) {
        var out = in;
        for (var i = 0; i < layers.size(); i++) {
            final var layer = layers.get(i);
            final var name = part + " " + i;
            final var function = takesFunction(layer) && i + 1 < layers.size()
                && layers.get(i + 1) instanceof Layer.Activation next ? next.function() : null;
            out = layer(name, layer, function, out);
            if (function != null) {
                i++;
            }
        }
        return out;
    }

    private static boolean takesFunction(final Layer layer) {
        return layer instanceof Layer.Dense || layer instanceof Layer.Convolution;
    }

    private Tensor layer(final String name, final Layer layer, final Layer.Function function, final Tensor in) {
        final var width = layer.widthAfter(in.width());
        if (layer instanceof Layer.Dense) {
            return dense(name, in, width, function);
        }
        if (layer instanceof Layer.Activation activation) {
            final var last = units.isEmpty() ? null : units.get(units.size() - 1);
            final var out = last == null || last.needsOutput() ? tensor(width) : in;
            add(new Activation(context, in, out, activation.function()));
            return out;
        }
        if (layer instanceof Layer.Dropout) {
            if (!context.training()) {
                return in;
            }
            final var out = tensor(width);
            add(new Dropout(context, in, out, context.batch().masks().get(masks++)));
            return out;
        }
        final var out = tensor(width);
        if (layer instanceof Layer.BatchNorm) {
            add(new BatchNorm(context, name, in, out));
        } else if (layer instanceof Layer.LayerNorm) {
            add(new LayerNorm(context, name, in, out));
        } else if (layer instanceof Layer.Convolution convolution) {
            add(new Convolution(context, name, convolution, in, out, function));
        } else if (layer instanceof Layer.MaxPool pool) {
            add(new MaxPool(context, pool, in, out));
        } else {
            throw new IllegalArgumentException("No way to compute " + layer + ".");
        }
        return out;
    }

    /** Adds the backward passes. */
    void backward() {
        for (var i = units.size() - 1; i >= 0; i--) {
            units.get(i).backward();
        }
    }

    /** {@code x += constant} */
    static void shift(final float[] x, final float constant, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] += constant;
        }
    }

    /** Copies sums to a gradient. */
    static void put(final double[] sums, final FloatBuffer into) {
        for (var i = 0; i < sums.length; i++) {
            into.put(i, (float)sums[i]);
        }
    }
}
