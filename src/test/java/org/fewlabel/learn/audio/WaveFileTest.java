package org.fewlabel.learn.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveFileTest {

    private static final double[] SAMPLES = {0, 0.5, -0.5, 0.999, -0.999, 0.25};

    private static void assertUnusable(final byte[] file, final String message) {
        assertThatThrownBy(() -> WaveFile.of(file).waveform(Progress.NONE)).isInstanceOf(WaveException.class)
            .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"1,8,0.01", "1,16,1e-4", "1,24,1e-6", "1,32,1e-8", "3,32,1e-7", "3,64,1e-15"})
    void readsEverySampleFormat(final int format, final int bits, final double error) throws WaveException {
        for (final var writer : new WaveBytes[]{new WaveBytes(), new WaveBytes().extensible(),
            new WaveBytes().withAnOddChunk()}) {
            final var wave = WaveFile.of(writer.rate(11_127).as(format, bits).of(SAMPLES)).waveform(Progress.NONE);
            assertThat(wave.rate()).isEqualTo(11_127);
            assertThat(wave.samples()).containsExactly(SAMPLES, within(error));
        }
    }

    @Test
    void stereoBecomesTheMeanOfBothChannels() throws WaveException {
        final var file = WaveFile.of(new WaveBytes().channels(2).as(3, 64).of(0.5, -0.5, 0.5, 0.25));
        assertThat(file.channels()).isEqualTo(2);
        assertThat(file.frames()).isEqualTo(2);
        assertThat(file.waveform(Progress.NONE).samples()).containsExactly(0, 0.375);
    }

    @Test
    void aTruncatedFileIsReadAsFarAsItGoes() throws WaveException {
        final var whole = new WaveBytes().of(SAMPLES);
        assertThat(WaveFile.of(whole).isTruncated()).isFalse();
        final var cut = WaveFile.of(Arrays.copyOf(whole, whole.length - 5));
        assertThat(cut.isTruncated()).isTrue();
        assertThat(cut.waveform(Progress.NONE).samples()).hasSize(3).containsExactly(new double[]{0, 0.5, -0.5},
            within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xFFFFFFFFL})
    void aLengthThatWasNeverFilledInMeansAllBytesThatFollow(final long claimed) throws WaveException {
        final var file = WaveFile.of(new WaveBytes().claiming(claimed).of(SAMPLES));
        assertThat(file.frames()).isEqualTo(SAMPLES.length);
        assertThat(file.isTruncated()).isFalse();
    }

    @Test
    void messagesNameTheReason() {
        final var whole = new WaveBytes().of(SAMPLES);
        assertUnusable(new byte[0], "is an empty file");
        assertUnusable(new byte[]{'R', 'I'}, "is not a WAV file;");
        assertUnusable("ID3\u0004 and so on and so on".getBytes(), "is not a WAV file but MP3; save it as WAV (PCM)");
        assertUnusable(new byte[]{-1, -5, 0x50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "is not a WAV file but MP3");
        assertUnusable("OggS and so on and so on".getBytes(), "but Ogg");
        assertUnusable("fLaC and so on and so on".getBytes(), "but FLAC");
        assertUnusable("<html>not found</html>".getBytes(), "is not a WAV file;");
        assertUnusable(Arrays.copyOf(whole, 12), "ends before its first sample");
        assertUnusable(Arrays.copyOf(whole, 30), "ends within its header");
        assertUnusable(Arrays.copyOf(whole, 44), "has no samples");
        assertUnusable(Arrays.copyOf(whole, 45), "has no samples");
        assertUnusable(new WaveBytes().of(), "has no samples");
        assertUnusable(new WaveBytes().as(6, 8).of(SAMPLES), "format 6, 8 bits");
        assertUnusable(new WaveBytes().as(1, 64).of(SAMPLES), "format 1, 64 bits");
        assertUnusable(new WaveBytes().rate(0).of(SAMPLES), "damaged header");
        assertUnusable(new WaveBytes().channels(0).of(SAMPLES), "does not specify the encoding");
        assertUnusable(new WaveBytes().as(3, 32).of(0, Double.NaN), "not finite");
    }

    /** Any bytes give a recording or a message for the user. */
    @Test
    void anyBytesGiveARecordingOrAMessage() {
        final var random = new Random(5);
        final var whole = new WaveBytes().withAnOddChunk().extensible().of(SAMPLES);
        var good = 0;
        for (var i = 0; i < 20_000; i++) {
            final var damaged = Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 7));
            for (var k = random.nextInt(4); k >= 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte)random.nextInt(256);
            }
            try {
                assertThat(WaveFile.of(damaged).waveform(Progress.NONE).samples()).isNotEmpty();
                good++;
            } catch (final WaveException e) {
                assertThat(e).hasMessageMatching("(is|has|ends|does) .*");
            }
        }
        assertThat(good).isBetween(100, 19_900);
    }

    @Test
    void silenceIsAConstantSignal() throws WaveException {
        assertThat(WaveFile.of(new WaveBytes().of(0, 0, 0)).waveform(Progress.NONE).isSilent()).isTrue();
        assertThat(WaveFile.of(new WaveBytes().of(0, 0, 1e-3)).waveform(Progress.NONE).isSilent()).isFalse();
    }
}
