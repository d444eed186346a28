package org.fewlabel.learn.audio;

/** A perceptual scale of frequencies, as in librosa. */
public enum MelScale {
    /**
     * Slaney's Auditory Toolbox (1998): linear below 1,000 Hz, 200/3 Hz per mel, and logarithmic above, 27 mels per
     * factor 6.4. The default of librosa.
     */
    SLANEY {
        @Override
        public double toMel(final double hertz) {
            return hertz < BREAK ? hertz / LINEAR : BREAK / LINEAR + Math.log(hertz / BREAK) / STEP;
        }

        @Override
        public double toHertz(final double mel) {
            return mel < BREAK / LINEAR ? mel * LINEAR : BREAK * Math.exp(STEP * (mel - BREAK / LINEAR));
        }
    },
    /** The Hidden Markov Model Toolkit: 2595 log10(1 + f / 700) (O'Shaughnessy 1987). */
    HTK {
        @Override
        public double toMel(final double hertz) {
            return FACTOR * Math.log10(1 + hertz / CORNER);
        }

        @Override
        public double toHertz(final double mel) {
            return CORNER * (Math.pow(10, mel / FACTOR) - 1);
        }
    };

    private static final double BREAK = 1000;

    private static final double LINEAR = 200.0 / 3;

    private static final double STEP = Math.log(6.4) / 27;

    private static final double FACTOR = 2595;

    private static final double CORNER = 700;

    /** @return mels; 0 at 0 Hz */
    public abstract double toMel(double hertz);

    /** @return Hz */
    public abstract double toHertz(double mel);

    /**
     * @param count at least 2
     * @return {@code count} frequencies in Hz, equally spaced in mels, from the lowest to the highest
     */
    public double[] frequencies(final int count, final double low, final double high) {
        final var frequencies = new double[count];
        final var first = toMel(low);
        final var last = toMel(high);
        for (var i = 0; i < count; i++) {
            frequencies[i] = toHertz(first + (last - first) * i / (count - 1));
        }
        return frequencies;
    }
}
