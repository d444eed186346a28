package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.net.Layer;

/**
 * The body of a convolutional network for images: blocks of 3 × 3 convolution, ReLU and 2 × 2 max pooling, until the
 * image has at most 4 × 4 pixels, then a dense layer that gives the embedding. The number of filters is a quarter of
 * the embedding's length in the first block, then half of it.
 */
final class ConvolutionBody {

    private static final int SIZE = 3;

    private static final int POOL = 2;

    private static final int MAX_SIDE = 4;

    private static final int MIN_BLOCKS = 2;

    private static final int MIN_FILTERS = 8;

    private ConvolutionBody() {
    }

    /** @param open whether no activation follows the dense layer */
    static List<Layer> of(final Shape shape, final Architecture architecture, final boolean open) {
        final var layers = new ArrayList<Layer>();
        var image = new Layer.Image(shape.height(), shape.width(), shape.channels());
        for (var block = 0; block < MIN_BLOCKS || Math.max(image.height(), image.width()) > MAX_SIDE; block++) {
            final var share = block == 0 ? 4 : 2;
            final var convolution = new Layer.Convolution(image,
                Math.max(MIN_FILTERS, architecture.dimensions() / share), SIZE);
            layers.add(convolution);
            layers.add(new Layer.Activation(Layer.Function.RELU));
            image = convolution.out();
            if (Math.min(image.height(), image.width()) < POOL) {
                break; // a line of pixels cannot be pooled by squares
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
