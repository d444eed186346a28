package org.fewlabel.learn.data;

import java.util.regex.Pattern;

import org.fewlabel.device.UserMessageException;

/**
 * How the numbers of a vector lie in a plane: row by row from the top, in each from the left, for each place its
 * channels one after the other. Of a spectrogram a row is a frame, and a place of it a band.
 *
 * @param meaning what is in the plane
 * @param height places from top to bottom
 * @param width places from left to right
 * @param channels numbers for each place: of a gray image and of frames one, of a colored image three
 */
public record Shape(Meaning meaning, int height, int width, int channels) {

    /** More numbers than these in one cell are taken for damage, or a slip of the keyboard. */
    public static final int MOST = 1 << 24;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,7}) ?x ?(\\d{1,7})(?: ?x ?(\\d{1,7}))?");

    /** What is in the plane. */
    public enum Meaning {
        /** an image: what is seen in it may be anywhere, and all numbers of a channel are of one scale */
        IMAGE,
        /** frames one after the other, each with numbers of its own scale, such as a spectrogram */
        FRAMES
    }

    /** @throws IllegalArgumentException if there is no place or no channel, or more than {@value #MOST} numbers */
    public Shape {
        if (height < 1 || width < 1 || channels < 1 || (double)height * width * channels > MOST) {
            throw new UserMessageException(
                "There is no vector of the shape " + height + " x " + width + " x " + channels
                    + ": each must be at least 1, and all numbers together at most " + MOST + ".");
        }
    }

    /** An image. */
    public Shape(final int height, final int width, final int channels) {
        this(Meaning.IMAGE, height, width, channels);
    }

    /** @return so many frames of so many numbers */
    public static Shape frames(final int frames, final int bands) {
        return new Shape(Meaning.FRAMES, frames, bands, 1);
    }

    /**
     * @param text height, width and perhaps channels of an image, as in "32 x 32 x 3" or "8x8"
     * @throws UserMessageException if it is something else; the message is for the user
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

    /** @return how many numbers there are */
    public int size() {
        return height * width * channels;
    }

    /** @return of an image text that {@link #parse} reads, of frames their number and how many numbers each has */
    @Override
    public String toString() {
        return height + " x " + width + (isImage() ? " x " + channels : "");
    }
}
