package org.fewlabel.table.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fewlabel.learn.data.Shape;
import org.junit.jupiter.api.Test;

class ImageCollectorTest {

    @Test
    void theMedianSizeIsThatOfAll() throws Exception {
        final var collector = new ImageCollector("image", 4, null);
        collector.add(0, Files.gray(1, 1, 50));
        collector.add(1, Files.gray(2, 2, 1, 2, 3, 4));
        collector.add(3, Files.gray(2, 4, 0, 0, 10, 10, 0, 0, 30, 30));
        final var column = collector.column(4);

        assertThat(column.shape()).isEqualTo(new Shape(2, 2, 1));
        assertThat(column.isMissing(2)).isTrue();
        assertThat(column.select(new int[]{0, 1, 3}).values()).containsExactly(50, 50, 50, 50, 1, 2, 3, 4, 0, 10, 0,
            30);
    }

    @Test
    void oneColoredImageMakesAllColored() throws Exception {
        final var collector = new ImageCollector("image", 2, null);
        collector.add(0, Files.gray(1, 1, 5));
        collector.add(1, Files.colored(1, 1, 0x0000FF));
        assertThat(collector.column(2).shape()).isEqualTo(new Shape(1, 1, 3));
    }

    @Test
    void largeImagesAreMadeSmaller() throws Exception {
        final var collector = new ImageCollector("image", 1, null);
        collector.add(0, Files.gray(200, 100, new int[20_000]));
        assertThat(collector.column(1).shape()).isEqualTo(new Shape(64, 64, 1));
    }

    @Test
    void aWantedSizeIsKept() throws Exception {
        final var collector = new ImageCollector("image", 3, new Shape(1, 2, 3));
        collector.add(0, Files.gray(2, 2, 1, 2, 3, 4));
        collector.repeat(2, 0);
        final var column = collector.column(3);
        assertThat(column.shape()).isEqualTo(new Shape(1, 2, 3));
        assertThat(column.select(new int[]{2}).values()).containsExactly(2, 2, 2, 3, 3, 3);
        assertThat(new ImageCollector("image", 2, new Shape(1, 2, 3)).column(2).width()).isZero();
        assertThatThrownBy(() -> new ImageCollector("image", 1, new Shape(1, 2, 2)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"image\"")
            .hasMessageContaining("three");
    }
}
