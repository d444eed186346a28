package org.fewlabel.learn.pretext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.Pictures;
import org.fewlabel.learn.data.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageViewsTest {

    private static PretextTask task(final PretextTask.Kind kind, final double strength, final boolean flip) {
        return new PretextTask(kind, List.of("image"), strength, 2, flip, 1);
    }

    private static ImageViews views(final PretextTask.Kind kind, final Shape shape) {
        return new ImageViews(task(kind, kind.defaultStrength(), false), shape);
    }

    /** The numbers 1, 2, 3, ... */
    private static float[] image(final Shape shape) {
        final var image = new float[shape.size()];
        for (var i = 0; i < image.length; i++) {
            image[i] = i + 1;
        }
        return image;
    }

    private static float[] view(final ImageViews views, final float[] image, final SplittableRandom random) {
        final var view = new float[image.length];
        views.view(image, 0, view, 0, 1, Float.NaN, random);
        return view;
    }

    @Test
    void turnsCounterClockwise() {
        final var shape = new Shape(2, 2, 2);
        final var expected = List.of(new float[]{1, 2, 3, 4, 5, 6, 7, 8}, new float[]{3, 4, 7, 8, 1, 2, 5, 6},
            new float[]{7, 8, 5, 6, 3, 4, 1, 2}, new float[]{5, 6, 1, 2, 7, 8, 3, 4});
        final var views = views(PretextTask.Kind.ROTATE, shape);
        final var random = new SplittableRandom(1);
        final var seen = new HashSet<Integer>();
        for (var i = 0; i < 50; i++) {
            final var view = new float[8];
            final var answer = views.view(image(shape), 0, view, 0, 1, 0, random);
            assertThat(view).isEqualTo(expected.get(answer));
            seen.add(answer);
        }
        assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"5,3,24", "8,8,24", "24,31,64", "2,2,24"})
    void aJigsawHasAllPixelsAndEachShuffleIsAnother(final int height, final int width, final int shuffles) {
        final var shape = new Shape(height, width, 1);
        final var puzzle = Puzzle.of(PretextTask.Kind.JIGSAW, shape, 1);
        assertThat(puzzle.answers()).isEqualTo(shuffles);
        final var seen = new HashSet<List<Integer>>();
        for (var a = 0; a < shuffles; a++) {
            assertThat(Arrays.stream(puzzle.sources(a)).sorted().toArray())
                .isEqualTo(IntStream.range(0, shape.size()).toArray());
            seen.add(Arrays.stream(puzzle.sources(a)).boxed().toList());
        }
        assertThat(seen).hasSize(shuffles);
    }

    @Test
    void aRectangleIsStretchedWhenItIsTurned() {
        final var puzzle = Puzzle.of(PretextTask.Kind.ROTATE, new Shape(2, 4, 1), 1);
        assertThat(puzzle.sources(1)).containsExactly(2, 2, 6, 6, 0, 0, 4, 4);
        assertThat(puzzle.sources(2)).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void patchesAreHiddenWhole() {
        final var shape = new Shape(8, 6, 3);
        final var image = image(shape);
        final var view = view(views(PretextTask.Kind.PATCHES, shape), image, new SplittableRandom(1));
        var hidden = 0;
        for (var i = 0; i < view.length; i++) {
            final var y = i / 3 / 6;
            final var x = i / 3 % 6;
            final var corner = ((y / 2 * 2) * 6 + x / 2 * 2) * 3;
            assertThat(Float.isNaN(view[i])).isEqualTo(Float.isNaN(view[corner]));
            hidden += Float.isNaN(view[i]) ? 1 : 0;
            assertThat(Float.isNaN(view[i]) || view[i] == image[i]).isTrue();
        }
        assertThat(hidden).isEqualTo(view.length / 2);
    }

    @Test
    void aWeakViewIsTranslatedByUpToAnEighth() {
        final var shape = new Shape(8, 8, 1);
        final var image = image(shape);
        final var views = views(PretextTask.Kind.IMAGE, shape);
        final var random = new SplittableRandom(1);
        final var seen = new HashSet<List<Integer>>();
        for (var i = 0; i < 200; i++) {
            final var view = new float[64];
            views.weak(image, 0, view, 0, random);
            final var down = Math.round((view[27] - image[27]) / 8);
            final var across = Math.round(view[27] - image[27] - 8 * down);
            seen.add(List.of(down, across));
            for (var y = 0; y < 8; y++) {
                for (var x = 0; x < 8; x++) {
                    final var from = Math.max(0, Math.min(7, y + down)) * 8 + Math.max(0, Math.min(7, x + across));
                    assertThat(view[y * 8 + x]).isEqualTo(image[from]);
                }
            }
        }
        assertThat(seen).hasSize(9).allMatch(shift -> Math.abs(shift.get(0)) <= 1 && Math.abs(shift.get(1)) <= 1);
    }

    @Test
    void imagesAreMirroredOnlyOnRequest() {
        final var shape = new Shape(1, 2, 1);
        final var image = new float[]{1, 9};
        for (final var flip : new boolean[]{false, true}) {
            final var views = new ImageViews(task(PretextTask.Kind.IMAGE, 1, flip), shape);
            final var random = new SplittableRandom(1);
            var mirrored = 0;
            for (var i = 0; i < 100; i++) {
                final var view = new float[2];
                views.weak(image, 0, view, 0, random);
                mirrored += view[0] > view[1] ? 1 : 0;
            }
            assertThat(mirrored).isBetween(flip ? 30 : 0, flip ? 70 : 0);
        }
    }

    /** So raw images can be shown as encoded ones are passed to the network. */
    @Test
    void viewsAreRelativeToTheDeviationOfTheImage() {
        final var shape = new Shape(9, 7, 3);
        final var image = image(shape);
        final var scaled = new float[image.length];
        for (var i = 0; i < image.length; i++) {
            scaled[i] = 0.1f * image[i] - 3;
        }
        for (var seed = 0; seed < 20; seed++) {
            final var view = view(views(PretextTask.Kind.IMAGE, shape), image, new SplittableRandom(seed));
            final var other = view(views(PretextTask.Kind.IMAGE, shape), scaled, new SplittableRandom(seed));
            for (var i = 0; i < view.length; i++) {
                assertThat(other[i]).isCloseTo(0.1f * view[i] - 3, within(1e-3f));
            }
            assertThat(view).isNotEqualTo(image);
        }
    }

    /** A stronger view is further from the image. */
    @Test
    void strongerViewsAreFurtherFromTheImage() {
        final var shape = new Shape(12, 12, 1);
        final var image = ((org.fewlabel.learn.data.VectorColumn)Pictures.bars(1, shape, 1).columns().get(0)).values();
        var before = 0.0;
        for (final var strength : new double[]{0.05, 0.3, 1}) {
            final var views = new ImageViews(task(PretextTask.Kind.IMAGE, strength, false), shape);
            final var random = new SplittableRandom(1);
            var distance = 0.0;
            for (var i = 0; i < 200; i++) {
                final var view = view(views, image, random);
                for (var d = 0; d < view.length; d++) {
                    distance += Math.abs(view[d] - image[d]);
                }
            }
            assertThat(distance).isGreaterThan(1.3 * before);
            before = distance;
        }
    }

    @Test
    void aSinglePixelHasViewsButIsNoPuzzle() {
        final var shape = new Shape(1, 1, 3);
        assertThat(view(views(PretextTask.Kind.IMAGE, shape), new float[]{1, 2, 3}, new SplittableRandom(1))).hasSize(3)
            .doesNotContain(Float.NaN);
        assertThat(view(views(PretextTask.Kind.PATCHES, shape), new float[]{1, 2, 3}, new SplittableRandom(1)))
            .containsOnly(Float.NaN);
        assertThatThrownBy(() -> views(PretextTask.Kind.ROTATE, shape)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("at least 2 x 2").hasMessageContaining("\"image\" has 1 x 1");
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAGE", "ROTATE", "JIGSAW", "PATCHES"})
    void tasksForImagesNeedOne(final PretextTask.Kind kind) {
        assertThatThrownBy(() -> task(kind, 0.5, false).checkShape(Optional.empty()))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(kind.text())
            .hasMessageContaining("one feature column with images");
        final var images = Pictures.bars(3, new Shape(6, 6, 1), 1);
        final var examples = Examples.of(task(kind, 0.5, false), images, new int[]{2, 0}, new SplittableRandom(1));
        assertThat(examples).hasSize(kind == PretextTask.Kind.IMAGE ? 2 : 1);
        assertThat(examples.get(0).rows().size()).isEqualTo(2);
        assertThat(examples.get(0).answers())
            .allMatch(answer -> kind.isPuzzle() ? answer >= 0 && answer < examples.get(0).of() : answer == -1);
    }

    @Test
    void onlySingleImageColumnsGetViews() {
        assertThat(TaskChoice.of(Pictures.bars(3, new Shape(6, 6, 1), 1)).kind()).isEqualTo(PretextTask.Kind.IMAGE);
    }

    @Test
    void aStoredTaskIsTheSame() {
        for (final var flip : new boolean[]{false, true}) {
            final var task = task(PretextTask.Kind.IMAGE, 0.4, flip);
            assertThat(PretextTask.restore(task.state())).isEqualTo(task);
            assertThat(task.state().entries().containsKey("flip")).isEqualTo(flip);
        }
    }
}
