package org.fewlabel.headless.slice.store;

/**
 * A growing sequence of floating point numbers, by the bits of doubles: stored in 32 bits each while that is lossless,
 * as for the output of networks, and in 64 bits from the first one that needs more.
 */
final class NumberChunks {

    private static final long NAN = Double.doubleToLongBits(Double.NaN);

    /** The special value in 32 bits: a NaN pattern that no other number is converted to. */
    private static final int SHORT_SPECIAL = 0xFFED_6D69;

    private final long special;

    private IntChunks narrow = new IntChunks();

    private LongChunks wide;

    /** @param special bits that are no number and must be returned unchanged */
    NumberChunks(final long special) {
        this.special = special;
    }

    void add(final long bits) {
        if (wide == null && !isNarrow(bits)) {
            widen();
        }
        if (wide == null) {
            narrow.add(shorter(bits));
        } else {
            wide.add(bits);
        }
    }

    private boolean isNarrow(final long bits) {
        final var number = Double.longBitsToDouble(bits);
        return bits == special || bits == NAN || !Double.isNaN(number) && (float)number == number;
    }

    private int shorter(final long bits) {
        return bits == special ? SHORT_SPECIAL : Float.floatToIntBits((float)Double.longBitsToDouble(bits));
    }

    private long longer(final int bits) {
        return bits == SHORT_SPECIAL ? special : Double.doubleToLongBits(Float.intBitsToFloat(bits));
    }

    private void widen() {
        final var all = new LongChunks();
        for (var i = 0L; i < narrow.size(); i++) {
            all.add(longer(narrow.get(i)));
        }
        wide = all;
        narrow = null;
    }

    long get(final long index) {
        return wide == null ? longer(narrow.get(index)) : wide.get(index);
    }

    /** @return the number of elements, which may exceed the size of an array */
    long size() {
        return wide == null ? narrow.size() : wide.size();
    }

    void trim() {
        if (wide == null) {
            narrow.trim();
        } else {
            wide.trim();
        }
    }
}
