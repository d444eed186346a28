package org.fewlabel.learn.net.samediff;

import org.fewlabel.learn.net.Layer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/** The layers for images. Between layers an image is one row of numbers in the order of {@link Layer.Image}. */
final class ImageLayers {

    private static final String FORMAT = "NHWC";

    private final SameDiff graph;

    private final int rows;

    /** @param rows the number of images */
    ImageLayers(final SameDiff graph, final int rows) {
        this.graph = graph;
        this.rows = rows;
    }

    SDVariable layer(final String name, final Layer layer, final SDVariable in) {
        if (layer instanceof Layer.Convolution convolution) {
            return flat(convolve(name, convolution, image(in, convolution.in())), convolution.out());
        }
        final var pool = (Layer.MaxPool)layer;
        final var config = Pooling2DConfig.builder().kH(pool.size()).kW(pool.size()).sH(pool.size()).sW(pool.size())
            .paddingMode(PaddingMode.VALID).isNHWC(true).build();
        return flat(graph.cnn.maxPooling2d(image(in, pool.in()), config), pool.out());
    }

    private SDVariable convolve(final String name, final Layer.Convolution layer, final SDVariable in) {
        final var config = Conv2DConfig.builder().kH(layer.size()).kW(layer.size()).sH(1).sW(1)
            .paddingMode(PaddingMode.SAME).dataFormat(FORMAT).build();
        final var weights = graph.reshape(graph.getVariable(name + " weights"), layer.size(), layer.size(),
            layer.in().channels(), layer.filters());
        final var bias = graph.reshape(graph.getVariable(name + " bias"), layer.filters());
        return graph.cnn.conv2d(in, weights, bias, config);
    }

    private SDVariable image(final SDVariable in, final Layer.Image image) {
        return graph.reshape(in, rows, image.height(), image.width(), image.channels());
    }

    private SDVariable flat(final SDVariable image, final Layer.Image size) {
        return graph.reshape(image, rows, size.size());
    }
}
