package org.fewlabel.table.image;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.fewlabel.table.file.UnreadableFileException;

/**
 * Reads image files by the image library of Java: PNG, JPEG, GIF, BMP and TIFF. The size is checked before
 * decompression. Transparent pixels are blended with white; gray values are read unchanged, 16 bits become 8. An
 * animated PNG is read as its default image.
 */
public final class ImageDecoder {

    /** The maximum size of a file. */
    public static final int MAX_BYTES = 1 << 28;

    /** The maximum number of pixels, since a small file may claim to be a huge image, which would fill the memory. */
    private static final long MAX_PIXELS = 40_000_000;

    private static final int WHITE = 255;

    private static final int COLORS = 3;

    private ImageDecoder() {
    }

    /**
     * @param file the bytes of the whole file
     * @throws UnreadableFileException if they are no image that can be used; the message says why and what to do
     */
    public static DecodedImage decode(final byte[] file) throws UnreadableFileException {
        if (file.length == 0) {
            throw new UnreadableFileException("is empty");
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            final var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnreadableFileException("is not an image of a known format; save it as PNG or JPEG");
            }
            final var reader = readers.next();
            try {
                return decode(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (final IOException | RuntimeException e) { // NOSONAR of broken files the readers throw what they like
            throw new UnreadableFileException("is damaged or unsupported (" + reason(e)
                + "); save it again as PNG");
        }
    }

    private static String reason(final Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static DecodedImage decode(final ImageReader reader, final ImageInputStream in)
        throws IOException, UnreadableFileException {
        reader.setInput(in, false, true);
        final long height = reader.getHeight(0);
        final long width = reader.getWidth(0);
        if (height * width > MAX_PIXELS) {
            throw new UnreadableFileException("has " + width + " x " + height + " pixels, more than the maximum of "
                + MAX_PIXELS / 1_000_000 + " million; reduce its size");
        }
        if (reader.getNumImages(true) > 1) {
            throw new UnreadableFileException("contains " + reader.getNumImages(true)
                + " images (an animation); save one of them as PNG");
        }
        if (!reader.getImageTypes(0).hasNext()) {
            throw forPrinting();
        }
        final var image = reader.read(0);
        if (image.getRaster().getNumBands() > COLORS && reader.getFormatName().equalsIgnoreCase("JPEG")) {
            // some versions of Java read it differently; and a JPEG is never transparent
            throw forPrinting();
        }
        return new DecodedImage(image.getHeight(), image.getWidth(), isGray(image) ? gray(image) : colored(image));
    }

    private static UnreadableFileException forPrinting() {
        return new UnreadableFileException("has an unsupported color space, such as CMYK; save it as RGB");
    }

    /** Reads gray values without Java's color space, which would make them lighter. */
    private static boolean isGray(final BufferedImage image) {
        final var type = image.getRaster().getTransferType();
        return image.getColorModel() instanceof ComponentColorModel && image.getRaster().getNumBands() <= 2
            && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
    }

    private static int[] gray(final BufferedImage image) {
        final Raster raster = image.getRaster();
        final var white = (1 << image.getColorModel().getComponentSize(0)) - 1;
        final var rgb = new int[image.getHeight() * image.getWidth()];
        final var line = new int[image.getWidth()];
        final var opacity = new int[image.getWidth()];
        Arrays.fill(opacity, white);
        for (var y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, image.getWidth(), 1, 0, line);
            if (raster.getNumBands() == 2) {
                raster.getSamples(0, y, image.getWidth(), 1, 1, opacity);
            }
            for (var x = 0; x < line.length; x++) {
                final var gray = onWhite((double)line[x] * WHITE / white, (double)opacity[x] / white);
                rgb[y * line.length + x] = gray << 16 | gray << 8 | gray;
            }
        }
        return rgb;
    }

    private static int[] colored(final BufferedImage image) {
        final var rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (var i = 0; i < rgb.length; i++) {
            final var opacity = (rgb[i] >>> 24) / (double)WHITE;
            if (opacity < 1) {
                rgb[i] = onWhite(rgb[i] >> 16 & 0xFF, opacity) << 16 | onWhite(rgb[i] >> 8 & 0xFF, opacity) << 8
                    | onWhite(rgb[i] & 0xFF, opacity);
            }
        }
        return rgb;
    }

    private static int onWhite(final double value, final double opacity) {
        return (int)Math.round(opacity * value + (1 - opacity) * WHITE);
    }
}
