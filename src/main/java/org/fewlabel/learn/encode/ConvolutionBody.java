package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.net.Layer;

/**
 * The body of a network that looks at images: filters of 3 × 3 and the largest of each 2 × 2, in turn, until at most 4
 * × 4 places are left, then a dense layer that gives the embedding. How many filters there are goes by the length of
 * the embedding: a quarter of it at first, then half of it.
 */
final class ConvolutionBody {

    private static final int SIZE = 3;

    private static final int POOL = 2;

    private static final int SMALL = 4;

    private static final int LEAST_BLOCKS = 2;

    private static final int LEAST_FILTERS = 8;

    private ConvolutionBody() {
    }

    /** @param open whether no activation follows the dense layer */
    static List<Layer> of(final Shape shape, final Architecture architecture, final boolean open) {
        final var layers = new ArrayList<Layer>();
        var image = new Layer.Image(shape.height(), shape.width(), shape.channels());
        for (var block = 0; block < LEAST_BLOCKS || Math.max(image.height(), image.width()) > SMALL; block++) {
            final var share = block == 0 ? 4 : 2;
            final var convolution = new Layer.Convolution(image,
                Math.max(LEAST_FILTERS, architecture.dimensions() / share), SIZE);
            layers.add(convolution);
            layers.add(new Layer.Activation(Layer.Function.RELU));
            image = convolution.out();
            if (Math.min(image.height(), image.width()) < POOL) {
                break; // a line cannot be made smaller by squares
            }
            final var pool = new Layer.MaxPool(image, POOL);
            layers.add(pool);
            image = pool.out();
        }
        layers.add(new Layer.Dense(architecture.dimensions()));
        if (!open) {
            layers.add(new Layer.Activation(Layer.Function.RELU));
        }
        return layers;
    }
}
