package org.fewlabel.table.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.table.file.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private static final Shape ONE_BY_TWO = new Shape(1, 2, 1);

    private static float[] numbers(final byte[] file, final Shape shape) throws UnreadableFileException {
        final var numbers = new float[shape.size()];
        ImageDecoder.decode(file).write(shape, numbers, 0);
        return numbers;
    }

    private static void assertRefused(final byte[] file, final String... words) {
        assertThatThrownBy(() -> ImageDecoder.decode(file)).isInstanceOf(UnreadableFileException.class)
            .hasMessageContainingAll(words);
    }

    @Test
    void grayIsAsItIsInTheFile() throws Exception {
        assertThat(numbers(Files.gray(1, 2, 128, 7), ONE_BY_TWO)).containsExactly(128, 7);
        final var both = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        both.getRaster().setPixels(0, 0, 2, 1, new int[]{100, 100});
        assertThat(numbers(Files.file(both, "jpeg"), ONE_BY_TWO)).containsExactly(100, 100);
    }

    @Test
    void sixteenBitsBecomeEight() throws Exception {
        final var gray = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        gray.getRaster().setPixels(0, 0, 2, 1, new int[]{128 * 257, 65535});
        assertThat(numbers(Files.file(gray, "png"), ONE_BY_TWO)).containsExactly(128, 255);

        final var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 2, 1, 3, null);
        raster.setPixels(0, 0, 2, 1, new int[]{257, 2 * 257, 3 * 257, 65535, 0, 128 * 257});
        final var model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1,
            DataBuffer.TYPE_USHORT);
        assertThat(numbers(Files.file(new BufferedImage(model, raster, false, null), "png"), new Shape(1, 2, 3)))
            .containsExactly(1, 2, 3, 255, 0, 128);
    }

    @Test
    void colorsBecomeGrayByHowLightTheyAre() throws Exception {
        final var file = Files.colored(1, 2, 0xFF0000, 0x010203);
        assertThat(ImageDecoder.decode(file).isColored()).isTrue();
        assertThat(numbers(file, new Shape(1, 2, 3))).containsExactly(255, 0, 0, 1, 2, 3);
        assertThat(numbers(file, ONE_BY_TWO)[0]).isEqualTo(0.299f * 255);
        assertThat(ImageDecoder.decode(Files.colored(1, 2, 0x040404, 0xFFFFFF)).isColored()).isFalse();
        assertThat(numbers(Files.gray(1, 2, 5, 6), new Shape(1, 2, 3))).containsExactly(5, 5, 5, 6, 6, 6);
    }

    @Test
    void whatIsTransparentIsOnWhite() throws Exception {
        final var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00123456);
        image.setRGB(1, 0, 0x80000000);
        assertThat(numbers(Files.file(image, "png"), new Shape(1, 2, 3))).containsExactly(255, 255, 255, 127, 127, 127);

        final var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 2, 1, 2, null);
        raster.setPixels(0, 0, 2, 1, new int[]{100, 0, 100, 255});
        final var model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, 3,
            DataBuffer.TYPE_BYTE);
        assertThat(numbers(Files.file(new BufferedImage(model, raster, false, null), "png"), ONE_BY_TWO))
            .containsExactly(255, 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
    void oneOrTwoColorsAndOtherFormats(final String format) throws Exception {
        final var image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xFFFFFF);
        assertThat(numbers(Files.file(image, format), ONE_BY_TWO)).containsExactly(0, 255);
    }

    @Test
    void aSinglePixel() throws Exception {
        assertThat(Arrays.stream(ImageDecoder.decode(Files.gray(1, 1, 9)).resized(3, 2).rgb()).boxed().toList())
            .hasSize(6)
            .allMatch(pixel -> (pixel & 0xFF) == 9);
    }

    /** No memory is taken for it: the claim alone is 40 GB. */
    @Test
    void whatClaimsToBeHugeIsNotUnpacked() {
        assertRefused(Files.claims(100_000, 100_000), "100000 x 100000 pixels", "more than the maximum of 40 million",
            "reduce its size");
        assertRefused(Files.claims(Integer.MAX_VALUE, Integer.MAX_VALUE), "pixels");
    }

    @Test
    void whatIsCutOffIsDamaged() {
        final var pixels = new int[64 * 64];
        Arrays.setAll(pixels, i -> i * 7919 & 0xFF);
        final var file = Files.gray(64, 64, pixels);
        for (final var length : new int[]{9, 20, 40, file.length / 2, file.length - 30}) {
            assertRefused(Arrays.copyOf(file, length), "is damaged", "save it again");
        }
        assertRefused(Files.claims(4, 4), "is damaged");
    }

    /** Whatever byte is wrong, there is an image or a message. */
    @Test
    void whateverByteIsWrong() throws Exception {
        final var file = Files.colored(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        var refused = 0;
        for (var at = 0; at < file.length; at++) {
            final var wrong = file.clone();
            wrong[at] ^= 0x55;
            try {
                assertThat(ImageDecoder.decode(wrong).rgb()).isNotEmpty();
            } catch (final UnreadableFileException e) {
                assertThat(e).hasMessageMatching("(?s)(is|has) .*");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    @Test
    void whatIsNoImage() {
        assertRefused(new byte[0], "is empty");
        assertRefused("hello, this is text".getBytes(StandardCharsets.UTF_8), "not an image of a known format",
            "PNG or JPEG");
    }

    @Test
    void anAnimationIsNotOneImage() throws Exception {
        assertRefused(Files.animation(3), "contains 3 images", "animation");
        assertThat(ImageDecoder.decode(Files.animation(1)).width()).isEqualTo(3);
    }

    @Test
    void colorsForPrintingAreRefused() throws Exception {
        final var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);
        final var bytes = new ByteArrayOutputStream();
        final var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
        final var plain = bytes.toByteArray();
        assertRefused(plain, "CMYK", "RGB");
        // as most programs write it: with Adobe's mark, behind the first two bytes
        final var mark = new byte[]{(byte)0xFF, (byte)0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        final var marked = Arrays.copyOf(plain, plain.length + mark.length);
        System.arraycopy(mark, 0, marked, 2, mark.length);
        System.arraycopy(plain, 2, marked, 2 + mark.length, plain.length - 2);
        assertRefused(marked, "CMYK", "RGB");
    }

    @Test
    void fewerPixelsAreTheMeansOfMore() throws Exception {
        final var image = ImageDecoder.decode(Files.gray(2, 4, 0, 100, 10, 10, 100, 200, 20, 40));
        final var numbers = new float[2];
        image.resized(1, 2).write(ONE_BY_TWO, numbers, 0);
        assertThat(numbers).containsExactly(100, 20);
        assertThat(image.resized(2, 4)).isSameAs(image);
    }

    @Test
    void picturesOfNumbersCanBeReadAgain() throws Exception {
        final var shape = new Shape(2, 2, 1);
        final var read = ImageDecoder.decode(PngFile.of(new float[]{9, -1, 0, Float.NaN, 1}, 1, shape, -1, 1));
        assertThat(read.height()).isEqualTo(128);
        final var numbers = new float[4];
        read.resized(2, 2).write(shape, numbers, 0);
        assertThat(numbers).containsExactly(0, 128, 128, 255);
    }
}
