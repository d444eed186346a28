package org.fewlabel.learn.pretext;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.Shuffle;

/**
 * The image augmentations of the pretext tasks. Changes of brightness, contrast and noise are relative to the standard
 * deviation of the image, so they do not depend on a prior scaling of its numbers. For one thread at a time.
 * <ul>
 * <li>{@link PretextTask.Kind#IMAGE}, after SimCLR (Chen et al. 2020, appendix A) and RandAugment (Cubuk et al. 2020),
 * times the strength: rotation by up to 30 degrees, scaling by up to 30 %, shear by up to 0.3, translation by up to a
 * quarter, contrast and brightness changed by up to 80 % of the standard deviation (in color: each channel by a quarter
 * of that independently), blur with probability 1/2, noise of up to 40 %, and cutout (DeVries &amp; Taylor 2017) of a
 * square of up to half the side, which is filled with the mean.</li>
 * <li>{@link PretextTask.Kind#ROTATE} and {@link PretextTask.Kind#JIGSAW} permute the pixels, {@link Puzzle}.</li>
 * <li>{@link PretextTask.Kind#PATCHES} masks squares of an eighth of the side, at least 2 pixels.</li>
 * </ul>
 */
public final class ImageViews {

    /** The maximum translation of a weak view, relative to the side of the image, as in FixMatch (Sohn et al. 2020). */
    private static final double WEAK_SHIFT = 0.125;

    private static final double SHIFT = 0.25;

    private static final double ROTATION = Math.toRadians(30);

    private static final double SCALE = 0.3;

    private static final double TONE = 0.8;

    private static final double NOISE = 0.4;

    private static final double CUTOUT = 0.5;

    private static final int PATCHES = 8;

    private final PretextTask task;

    private final Shape shape;

    private final Picture picture;

    /** Null if the task is not a puzzle. */
    private final Puzzle puzzle;

    /**
     * @param task of a kind that needs a shape
     * @param shape of the images
     * @throws IllegalArgumentException if the task does not suit such images
     */
    public ImageViews(final PretextTask task, final Shape shape) {
        task.checkShape(Optional.of(shape));
        this.task = task;
        this.shape = shape;
        this.picture = new Picture(shape);
        this.puzzle = task.kind().isPuzzle() ? Puzzle.of(task.kind(), shape, task.seed()) : null;
    }

    /** @return whether both views of an image are augmented, see {@link PretextTask.Kind#changesBoth} */
    boolean changesBoth() {
        return task.kind().changesBoth();
    }

    /** @return the number of permutations of a puzzle, the classes to predict */
    public int answers() {
        return puzzle.answers();
    }

    /**
     * Writes an augmented view of an image.
     *
     * @param source contains the image, from {@code from} on
     * @param target receives the view, from {@code to} on
     * @param share the share of the strength that is applied, 0 to 1
     * @param maskValue the value of masked numbers
     * @return the permutation of a puzzle, from 0; -1 for other tasks
     */
    public int view(final float[] source, final int from, final float[] target, final int to, final double share,
        final float maskValue, final SplittableRandom random) {
        picture.load(source, from);
        var answer = -1;
        switch (task.kind()) {
            case IMAGE -> augment(task.strength() * share, random);
            case ROTATE, JIGSAW -> {
                answer = random.nextInt(puzzle.answers());
                picture.permute(puzzle.sources(answer));
            }
            default -> mask(task.strength() * share, maskValue, random);
        }
        picture.store(target, to);
        return answer;
    }

    /** Writes a weakly augmented view: translated by whole pixels, and mirrored if the task does so. */
    public void weak(final float[] source, final int from, final float[] target, final int to,
        final SplittableRandom random) {
        picture.load(source, from);
        final var down = shift(shape.height(), random);
        final var across = shift(shape.width(), random);
        final var mirror = mirrors(random);
        picture.resample((y, x) -> new double[]{y + (double)down, mirrored(x, mirror) + across});
        picture.store(target, to);
    }

    private static int shift(final int side, final SplittableRandom random) {
        final var max = (int)Math.round(WEAK_SHIFT * side);
        return random.nextInt(2 * max + 1) - max;
    }

    private boolean mirrors(final SplittableRandom random) {
        return task.flip() && random.nextBoolean();
    }

    private double mirrored(final int x, final boolean mirror) {
        return mirror ? shape.width() - 1.0 - x : x;
    }

    private void augment(final double strength, final SplittableRandom random) {
        transform(strength, random);
        final var deviation = picture.deviation();
        final var contrast = 1 + uniform(TONE * strength, random);
        final var brightness = uniform(TONE * strength, random) * deviation;
        for (var c = 0; c < shape.channels(); c++) {
            final var own = shape.channels() == 1 ? 0 : uniform(TONE / 4 * strength, random) * deviation;
            picture.tone(c, contrast, brightness + own);
        }
        if (random.nextBoolean()) {
            picture.blur(random.nextDouble() * Math.min(1, 2 * strength));
        }
        final var noise = NOISE * strength * random.nextDouble() * deviation;
        picture.add(() -> noise * random.nextGaussian());
        final var height = (int)Math.round(CUTOUT * strength * random.nextDouble() * 2 * shape.height());
        final var width = (int)Math.round(CUTOUT * strength * random.nextDouble() * 2 * shape.width());
        picture.fill(random.nextInt(shape.height()) - height / 2, random.nextInt(shape.width()) - width / 2, height,
            width,
            picture.means());
    }

    private static double uniform(final double max, final SplittableRandom random) {
        return max * (2 * random.nextDouble() - 1);
    }

    /** Applies a random affine transform about the center: rotation, scaling, shear and translation. */
    private void transform(final double strength, final SplittableRandom random) {
        final var angle = uniform(ROTATION * strength, random);
        final var taller = Math.exp(uniform(SCALE * strength, random));
        final var wider = Math.exp(uniform(SCALE * strength, random));
        final var shear = uniform(SCALE * strength, random);
        final var middleY = (shape.height() - 1) / 2.0;
        final var middleX = (shape.width() - 1) / 2.0;
        final var down = uniform(SHIFT * strength * shape.height(), random);
        final var across = uniform(SHIFT * strength * shape.width(), random);
        final var mirror = mirrors(random);
        final var sine = Math.sin(angle);
        final var cosine = Math.cos(angle);
        picture.resample((y, x) -> {
            final var dy = y - middleY;
            final var dx = mirrored(x, mirror) - middleX + shear * dy;
            return new double[]{middleY + down + (cosine * dy - sine * dx) / taller,
                middleX + across + (sine * dy + cosine * dx) / wider};
        });
    }

    private void mask(final double strength, final float maskValue, final SplittableRandom random) {
        final var side = Math.max(2, Math.min(shape.height(), shape.width()) / PATCHES);
        final var across = (shape.width() + side - 1) / side;
        final var patches = across * ((shape.height() + side - 1) / side);
        final var fill = new float[shape.channels()];
        Arrays.fill(fill, maskValue);
        final var order = Shuffle.order(patches, random);
        final var count = Math.max(1, (int)Math.round(strength * patches));
        for (var k = 0; k < count; k++) {
            picture.fill(order[k] / across * side, order[k] % across * side, side, side, fill);
        }
    }
}
