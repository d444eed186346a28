package org.fewlabel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.fewlabel.learn.audio.WaveBytes;

/**
 * Speaks five digits with twelve voices, after D. H. Klatt, "Software for a cascade/parallel formant synthesizer"
 * (1980), much simplified: pulses or noise through three resonators, whose frequencies glide from sound to sound. Makes
 * the recordings of {@code test-workflows/spoken-digits}, the same bytes on every machine.
 */
final class SyntheticSpeech {

    static final Path DATA = Path.of("test-workflows", "spoken-digits", "data");

    private static final int RATE = 8000;

    private static final int VOICES = 12;

    private static final double[] BANDWIDTHS = {80, 110, 160};

    /** Frequencies of three formants in Hz, how loud, how much of it is noise, and for how many seconds. */
    private record Sound(double first, double second, double third, double volume, double noise, double seconds) {
    }

    private static final Sound AH = new Sound(640, 1190, 2390, 1, 0, 0.10);

    private static final Sound R = new Sound(330, 1060, 1580, 0.7, 0, 0.08);

    private static final Sound F = new Sound(900, 1600, 2900, 0.10, 1, 0.08);

    private static final Map<String, List<Sound>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("one",
            List.of(new Sound(300, 610, 2200, 0.6, 0, 0.08), AH, new Sound(280, 1700, 2600, 0.25, 0, 0.10)));
        WORDS.put("two", List.of(new Sound(1800, 2700, 3600, 0.3, 1, 0.04), new Sound(320, 1100, 2240, 0.9, 0, 0.08),
            new Sound(300, 870, 2240, 0.8, 0, 0.12)));
        WORDS.put("three",
            List.of(new Sound(1400, 2400, 3400, 0.08, 1, 0.06), R, new Sound(270, 2290, 3010, 0.8, 0, 0.14)));
        WORDS.put("four", List.of(F, new Sound(570, 840, 2410, 1, 0, 0.12), new Sound(350, 1060, 1600, 0.5, 0, 0.08)));
        WORDS.put("five", List.of(F, new Sound(730, 1090, 2440, 1, 0, 0.11), new Sound(390, 1990, 2550, 0.7, 0, 0.10),
            new Sound(280, 1100, 2300, 0.15, 0.3, 0.04)));
    }

    private SyntheticSpeech() {
    }

    /** Writes the recordings and the table that names them. */
    public static void main(final String[] arguments) throws IOException {
        for (final var file : files().entrySet()) {
            Files.createDirectories(DATA.resolve(file.getKey()).getParent());
            Files.write(DATA.resolve(file.getKey()), file.getValue());
        }
    }

    /** @return by name the bytes of all files */
    static Map<String, byte[]> files() {
        final var files = new TreeMap<String, byte[]>();
        final var rows = new ArrayList<String>();
        for (var voice = 0; voice < VOICES; voice++) {
            for (final var word : WORDS.keySet()) {
                final var name = "recordings/" + word + "_" + voice + ".wav";
                files.put(name, new WaveBytes().rate(RATE).of(speak(word, voice)));
                rows.add(name + "," + word + "\n");
            }
        }
        files.put("spoken-digits.csv", ("file,digit\n" + String.join("", rows)).getBytes());
        return files;
    }

    private static double[] speak(final String word, final int voice) {
        final var random = new SplittableRandom(31L * voice + word.hashCode());
        final var person = new SplittableRandom(voice);
        final var pitch = 90 + 140 * person.nextDouble();
        final var size = 0.92 + 0.0011 * (pitch - 90) + 0.05 * person.nextDouble();
        final var pace = 0.8 + 0.4 * person.nextDouble();
        final var volume = 0.2 + 0.6 * person.nextDouble();
        final var sounds = WORDS.get(word);
        final var silence = (int)(RATE * (0.01 + 0.05 * random.nextDouble()));
        final var length = (int)(RATE * pace * sounds.stream().mapToDouble(Sound::seconds).sum());
        final var samples = new double[silence + length + silence / 2];
        final var state = new double[3][2];
        var phase = 0.0;
        var loudest = 1e-9;
        for (var i = 0; i < length; i++) {
            final var sound = at(sounds, (double)i / RATE / pace);
            final var hertz = pitch * (1.1 - 0.25 * i / length);
            phase += hertz / RATE;
            final var pulse = phase >= 1 ? 1.0 : 0.0;
            phase -= pulse;
            var signal = (1 - sound.noise) * pulse * 4 + sound.noise * (2 * random.nextDouble() - 1);
            final var formants = new double[]{sound.first, sound.second, sound.third};
            for (var f = 0; f < formants.length; f++) {
                signal = resonate(signal, Math.min(3900, formants[f] * size), BANDWIDTHS[f], state[f]);
            }
            samples[silence + i] = sound.volume * signal;
            loudest = Math.max(loudest, Math.abs(samples[silence + i]));
        }
        for (var i = 0; i < samples.length; i++) {
            samples[i] = volume * samples[i] / loudest + 0.003 * (2 * random.nextDouble() - 1);
        }
        return samples;
    }

    private static double resonate(final double in, final double hertz, final double width, final double[] state) {
        final var radius = StrictMath.exp(-Math.PI * width / RATE);
        final var second = -radius * radius;
        final var first = 2 * radius * StrictMath.cos(2 * Math.PI * hertz / RATE);
        final var out = (1 - first - second) * in + first * state[0] + second * state[1];
        state[1] = state[0];
        state[0] = out;
        return out;
    }

    /** From the middle of a sound to that of the next, all glides. */
    private static Sound at(final List<Sound> sounds, final double time) {
        var middle = 0.0;
        var begin = 0.0;
        Sound before = null;
        for (final var sound : sounds) {
            final var next = begin + sound.seconds / 2;
            if (time < next) {
                return before == null ? sound : between(before, sound, (time - middle) / (next - middle));
            }
            before = sound;
            middle = next;
            begin += sound.seconds;
        }
        return before;
    }

    private static Sound between(final Sound a, final Sound b, final double share) {
        // consonants end at once, vowels glide
        final var glide = a.noise != b.noise ? (share < 0.5 ? 0 : 1) : share;
        return new Sound(mean(a.first, b.first, glide), mean(a.second, b.second, glide), mean(a.third, b.third, glide),
            mean(a.volume, b.volume, share), mean(a.noise, b.noise, glide), 0);
    }

    private static double mean(final double a, final double b, final double share) {
        return a + (b - a) * share;
    }
}
