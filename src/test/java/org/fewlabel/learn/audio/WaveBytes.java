package org.fewlabel.learn.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes valid and invalid WAV files of every kind. */
public final class WaveBytes {

    private int rate = 8000;

    private int channels = 1;

    private int format = 1;

    private int bits = 16;

    private boolean extensible;

    private boolean oddChunk;

    private long claimed = -1;

    public WaveBytes rate(final int newRate) {
        rate = newRate;
        return this;
    }

    public WaveBytes channels(final int newChannels) {
        channels = newChannels;
        return this;
    }

    /** @param newFormat 1 for integers, 3 for floating point */
    public WaveBytes as(final int newFormat, final int newBits) {
        format = newFormat;
        bits = newBits;
        return this;
    }

    public WaveBytes extensible() {
        extensible = true;
        return this;
    }

    /** Adds a chunk of 3 bytes, and a padding byte, before the samples. */
    public WaveBytes withAnOddChunk() {
        oddChunk = true;
        return this;
    }

    /** The length of the samples in bytes according to the header, true or not. */
    public WaveBytes claiming(final long length) {
        claimed = length;
        return this;
    }

    /** @param samples from -1 to 1, those of all channels at a time together */
    public byte[] of(final double... samples) {
        final var data = ByteBuffer.allocate(samples.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(samples).forEach(sample -> put(data, sample));
        final var file = new ByteArrayOutputStream();
        tag(file, "RIFF");
        number(file, 36 + data.capacity(), 4);
        tag(file, "WAVE");
        tag(file, "fmt ");
        number(file, extensible ? 40 : 16, 4);
        number(file, extensible ? 0xFFFE : format, 2);
        number(file, channels, 2);
        number(file, rate, 4);
        number(file, (long)rate * channels * bits / 8, 4);
        number(file, (long)channels * bits / 8, 2);
        number(file, bits, 2);
        if (extensible) {
            number(file, 22, 2);
            number(file, bits, 2);
            number(file, 0, 4);
            number(file, format, 2);
            file.writeBytes(new byte[14]);
        }
        if (oddChunk) {
            tag(file, "LIST");
            number(file, 3, 4);
            file.writeBytes(new byte[4]);
        }
        tag(file, "data");
        number(file, claimed < 0 ? data.capacity() : claimed, 4);
        file.writeBytes(data.array());
        return file.toByteArray();
    }

    private void put(final ByteBuffer data, final double sample) {
        if (format == 3) {
            if (bits == 32) {
                data.putFloat((float)sample);
            } else {
                data.putDouble(sample);
            }
        } else if (bits == 8) {
            data.put((byte)Math.round(128 + sample * 127));
        } else {
            final var value = Math.round(sample * ((1L << (bits - 1)) - 1));
            for (var b = 0; b < bits; b += 8) {
                data.put((byte)(value >> b));
            }
        }
    }

    private static void tag(final ByteArrayOutputStream file, final String tag) {
        file.writeBytes(tag.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void number(final ByteArrayOutputStream file, final long value, final int size) {
        for (var b = 0; b < size; b++) {
            file.write((int)(value >> (8 * b)));
        }
    }

    /** A tone. */
    public static double[] tone(final double hertz, final int rate, final double seconds) {
        final var samples = new double[(int)(rate * seconds)];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = 0.5 * Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return samples;
    }
}
