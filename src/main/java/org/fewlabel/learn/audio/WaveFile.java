package org.fewlabel.learn.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;

/**
 * A reader for WAV files. {@code javax.sound.sampled} is not used, because it trusts the length in the header, so that
 * a file truncated in copying passes for a whole one, and because an OSGi bundle cannot rely on it.
 * <p>
 * Supported are integers of 8 (unsigned), 16, 24 and 32 bits and floating point numbers of 32 and 64 bits,
 * little-endian, plain or in the extensible format, with any number of channels at any rate (Multimedia Programming
 * Interface and Data Specifications 1.0, IBM and Microsoft 1991; the extensible format: Microsoft, "Multiple channel
 * audio data and WAVE files"). A data length of 0 or 0xFFFFFFFF, as streaming programs write it, means all bytes that
 * follow.
 */
public final class WaveFile {

    private static final int RIFF_HEADER = 12;

    private static final int CHUNK_HEADER = 8;

    private static final int PCM = 1;

    private static final int FLOAT = 3;

    private static final int EXTENSIBLE = 0xFFFE;

    private static final int FORMAT_SIZE = 16;

    /** the offset of the sample format in the extensible format */
    private static final int SUB_FORMAT = 24;

    private static final long UNKNOWN_LENGTH = 0xFFFFFFFFL;

    private static final int MAX_CHANNELS = 1024;

    private final ByteBuffer bytes;

    private int format;

    private int channels;

    private int rate;

    private int bits;

    private int dataStart = -1;

    private long dataLength;

    private boolean truncated;

    private WaveFile(final byte[] file) {
        bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads the header.
     *
     * @param file all bytes of a file; not copied
     * @throws WaveException if it is not a WAV file that can be read, or has no samples
     */
    public static WaveFile of(final byte[] file) throws WaveException {
        final var wave = new WaveFile(file);
        wave.checkKind();
        wave.readChunks();
        wave.checkFormat();
        return wave;
    }

    private void checkKind() throws WaveException {
        if (bytes.limit() == 0) {
            throw new WaveException("is an empty file");
        }
        if (bytes.limit() < RIFF_HEADER || !tag(0).equals("RIFF") || !tag(8).equals("WAVE")) {
            throw new WaveException("is not a WAV file" + actualKind() + "; save it as WAV (PCM)");
        }
    }

    private String actualKind() {
        final var start = bytes.limit() < RIFF_HEADER ? "" : tag(0);
        if (start.startsWith("ID3") || !start.isEmpty() && bytes.get(0) == -1 && (bytes.get(1) & 0xE0) == 0xE0) {
            return " but MP3";
        }
        return switch (start) {
            case "OggS" -> " but Ogg";
            case "fLaC" -> " but FLAC";
            case "FORM" -> " but AIFF";
            case "RIFX" -> " but big-endian (RIFX)";
            case "RF64" -> " but its 64-bit form (RF64)";
            default -> "";
        };
    }

    private void readChunks() throws WaveException {
        for (long at = RIFF_HEADER; at + CHUNK_HEADER <= bytes.limit();) {
            final var start = (int)at + CHUNK_HEADER;
            final var length = bytes.getInt((int)at + 4) & UNKNOWN_LENGTH;
            final var tag = tag((int)at);
            if (tag.equals("fmt ")) {
                readFormat(start, Math.min(length, bytes.limit() - start));
            } else if (tag.equals("data")) {
                final var left = bytes.limit() - start;
                dataStart = start;
                dataLength = length == 0 ? left : Math.min(length, left);
                truncated = length > left && length != UNKNOWN_LENGTH;
                return;
            }
            at = start + length + (length & 1); // chunks begin at even offsets
        }
        throw new WaveException("ends before its first sample");
    }

    private void readFormat(final int start, final long length) throws WaveException {
        if (length < FORMAT_SIZE) {
            throw new WaveException("ends within its header");
        }
        format = bytes.getShort(start) & 0xFFFF;
        channels = bytes.getShort(start + 2) & 0xFFFF;
        rate = bytes.getInt(start + 4);
        bits = bytes.getShort(start + 14) & 0xFFFF;
        if (format == EXTENSIBLE && length >= SUB_FORMAT + 2) {
            format = bytes.getShort(start + SUB_FORMAT) & 0xFFFF;
        }
    }

    private void checkFormat() throws WaveException {
        if (channels == 0) {
            throw new WaveException("does not specify the encoding of its samples");
        }
        final var whole = format == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
        if (!whole && !(format == FLOAT && (bits == 32 || bits == 64))) {
            throw new WaveException("has an unsupported encoding (format " + format + ", " + bits
                + " bits); save it as 16-bit PCM");
        }
        if (rate <= 0 || channels > MAX_CHANNELS) {
            throw new WaveException(
                "has a damaged header (" + channels + " channels, " + rate + " samples per second)");
        }
        if (frames() == 0) {
            throw new WaveException("has no samples");
        }
    }

    private String tag(final int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    /** @return samples per second */
    public int rate() {
        return rate;
    }

    /** @return the number of channels */
    public int channels() {
        return channels;
    }

    /** @return the samples per channel; at least 1 */
    public int frames() {
        return (int)(dataLength / ((long)channels * bits / 8));
    }

    /** @return the duration in seconds */
    public double seconds() {
        return (double)frames() / rate;
    }

    /** @return whether the file is shorter than its header says */
    public boolean isTruncated() {
        return truncated;
    }

    /**
     * @return the mean of all channels
     * @throws WaveException if a sample is not a finite number
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Waveform waveform(final Progress progress) throws WaveException {
        final var samples = new double[frames()];
        final var size = bits / 8;
        var at = dataStart;
        final var cancelCheck = new CancelCheck(progress);
        for (var i = 0; i < samples.length; i++) {
            cancelCheck.before(channels);
            var sum = 0.0;
            for (var c = 0; c < channels; c++) {
                sum += sample(at);
                at += size;
            }
            samples[i] = sum / channels;
            if (!Double.isFinite(samples[i])) {
                throw new WaveException("has samples that are not finite numbers");
            }
        }
        return new Waveform(samples, rate);
    }

    private double sample(final int at) {
        if (format == FLOAT) {
            return bits == 32 ? bytes.getFloat(at) : bytes.getDouble(at);
        }
        return switch (bits) {
            case 8 -> ((bytes.get(at) & 0xFF) - 128) / 128.0;
            case 16 -> bytes.getShort(at) / 32_768.0;
            case 24 -> ((bytes.get(at + 2) << 16) | (bytes.getShort(at) & 0xFFFF)) / 8_388_608.0;
            default -> bytes.getInt(at) / 2_147_483_648.0;
        };
    }
}
