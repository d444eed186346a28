package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Allocated;
import org.fewlabel.device.Memory;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void seventyThousandRowsFitIntoHalfAGigabyte() {
        assertThat(new MemoryNeed(70_000, 50, 10, 10).bytes()).isBetween(100 * MEGABYTE, 512 * MEGABYTE);
    }

    @Test
    void growsWithTheRowsNotWithTheirSquare() {
        assertThat(new MemoryNeed(150, 4, 10, 3).bytes()).isLessThan(2 * MEGABYTE);
        final var one = new MemoryNeed(1_000_000, 50, 10, 10).bytes();
        assertThat((double)new MemoryNeed(2_000_000, 50, 10, 10).bytes() / one).isBetween(1.9, 2.01);
        assertThat(new MemoryNeed(Integer.MAX_VALUE, Integer.MAX_VALUE, 100, 1000).bytes()).isPositive();
        assertThat(new MemoryNeed(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 1000).bytes())
            .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheFigures() {
        final var need = new MemoryNeed(1_000_000, 100, 10, 5);
        assertThatThrownBy(() -> need.checkFits(512 * MEGABYTE)).isInstanceOf(MemoryException.class)
            .hasMessage("A graph of 1000000 rows with 100 dimensions, 10 neighbors and 5 classes needs about 2.7 GB of "
                + "memory, and 0.5 GB are free. Use fewer rows, columns or neighbors, or give KNIME more memory with "
                + "-Xmx "
                + "in knime.ini.");
        assertThatCode(() -> need.checkFits(3000 * MEGABYTE)).doesNotThrowAnyException();
    }

    @Test
    void theMemoryOfThisProgramIsAsked() {
        assertThatCode(() -> new MemoryNeed(100, 2, 5, 2).checkFits()).doesNotThrowAnyException();
        assertThatThrownBy(() -> new MemoryNeed(Integer.MAX_VALUE, 10_000, 10, 2).checkFits())
            .isInstanceOf(MemoryException.class);
        assertThat(Memory.free(0)).isBetween(1L, Runtime.getRuntime().maxMemory());
    }

    /** All that is ever allocated is more than what is held at the same time. */
    @Test
    void theEstimateIsNotFarFromWhatIsUsed() {
        final var rows = Dense.random(1, 20_000, 10);
        final var codes = new int[20_000];
        Arrays.setAll(codes, i -> i < 4 ? i : -1);
        final var labels = new Labels(codes, List.of("a", "b", "c", "d"));
        final var allocated = Allocated.by(() -> new GraphLearner(new LabelSpreading(LabelSpreading.DEFAULT_ALPHA), 10,
            new ExactSearch()).learn(rows, labels, Workers.CALLER, Progress.NONE));
        assertThat(new MemoryNeed(20_000, 10, 10, 4).bytes()).isBetween(allocated / 4, allocated * 8);
    }
}
