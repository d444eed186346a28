package org.knime.core.data.vector.bytevector;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Some counts from 0 to 255 that can be changed. Not safe for use by several threads. */
public class DenseByteVector {

    private static final int MOST = 255;

    private static final int SHOWN = 30_000;

    private final byte[] counts;

    /** @param counts the counts, read as numbers from 0 to 255; they are copied */
    public DenseByteVector(final byte[] counts) {
        this.counts = counts.clone();
    }

    /** @param byteVector the vector to copy */
    public DenseByteVector(final DenseByteVector byteVector) {
        this(byteVector.counts);
    }

    /** @return how many counts there are */
    public int length() {
        return counts.length;
    }

    /**
     * @param index a position, counted from 0
     * @return the count there, 0 to 255
     */
    public int get(final int index) {
        return Byte.toUnsignedInt(counts[index]);
    }

    /** @return the first position from there on where the count is not 0, -1 if there is none */
    public int nextCountIndex(final int idx) {
        return next(idx, i -> counts[i] != 0);
    }

    /** @return the first position from there on where the count is 0, -1 if there is none */
    public int nextZeroIndex(final int idx) {
        return next(idx, i -> counts[i] == 0);
    }

    private int next(final int from, final IntPredicate wanted) {
        return IntStream.range(from, counts.length).filter(wanted).findFirst().orElse(-1);
    }

    /** @return the sum of all counts */
    public long sumOfAllCounts() {
        return Arrays.stream(getAllCounts()).asLongStream().sum();
    }

    /** @return how many counts are not 0 */
    public int cardinality() {
        return (int)Arrays.stream(getAllCounts()).filter(count -> count != 0).count();
    }

    /** @return whether all counts are 0 */
    public boolean isEmpty() {
        return nextCountIndex(0) < 0;
    }

    /** @return a copy of the counts, each 0 to 255 */
    public int[] getAllCounts() {
        return IntStream.range(0, counts.length).map(this::get).toArray();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DenseByteVector other && Arrays.equals(counts, other.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        final var more = counts.length > SHOWN;
        return IntStream.range(0, more ? SHOWN : counts.length).mapToObj(i -> String.valueOf(get(i)))
            .collect(Collectors.joining(", ", "{", more ? ", ... }" : "}"));
    }
}
