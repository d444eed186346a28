package org.fewlabel.learn.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.text.TopicTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Fitting the encoders checks for cancel in proportion to columns and numbers. */
class FitCancelTest {

    private static final int COLUMNS = 100;

    private static Rows numbers() {
        return new Rows(50, IntStream.range(0, COLUMNS)
            .mapToObj(c -> (Column)new NumberColumn("c" + c, new Random(c).doubles(50).toArray())).toList());
    }

    /** A column is checked once where it is sorted, and once where its scale is found, which takes as long. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TANIMOTO")
    void numbersAreCheckedTwicePerColumn(final Similarity similarity) {
        final var checks = Checks.patient();
        RowEncoder.fit(numbers(), similarity, checks);
        assertThat(checks.count()).isGreaterThanOrEqualTo(2L * COLUMNS);
    }

    @ParameterizedTest
    @EnumSource
    void theInputOfANetworkIsCheckedTwicePerColumnToo(final InputEncoder.Scaling scaling) {
        final var checks = Checks.patient();
        InputEncoder.fit(numbers(), scaling, checks);
        assertThat(checks.count()).as("sorted, scaled, encoded").isGreaterThanOrEqualTo(3L * COLUMNS);
    }

    @Test
    void columnsOfOneScaleAreCheckedOneByOne() {
        final var pixels = new Rows(50, IntStream.range(0, COLUMNS).mapToObj(c -> {
            final var values = new Random(c).ints(50, 0, 256).asDoubleStream().toArray();
            values[0] = 0;
            values[1] = 255;
            return (Column)new NumberColumn("c" + c, values);
        }).toList());
        final var checks = Checks.patient();
        RowEncoder.fit(pixels, checks);
        assertThat(checks.count()).isGreaterThanOrEqualTo(3L * COLUMNS);
    }

    @Test
    void fingerprintsAreCheckedInProportionToBits() {
        final var random = new Random(1);
        final var bits = new long[5000][64];
        Arrays.setAll(bits, row -> random.longs(64).toArray());
        final var rows = new Rows(bits.length, List.of(new BitColumn("bits", 64 * Long.SIZE, bits)));
        final var all = (long)bits.length * 64 * Long.SIZE;
        final var fitted = Checks.patient();
        RowEncoder.fit(rows, Similarity.TANIMOTO, fitted);
        assertThat(fitted.count()).isGreaterThan(all / CancelCheck.OPERATIONS);
        final var input = Checks.patient();
        InputEncoder.fit(rows, InputEncoder.Scaling.ROBUST, input);
        assertThat(input.count()).isGreaterThan(all / CancelCheck.OPERATIONS);
    }

    /** All texts are tokenized once more to count the truncated ones. */
    @Test
    void notesOnTextsCheckForEachText() {
        final var rows = TopicTexts.of(30, 20, 1).rows();
        final var encoder = InputEncoder.tokens(rows, Progress.NONE);
        final var checks = Checks.patient();
        assertThat(encoder.lengths(rows, checks)).isNotEmpty();
        assertThat(checks.count()).isGreaterThanOrEqualTo(rows.size());
    }

    @Test
    void copiesOfRowsAreCheckedColumnByColumn() {
        final var checks = Checks.patient();
        numbers().select(new int[]{3, 1, 3}, checks);
        assertThat(checks.count()).isEqualTo(COLUMNS);
    }
}
