package org.fewlabel.learn.net;

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
                throw new IllegalArgumentException(
                    "A layer may have from 1 to " + MOST_UNITS + " units, not " + units + ".");
            }
        }
    }

    /**
     * Every dimension standardised over the rows of the batch, then scaled and shifted (Ioffe &amp; Szegedy 2015). In
     * evaluation the running mean and variance stand for those of the batch.
     */
    record BatchNorm() implements Layer {
    }

    /** Every row standardised over its dimensions, then scaled and shifted (Ba, Kiros &amp; Hinton 2016). */
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
                throw new IllegalArgumentException("The dropout rate must be from 0 to below 1, not " + rate + ".");
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
     * The same filters at every place of an image (LeCun et al. 1998); the edge is padded with zeros, so the image keeps its
     * size.
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
     * The largest number of each square of an image, channel by channel. Squares do not overlap; what is left over at the
     * lower and right edge is left out.
     *
     * @param in the image that goes in
     * @param size the height and width of a square
     */
    record MaxPool(Image in, int size) implements Layer {
        /** @throws IllegalArgumentException if the square is larger than the image */
        public MaxPool {
            if (size < 1 || size > Math.min(in.height(), in.width())) {
                throw new IllegalArgumentException("No square of " + size + " x " + size + " in an image of " + in + ".");
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
     * How the numbers of a row make an image: row by row from the top, in each from the left, for each place its channels.
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
                throw new IllegalArgumentException("An image of " + this + " is too large for a network.");
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
     * @param width how many numbers go in
     * @return how many come out
     * @throws IllegalArgumentException if it takes an image and they are not as many as that has
     */
    default int widthAfter(final int width) {
        if (this instanceof Dense dense) {
            return dense.units();
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
