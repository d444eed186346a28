package org.fewlabel.bench;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;

/**
 * A network whose training is measured, that of a contrastive encoder of medium size.
 *
 * @param network the network
 * @param items the number of pairs of views per step
 */
record TrainingCase(Network network, int items) {

    /** Two views of 256 rows of 64 numbers; 128 images in gray of 8 x 8 and of 32 x 32. */
    static final List<String> NAMES = List.of("mlp", "cnn8", "cnn32");

    private static final int DIMENSIONS = 128;

    static TrainingCase of(final String name) {
        if (name.equals("mlp")) {
            return new TrainingCase(new Network(new Network.Input(64, List.of()),
                Network.dense(List.of(256, 256, DIMENSIONS), true),
                Network.dense(List.of(DIMENSIONS, DIMENSIONS), true)), 256);
        }
        final var size = Integer.parseInt(name.substring("cnn".length()));
        final var body = new ArrayList<Layer>();
        var image = new Layer.Image(size, size, 1);
        final var input = new Network.Input(image.size(), List.of());
        for (var block = 0; block < 2 || image.height() > 4; block++) {
            final var convolution = new Layer.Convolution(image, DIMENSIONS / (block == 0 ? 4 : 2), 3);
            final var pool = new Layer.MaxPool(convolution.out(), 2);
            body.addAll(List.of(convolution, new Layer.Activation(Layer.Function.RELU), pool));
            image = pool.out();
        }
        body.addAll(Network.dense(List.of(DIMENSIONS), false));
        return new TrainingCase(new Network(input, body, Network.dense(List.of(DIMENSIONS, DIMENSIONS), true)), 64);
    }
}
