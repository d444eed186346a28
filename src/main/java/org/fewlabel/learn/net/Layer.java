package org.fewlabel.learn.net;

import org.fewlabel.device.UserMessageException;

/** One layer of a network; what it takes is what the layer before it gives. */
public sealed interface Layer {

    /** More units than this are taken for damage, or a slip of the keyboard. */
    int MOST_UNITS = 16_384;

    /**
     * {@code y = x W + b}.
     *
     * @param units how many numbers it gives
     */
    record Dense(int units) implements Layer {
        /** @throws IllegalArgumentException if there are no units, or more than {@value Layer#MOST_UNITS} */
        public Dense {
            if (units < 1 || units > MOST_UNITS) {
                throw new UserMessageException(
                    "A layer may have from 1 to " + MOST_UNITS + " units, not " + units + ".");
            }
        }
    }

    /**
     * Every dimension standardized over the rows of the batch, then scaled and shifted (Ioffe &amp; Szegedy 2015). In
     * evaluation the running mean and variance stand for those of the batch.
     */
    record BatchNorm() implements Layer {
    }

    /** Every row standardized over its dimensions, then scaled and shifted (Ba, Kiros &amp; Hinton 2016). */
    record LayerNorm() implements Layer {
    }

    /**
     * In training every number is set to 0 with this probability and the others are divided by the rest (Srivastava et
     * al. 2014). In evaluation it does nothing.
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
     * A function of every single number.
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
     * The same filters at every place of an image (LeCun et al. 1998); the edge is padded with zeros, so the image
     * keeps its size.
     *
     * @param in the image that goes in
     * @param filters how many numbers it gives for each place
     * @param size the height and width of a filter, odd
     */
    record Convolution(Image in, int filters, int size) implements Layer {
        /** @throws IllegalArgumentException if there are no filters or too many, or their size is not odd */
        public Convolution {
            if (filters < 1 || size < 1 || size % 2 == 0 || size > MOST_SIZE) {
                throw new IllegalArgumentException("No " + filters + " filters of " + size + " x " + size + ".");
            }
            out(in, filters).check();
        }

        private static Image out(final Image in, final int filters) {
            return new Image(in.height(), in.width(), filters);
        }

        /** @return the image that comes out */
        public Image out() {
            return out(in, filters);
        }
    }

    /**
     * The largest number of each square of an image, channel by channel. Squares do not overlap; what is left over at
     * the lower and right edge is left out.
     *
     * @param in the image that goes in
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

        /** @return the image that comes out */
        public Image out() {
            return new Image(in.height() / size, in.width() / size, in.channels());
        }
    }

    /** Filters larger than this are taken for damage. */
    int MOST_SIZE = 31;

    /**
     * How the numbers of a row make an image: row by row from the top, in each from the left, for each place its
     * channels.
     *
     * @param height in pixels
     * @param width in pixels
     * @param channels numbers for each pixel
     */
    record Image(int height, int width, int channels) {

        private static final int MOST = 1 << 24;

        /** @throws IllegalArgumentException if it is empty or too large */
        public Image {
            if (height < 1 || width < 1 || channels < 1 || (long)height * width > MOST || channels > MOST_UNITS) {
                throw new IllegalArgumentException("No image of " + height + " x " + width + " x " + channels + ".");
            }
        }

        private void check() {
            if ((long)height * width * channels > MOST) {
                throw new UserMessageException("An image of " + this + " is too large for a network.");
            }
        }

        /** @return how many numbers it has */
        public int size() {
            return height * width * channels;
        }

        @Override
        public String toString() {
            return height + " x " + width + " x " + channels;
        }
    }

    /**
     * How the numbers of a row make a sequence: place by place the vector of a token. A token of the code 0 is not
     * there: a text that is shorter ends so.
     *
     * @param places how many tokens there may be
     * @param dimensions the length of a token's vector
     */
    record Sequence(int places, int dimensions) {

        /** More places than this are taken for damage. */
        public static final int MOST_PLACES = 4096;

        /** @throws IllegalArgumentException if it is empty or too large */
        public Sequence {
            if (places < 1 || places > MOST_PLACES || dimensions < 1 || dimensions > MOST_UNITS) {
                throw new IllegalArgumentException("No sequence of " + places + " vectors of " + dimensions + ".");
            }
        }

        /** @return how many numbers it has */
        public int size() {
            return places * dimensions;
        }

        @Override
        public String toString() {
            return places + " x " + dimensions;
        }
    }

    /** A layer of the body whose input is the sequence that the network's input is. */
    sealed interface OfSequence extends Layer {
        /** @return what goes in */
        Sequence sequence();
    }

    /**
     * Adds to the vector of each token a learned one of its place, and standardizes, scales and shifts each vector as
     * {@link LayerNorm} does (Devlin et al. 2019).
     */
    record Positions(Sequence sequence) implements OfSequence {
    }

    /**
     * A block of a transformer's encoder (Vaswani et al. 2017) with the norms before (Xiong et al. 2020): each token
     * adds to its vector what it takes from the others that are there, by several attentions at once, and then what two
     * dense layers make of it, with {@code x / (1 + exp(-1.702 x))} between them (GELU, Hendrycks &amp; Gimpel 2016,
     * section 2).
     *
     * @param sequence what goes in and comes out
     * @param heads how many attentions; a divisor of the dimensions
     * @param inner the units of the first dense layer
     */
    record Transformer(Sequence sequence, int heads, int inner) implements OfSequence {
        /** @throws IllegalArgumentException if the numbers do not fit each other */
        public Transformer {
            if (heads < 1 || sequence.dimensions() % heads != 0 || inner < 1 || inner > MOST_UNITS) {
                throw new IllegalArgumentException(
                    "No transformer of " + heads + " heads and " + inner + " units for " + sequence + ".");
            }
        }
    }

    /**
     * Standardizes, scales and shifts the vector of each token as {@link LayerNorm} does, and gives the mean of those
     * that are there; 0 if none is.
     */
    record MeanPool(Sequence sequence) implements OfSequence {
    }

    /**
     * @param width how many numbers go in
     * @return how many come out
     * @throws IllegalArgumentException if it takes an image and they are not as many as that has
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
