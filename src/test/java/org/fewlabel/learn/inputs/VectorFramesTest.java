package org.fewlabel.learn.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TimeFrequencyBin;
import org.fewlabel.learn.data.VectorColumn;
import org.junit.jupiter.api.Test;

/** The stored frames of a spectrogram. */
class VectorFramesTest {

    private static VectorInput fitted(final int frames) {
        final var numbers = new float[]{1, 2, 3, 4, 5, 6, 7, 9};
        return VectorInput.fit(new VectorColumn("v", 2, 4, frames, numbers), InputEncoder.Scaling.ROBUST,
            Progress.NONE);
    }

    /** @return the state with other frames; none if 0 */
    private static State with(final VectorInput input, final int frames) {
        final var changed = new State();
        input.state().entries().forEach((name, value) -> {
            if (!name.equals("frames")) {
                changed.put(name, value);
            }
        });
        return frames == 0 ? changed : changed.put("frames", frames);
    }

    @Test
    void theFramesAreRestored() {
        assertThat(VectorInput.restore(fitted(2).state()).columns(0)).isEqualTo(fitted(2).columns(0));
        assertThat(fitted(2).columns(0).get(3).bin()).isEqualTo(new TimeFrequencyBin("v", 1, 1));
    }

    @Test
    void statesWithoutFramesHaveOneFrame() {
        assertThat(VectorInput.restore(with(fitted(2), 0)).frames()).isEqualTo(1);
        assertThat(fitted(1).state().entries()).doesNotContainKey("frames");
        assertThat(fitted(1).columns(0)).allMatch(column -> column.bin() == null);
    }

    @Test
    void damagedFramesAreRefused() {
        assertThatThrownBy(() -> VectorInput.restore(with(fitted(2), 3))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("3 frames of unequal width");
        for (final var frames : new int[]{-1, 5}) {
            assertThatThrownBy(() -> VectorInput.restore(with(fitted(2), frames)))
                .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void selectedRowsKeepTheirFrames() {
        final var column = new VectorColumn("v", 2, 4, 2, new float[]{1, 2, 3, 4, 5, 6, 7, 9});
        assertThat(column.select(new int[]{1}).frames()).isEqualTo(2);
        assertThat(column.select(new int[]{1}).bin(2)).isEqualTo(new TimeFrequencyBin("v", 1, 0));
    }
}
