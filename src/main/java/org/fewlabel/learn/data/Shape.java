package org.fewlabel.learn.data;

import java.util.regex.Pattern;

/**
 * How the numbers of a vector lie in a plane: row by row from the top, in each from the left, for each place its channels
 * one after the other. A grey image has one channel, a coloured one three, a spectrogram one.
 *
 * @param height places from top to bottom
 * @param width places from left to right
 * @param channels numbers for each place
 */
public record Shape(int height, int width, int channels) {

    /** More numbers than these in one cell are taken for damage, or a slip of the keyboard. */
    public static final int MOST = 1 << 22;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,7}) ?x ?(\\d{1,7})(?: ?x ?(\\d{1,7}))?");

    /** @throws IllegalArgumentException if there is no place or no channel, or more than {@value #MOST} numbers */
    public Shape {
        if (height < 1 || width < 1 || channels < 1 || (double)height * width * channels > MOST) {
            throw new IllegalArgumentException("There is no vector of the shape " + height + " x " + width + " x " + channels
                + ": each must be at least 1, and all numbers together at most " + MOST + ".");
        }
    }

    /**
     * @param text height, width and perhaps channels, as in "32 x 32 x 3" or "8x8"
     * @throws IllegalArgumentException if it is something else; the message is for the user
     */
    public static Shape parse(final String text) {
        final var matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                "\"" + text + "\" is no shape. Write height x width, or height x width x channels, such as 32 x 32 x 3.");
        }
        return new Shape(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
            matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3)));
    }

    /** @return how many numbers there are */
    public int size() {
        return height * width * channels;
    }

    /** @return text that {@link #parse} reads */
    @Override
    public String toString() {
        return height + " x " + width + " x " + channels;
    }
}
