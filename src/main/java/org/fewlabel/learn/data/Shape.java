package org.fewlabel.learn.data;

import java.util.regex.Pattern;

import org.fewlabel.device.UserMessageException;

/**
 * The shape of vectors that are images or frames: values are ordered by row from the top, then by column from the left,
 * then by channel. A row of a spectrogram is a frame, and a column a frequency band.
 *
 * @param meaning what the vectors are
 * @param height the number of rows (of pixels, or frames)
 * @param width the number of columns (of pixels, or bands)
 * @param channels the number of values per pixel: 1 for gray images and frames, 3 for color images
 */
public record Shape(Meaning meaning, int height, int width, int channels) {

    /** The maximum number of values per cell; more are treated as damage or a typing error. */
    public static final int MAX_SIZE = 1 << 24;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,7}) ?x ?(\\d{1,7})(?: ?x ?(\\d{1,7}))?");

    /** What the vectors are. */
    public enum Meaning {
        /** images: objects may be anywhere, and all values of a channel have the same scale */
        IMAGE,
        /** sequences of frames, whose bands have scales of their own, such as spectrograms */
        FRAMES
    }

    /** @throws IllegalArgumentException if a size is below 1, or there are more than {@value #MAX_SIZE} values */
    public Shape {
        if (height < 1 || width < 1 || channels < 1 || (double)height * width * channels > MAX_SIZE) {
            throw new UserMessageException(
                "There is no vector of the shape " + height + " x " + width + " x " + channels
                    + ": each must be at least 1, and all numbers together at most " + MAX_SIZE + ".");
        }
    }

    /** The shape of images. */
    public Shape(final int height, final int width, final int channels) {
        this(Meaning.IMAGE, height, width, channels);
    }

    /** @return the shape of frames with {@code bands} values each */
    public static Shape frames(final int frames, final int bands) {
        return new Shape(Meaning.FRAMES, frames, bands, 1);
    }

    /**
     * @param text height, width and optionally channels of an image, such as "32 x 32 x 3" or "8x8"
     * @throws UserMessageException if it is anything else; the message is for the user
     */
    public static Shape parse(final String text) {
        final var matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            throw new UserMessageException(
                "\"" + text
                    + "\" is no shape. Write height x width, or height x width x channels, such as 32 x 32 x 3.");
        }
        return new Shape(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
            matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3)));
    }

    /** @return whether it is an image */
    public boolean isImage() {
        return meaning == Meaning.IMAGE;
    }

    /** @return the number of values */
    public int size() {
        return height * width * channels;
    }

    /** @return for images a text that {@link #parse} reads, for frames their number and size */
    @Override
    public String toString() {
        return height + " x " + width + (isImage() ? " x " + channels : "");
    }
}
