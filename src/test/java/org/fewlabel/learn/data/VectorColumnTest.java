package org.fewlabel.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VectorColumnTest {

    private static final float NONE = Float.NaN;

    private static final VectorColumn COLUMN = new VectorColumn("v", 3, 2,
        new float[]{1, 2, NONE, Float.NEGATIVE_INFINITY, NONE, 6});

    @Test
    void aCellIsMissingIfNoneOfItsNumbersIsThere() {
        assertThat(COLUMN.isMissing(0)).isFalse();
        assertThat(COLUMN.isMissing(1)).isTrue();
        assertThat(COLUMN.isMissing(2)).isFalse();
        assertThat(new VectorColumn("v", 2, 0, new float[0]).isMissing(1)).isTrue();
    }

    @Test
    void selectsRowsInTheOrderAskedFor() {
        final var selected = COLUMN.select(new int[]{2, 0, 0});

        assertThat(selected.values()).containsExactly(NONE, 6, 1, 2, 1, 2);
        assertThat(selected.size()).isEqualTo(3);
        assertThat(selected.width()).isEqualTo(2);
        assertThat(new VectorColumn("v", 2, 0, new float[0]).select(new int[]{1, 1, 1}).size()).isEqualTo(3);
    }

    @Test
    void refusesNumbersThatAreNoRectangle() {
        assertThatThrownBy(() -> new VectorColumn("v", 2, 3, new float[5])).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Column \"v\": 2 vectors of 3 numbers are not 5 numbers");
        assertThatThrownBy(() -> new VectorColumn("v", -1, -1, new float[1]))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VectorColumn("v", 1 << 16, 1 << 16, new float[0]))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
