package org.fewlabel.table.image;

import java.util.Arrays;
import java.util.Objects;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.table.file.UnreadableFileException;

/**
 * Collects the images of a column, resized to one size: a given one, or the median height and width, at most 64, in
 * color if any of them has color.
 */
public final class ImageCollector {

    private static final int MAX_SIDE = 64;

    private static final int COLORS = 3;

    private final String name;

    private final DecodedImage[] images;

    /** Null if derived from the images. */
    private final Shape wanted;

    private final int[] heights;

    private final int[] widths;

    /**
     * @param name of the column
     * @param rows the maximum number of rows
     * @param wanted the size of all images; {@code null} to derive it from them
     * @throws UserMessageException if that has neither one channel nor three; the message is for the user
     */
    public ImageCollector(final String name, final int rows, final Shape wanted) {
        if (wanted != null && wanted.channels() != 1 && wanted.channels() != COLORS) {
            throw new UserMessageException(
                "The images of the column \"" + name + "\" cannot be brought to " + wanted
                    + ": they have one channel (gray) or three (color).");
        }
        this.name = name;
        this.wanted = wanted;
        this.images = new DecodedImage[rows];
        this.heights = new int[rows];
        this.widths = new int[rows];
    }

    /**
     * @param row of the image
     * @param file the bytes of the image's file
     * @throws UnreadableFileException if they are no image that can be used
     */
    public void add(final int row, final byte[] file) throws UnreadableFileException {
        final var image = ImageDecoder.decode(file);
        heights[row] = image.height();
        widths[row] = image.width();
        images[row] = wanted == null
            ? image.resized(Math.min(MAX_SIDE, image.height()), Math.min(MAX_SIDE, image.width()))
            : image.resized(wanted.height(), wanted.width());
    }

    /** Copies the image of another row. */
    public void repeat(final int row, final int other) {
        heights[row] = heights[other];
        widths[row] = widths[other];
        images[row] = images[other];
    }

    /** @return whether there is no image */
    public boolean isEmpty() {
        return Arrays.stream(images).allMatch(Objects::isNull);
    }

    /**
     * @param rows the number of rows
     * @return the images as vectors with their shape, with values from 0 to 255; a row without image is missing
     * @throws UserMessageException if they do not fit in memory; the message is for the user
     */
    public VectorColumn column(final int rows) {
        final var present = Arrays.stream(images, 0, rows).filter(Objects::nonNull).toArray(DecodedImage[]::new);
        if (present.length == 0) {
            return new VectorColumn(name, rows, 0, new float[0]);
        }
        final var shape = wanted != null ? wanted
            : new Shape(median(heights), median(widths),
                Arrays.stream(present).anyMatch(DecodedImage::isColored) ? COLORS : 1);
        final var size = (long)rows * shape.size();
        if (size > Integer.MAX_VALUE - 8) {
            throw new UserMessageException("The column \"" + name + "\" has " + rows + " images of " + shape
                + ", which are too many to be held in memory. Use fewer rows or a smaller image size.");
        }
        final var values = new float[(int)size];
        for (var row = 0; row < rows; row++) {
            final var from = row * shape.size();
            if (images[row] == null) {
                Arrays.fill(values, from, from + shape.size(), Float.NaN);
            } else {
                images[row].resized(shape.height(), shape.width()).write(shape, values, from);
                images[row] = null; // frees memory for the numbers
            }
        }
        return new VectorColumn(name, rows, shape.size(), values, shape);
    }

    private static int median(final int[] sides) {
        final var sorted = Arrays.stream(sides).filter(side -> side > 0).sorted().toArray();
        return Math.min(MAX_SIDE, sorted[sorted.length / 2]);
    }
}
