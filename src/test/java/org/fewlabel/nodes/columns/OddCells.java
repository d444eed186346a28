package org.fewlabel.nodes.columns;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.ImageContent;
import org.knime.core.data.image.ImageValue;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.data.vector.bytevector.ByteVectorValue;

/**
 * Cells as other extensions have them, each with the readings of a type of KNIME's own that the stand-in lacks, or of
 * one that nobody has thought of.
 */
final class OddCells {

    private OddCells() {
    }

    /** A reading that only its extension knows. */
    interface OddValue extends DataValue {
    }

    /** What all of them have: a number by which they differ. */
    abstract static class Odd extends DataCell implements OddValue {

        private static final long serialVersionUID = 1L;

        final int number;

        Odd(final int number) {
            this.number = number;
        }

        @Override
        public String toString() {
            return "odd " + number;
        }

        @Override
        protected final boolean equalsDataCell(final DataCell dc) {
            return ((Odd)dc).number == number;
        }

        @Override
        public final int hashCode() {
            return number;
        }
    }

    /** Of an extension that is like no other. */
    static final class Extension extends Odd {
        private static final long serialVersionUID = 1L;

        Extension(final int number) {
            super(number);
        }
    }

    /** As dates, times, durations and periods: in order. */
    static final class Moment extends Odd implements BoundedValue {
        private static final long serialVersionUID = 1L;

        Moment(final int number) {
            super(number);
        }
    }

    /** As the old date and time: in order, and a text. */
    static final class TextMoment extends Odd implements BoundedValue, StringValue {
        private static final long serialVersionUID = 1L;

        TextMoment(final int number) {
            super(number);
        }

        @Override
        public String getStringValue() {
            return "2026-01-" + (number + 10);
        }
    }

    /** As XML, JSON, URIs, paths and documents: a text, but no category. */
    static final class Markup extends Odd implements StringValue {
        private static final long serialVersionUID = 1L;

        Markup(final int number) {
            super(number);
        }

        @Override
        public String getStringValue() {
            return "<a>" + number + "</a>";
        }
    }

    /** As intervals and fuzzy numbers. */
    static final class Interval extends Odd implements FuzzyNumberValue, FuzzyIntervalValue {
        private static final long serialVersionUID = 1L;

        Interval(final int number) {
            super(number);
        }

        @Override
        public double getCore() {
            return number;
        }

        @Override
        public double getMinSupport() {
            return number - 1;
        }

        @Override
        public double getMinCore() {
            return number;
        }

        @Override
        public double getMaxCore() {
            return number;
        }

        @Override
        public double getMaxSupport() {
            return number + 1;
        }

        @Override
        public double getCenterOfGravity() {
            return number;
        }
    }

    static final class Complex extends Odd implements ComplexNumberValue {
        private static final long serialVersionUID = 1L;

        Complex(final int number) {
            super(number);
        }

        @Override
        public double getRealValue() {
            return number;
        }

        @Override
        public double getImaginaryValue() {
            return 1;
        }
    }

    /** As SVG and whatever is an image, but no PNG. */
    static final class Drawing extends Odd implements ImageValue {
        private static final long serialVersionUID = 1L;

        Drawing(final int number) {
            super(number);
        }

        @Override
        public String getImageExtension() {
            return "svg";
        }

        @Override
        public ImageContent getImageContent() {
            throw new UnsupportedOperationException("drawings have no pixels");
        }
    }

    /** A category that is no string. */
    static final class Category extends Odd implements NominalValue {
        private static final long serialVersionUID = 1L;

        Category(final int number) {
            super(number);
        }
    }

    /** A category whose text is always that which it was made with: none, or one that cannot be had. */
    static final class Text extends Odd implements NominalValue, StringValue {
        private static final long serialVersionUID = 1L;

        private final boolean fails;

        Text(final int number, final boolean fails) {
            super(number);
            this.fails = fails;
        }

        @Override
        public String getStringValue() {
            if (fails) {
                throw new IllegalStateException("the text is on another machine");
            }
            return null;
        }
    }

    /** A number that is always the same, or one that cannot be had. */
    static final class Number extends Odd implements DoubleValue {
        private static final long serialVersionUID = 1L;

        private final double value;

        private final boolean fails;

        Number(final int number, final double value, final boolean fails) {
            super(number);
            this.value = value;
            this.fails = fails;
        }

        @Override
        public double getDoubleValue() {
            if (fails) {
                throw new UnsupportedOperationException("no number yet");
            }
            return value;
        }
    }

    /** Few bits are set of very many. */
    static final class SparseBits extends Odd implements BitVectorValue {
        private static final long serialVersionUID = 1L;

        SparseBits(final int number) {
            super(number);
        }

        @Override
        public long length() {
            return 1L << 40;
        }

        @Override
        public long cardinality() {
            return 1;
        }

        @Override
        public boolean get(final long index) {
            return index == number;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public long nextClearBit(final long startIdx) {
            return startIdx == number ? number + 1L : startIdx;
        }

        @Override
        public long nextSetBit(final long startIdx) {
            return startIdx <= number ? number : -1;
        }

        @Override
        public String toHexString() {
            throw new UnsupportedOperationException("too long");
        }

        @Override
        public String toBinaryString() {
            throw new UnsupportedOperationException("too long");
        }
    }

    /** Few counts are not 0 of very many. */
    static final class SparseCounts extends Odd implements ByteVectorValue {
        private static final long serialVersionUID = 1L;

        SparseCounts(final int number) {
            super(number);
        }

        @Override
        public long length() {
            return Integer.MAX_VALUE - 10L;
        }

        @Override
        public long sumOfAllCounts() {
            return 1;
        }

        @Override
        public int cardinality() {
            return 1;
        }

        @Override
        public int get(final long index) {
            return index == number ? 1 : 0;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public long nextZeroIndex(final long startIdx) {
            return startIdx == number ? number + 1L : startIdx;
        }

        @Override
        public long nextCountIndex(final long startIdx) {
            return startIdx <= number ? number : -1;
        }
    }
}
