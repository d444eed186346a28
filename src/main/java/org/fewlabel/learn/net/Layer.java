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
     * @param width how many numbers go in
     * @return how many come out
     */
    default int widthAfter(final int width) {
        return this instanceof Dense dense ? dense.units() : width;
    }
}
