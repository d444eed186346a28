package org.fewlabel.learn.net;

import org.fewlabel.device.UserMessageException;

/** One layer of a network; its input is the output of the layer before. */
public sealed interface Layer {

    /** More units than this are regarded as a corrupt file or a typing error. */
    int MAX_UNITS = 16_384;

    /**
     * A dense (fully connected) layer: {@code y = x W + b}.
     *
     * @param units the width of the output
     */
    record Dense(int units) implements Layer {
        /** @throws IllegalArgumentException if there are no units, or more than {@value Layer#MAX_UNITS} */
        public Dense {
            if (units < 1 || units > MAX_UNITS) {
                throw new UserMessageException(
                    "A layer may have from 1 to " + MAX_UNITS + " units, not " + units + ".");
            }
        }
    }

    /**
     * Batch normalization (Ioffe &amp; Szegedy 2015): every dimension is standardized over the rows of the batch, then
     * scaled and shifted. In evaluation the running mean and variance replace those of the batch.
     */
    record BatchNorm() implements Layer {
    }

    /**
     * Layer normalization (Ba, Kiros &amp; Hinton 2016): every row is standardized over its dimensions, then scaled and
     * shifted.
     */
    record LayerNorm() implements Layer {
    }

    /**
     * Inverted dropout (Srivastava et al. 2014): in training every number is set to 0 with probability {@code rate} and
     * the others are divided by {@code 1 - rate}. In evaluation it is the identity.
     *
     * @param rate from 0 to below 1
     */
    record Dropout(double rate) implements Layer {
        /** @throws IllegalArgumentException if the rate is out of range */
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new UserMessageException("The dropout rate must be from 0 to below 1, not " + rate + ".");
            }
        }
    }

    /**
     * An elementwise activation function.
     *
     * @param function which
     */
    record Activation(Function function) implements Layer {
    }

    /** Activation functions. */
    enum Function {
        /** {@code max(x, 0)} */
        RELU,
        /** {@code x} above 0, {@code 0.01 x} below */
        LEAKY_RELU,
        /** the hyperbolic tangent */
        TANH
    }

    /**
     * A 2-D convolution with stride 1 and zero padding (LeCun et al. 1998): the output has the height and width of the
     * input.
     *
     * @param in the shape of the input image
     * @param filters the number of output channels
     * @param size the height and width of the kernel, odd
     */
    record Convolution(Image in, int filters, int size) implements Layer {
        /** @throws IllegalArgumentException if there are no filters or too many, or their size is not odd */
        public Convolution {
            if (filters < 1 || size < 1 || size % 2 == 0 || size > MAX_SIZE) {
                throw new IllegalArgumentException("No " + filters + " filters of " + size + " x " + size + ".");
            }
            out(in, filters).check();
        }

        private static Image out(final Image in, final int filters) {
            return new Image(in.height(), in.width(), filters);
        }

        /** @return the shape of the output image */
        public Image out() {
            return out(in, filters);
        }
    }

    /**
     * Max pooling over non-overlapping squares, per channel. Pixels left over at the lower and right edge are dropped.
     *
     * @param in the shape of the input image
     * @param size the height and width of a square
     */
    record MaxPool(Image in, int size) implements Layer {
        /** @throws IllegalArgumentException if the square is larger than the image */
        public MaxPool {
            if (size < 1 || size > Math.min(in.height(), in.width())) {
                throw new IllegalArgumentException(
                    "No square of " + size + " x " + size + " in an image of " + in + ".");
            }
        }

        /** @return the shape of the output image */
        public Image out() {
            return new Image(in.height() / size, in.width() / size, in.channels());
        }
    }

    /** Kernels larger than this are regarded as a corrupt file. */
    int MAX_SIZE = 31;

    /**
     * The shape of an image in a row of numbers: height, width, channels (HWC), the channels varying fastest.
     *
     * @param height in pixels
     * @param width in pixels
     * @param channels numbers per pixel
     */
    record Image(int height, int width, int channels) {

        private static final int MAX_VALUES = 1 << 24;

        /** @throws IllegalArgumentException if it is empty or too large */
        public Image {
            if (height < 1 || width < 1 || channels < 1 || (long)height * width > MAX_VALUES || channels > MAX_UNITS) {
                throw new IllegalArgumentException("No image of " + height + " x " + width + " x " + channels + ".");
            }
        }

        private void check() {
            if ((long)height * width * channels > MAX_VALUES) {
                throw new UserMessageException("An image of " + this + " is too large for a network.");
            }
        }

        /** @return the number of values */
        public int size() {
            return height * width * channels;
        }

        @Override
        public String toString() {
            return height + " x " + width + " x " + channels;
        }
    }

    /**
     * The shape of a sequence in a row of numbers: position by position the vector of a token. Code 0 is padding: a
     * text that is shorter ends with it.
     *
     * @param length the maximum number of tokens
     * @param dimensions the length of a token's vector
     */
    record Sequence(int length, int dimensions) {

        /** Longer sequences than this are regarded as a corrupt file. */
        public static final int MAX_LENGTH = 4096;

        /** @throws IllegalArgumentException if it is empty or too large */
        public Sequence {
            if (length < 1 || length > MAX_LENGTH || dimensions < 1 || dimensions > MAX_UNITS) {
                throw new IllegalArgumentException("No sequence of " + length + " vectors of " + dimensions + ".");
            }
        }

        /** @return the number of values */
        public int size() {
            return length * dimensions;
        }

        @Override
        public String toString() {
            return length + " x " + dimensions;
        }
    }

    /** A layer of the body whose input is the token sequence of the network's input. */
    sealed interface OfSequence extends Layer {
        /** @return the shape of the input */
        Sequence sequence();
    }

    /**
     * Learned positional embeddings: adds to each token's vector that of its position, then applies {@link LayerNorm}
     * to each vector (Devlin et al. 2019).
     */
    record Positions(Sequence sequence) implements OfSequence {
    }

    /**
     * A transformer encoder block (Vaswani et al. 2017) with pre-layer normalization (Xiong et al. 2020): multi-head
     * self-attention over the tokens that are not padding, then a feed-forward network of two dense layers, each with a
     * residual connection. The activation between the two is the sigmoid approximation {@code x / (1 + exp(-1.702 x))}
     * of GELU (Hendrycks &amp; Gimpel 2016, section 2).
     *
     * @param sequence the shape of input and output
     * @param heads the number of attention heads; a divisor of the dimensions
     * @param inner the units of the first dense layer
     */
    record Transformer(Sequence sequence, int heads, int inner) implements OfSequence {
        /** @throws IllegalArgumentException if the numbers do not fit each other */
        public Transformer {
            if (heads < 1 || sequence.dimensions() % heads != 0 || inner < 1 || inner > MAX_UNITS) {
                throw new IllegalArgumentException(
                    "No transformer of " + heads + " heads and " + inner + " units for " + sequence + ".");
            }
        }
    }

    /**
     * Applies {@link LayerNorm} to the vector of each token and returns the mean over those that are not padding; 0 if
     * all are.
     */
    record MeanPool(Sequence sequence) implements OfSequence {
    }

    /**
     * @param width the width of the input
     * @return the width of the output
     * @throws IllegalArgumentException if the layer takes an image and the width is not that of the image
     */
    default int widthAfter(final int width) {
        if (this instanceof Dense dense) {
            return dense.units();
        }
        if (this instanceof MeanPool pool) {
            return pool.sequence().dimensions();
        }
        if (this instanceof Convolution convolution) {
            return after(width, convolution.in(), convolution.out());
        }
        return this instanceof MaxPool pool ? after(width, pool.in(), pool.out()) : width;
    }

    private static int after(final int width, final Image in, final Image out) {
        if (width != in.size()) {
            throw new IllegalArgumentException(width + " numbers are no image of " + in + ".");
        }
        return out.size();
    }
}
