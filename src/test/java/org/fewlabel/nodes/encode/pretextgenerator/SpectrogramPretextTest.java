package org.fewlabel.nodes.encode.pretextgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;

import java.util.Arrays;

import org.fewlabel.learn.audio.WaveBytes;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.prepare.spectrogram.SpectrogramNodeFactory;
import org.fewlabel.port.PretextPortObject;
import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** Spectrogram, then Pretext Generator: the frames of a spectrogram come through. */
class SpectrogramPretextTest {

    private static final int FRAMES = 16;

    private static final int BANDS = 40;

    private static BufferedDataTable described() throws Exception {
        final var sounds = new Object[12];
        Arrays.setAll(sounds, i -> new WaveBytes().of(WaveBytes.tone(300 + 100 * i, 8000, 0.2 + 0.02 * i)));
        return TestRun.of(new SpectrogramNodeFactory(), new TestTable().files("sound", sounds).build()).table(0);
    }

    @Test
    void spectrogramsAreMaskedInTimeAndPitch() throws Exception {
        final var run = TestRun.of(new PretextGeneratorNodeFactory(), s -> s.addString("task", "TIME_FREQUENCY"),
            described());
        assertThat(((PretextPortObject)run.object(0)).task().kind()).isEqualTo(PretextTask.Kind.TIME_FREQUENCY);
        final var examples = run.table(1);
        final var shown = texts(examples, "Shown");
        final var index = examples.getDataTableSpec().findColumnIndex("Spectrogram");
        var at = 0;
        var views = 0;
        for (final var row : examples) {
            final var cells = (ListDataValue)row.getCell(index);
            assertThat(cells.size()).isEqualTo(FRAMES * BANDS);
            var hidden = 0;
            var frames = 0;
            for (var f = 0; f < FRAMES; f++) {
                var gone = 0;
                for (var b = 0; b < BANDS; b++) {
                    gone += cells.get(f * BANDS + b).isMissing() ? 1 : 0;
                }
                hidden += gone;
                frames += gone == BANDS ? 1 : 0;
            }
            if (shown.get(at).equals("original")) {
                assertThat(hidden).isZero();
            } else {
                views++;
                assertThat(frames).as("whole frames that are hidden").isBetween(1, 10);
                assertThat(hidden).isBetween(FRAMES + BANDS - 1, FRAMES * BANDS - 1);
            }
            at++;
        }
        assertThat(views).isEqualTo(10);
    }

    @Test
    void otherColumnsHaveNoTimeAndNoPitch() {
        assertThatThrownBy(
            () -> TestRun.of(new PretextGeneratorNodeFactory(), s -> s.addString("task", "TIME_FREQUENCY"),
                new TestTable().doubles("x", 1.0, 2.0, 3.0).doubles("y", 3.0, 1.0, 2.0).build()))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("needs a column from the node Spectrogram");
    }
}
