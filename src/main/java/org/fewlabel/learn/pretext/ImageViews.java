package org.fewlabel.learn.pretext;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.Shuffle;

/**
 * What a task does to images. All changes of tone go by how much the image itself varies, so it makes no difference
 * whether its numbers were scaled before. For one thread at a time.
 * <ul>
 * <li>{@link PretextTask.Kind#IMAGE}, after SimCLR (Chen et al. 2020, appendix A) and RandAugment (Cubuk et al. 2020),
 * times the strength: turned by up to 30 degrees, larger or smaller by up to 30 %, sheared by up to 0.3, moved by up to
 * a quarter, contrast and brightness changed by up to 80 % of how much the image varies (in color: each channel a
 * quarter of that by itself), half of them blurred, noise of up to 40 %, and a square of up to half the side is gone
 * (DeVries &amp; Taylor 2017), which takes on the mean.</li>
 * <li>{@link PretextTask.Kind#ROTATE} and {@link PretextTask.Kind#JIGSAW} move the pixels, {@link Puzzle}.</li>
 * <li>{@link PretextTask.Kind#PATCHES} hides squares of an eighth of the side, at least 2 pixels.</li>
 * </ul>
 */
public final class ImageViews {

    /** How far a weak view is moved, by the side of the image; as in FixMatch (Sohn et al. 2020). */
    private static final double WEAK_SHIFT = 0.125;

    private static final double SHIFT = 0.25;

    private static final double TURN = Math.toRadians(30);

    private static final double STRETCH = 0.3;

    private static final double TONE = 0.8;

    private static final double NOISE = 0.4;

    private static final double HOLE = 0.5;

    private static final int PATCHES = 8;

    /** Degrees, counter-clockwise. */
    private final PretextTask task;

    private final Shape shape;

    private final Picture picture;

    /** Of a task that is no puzzle null. */
    private final Puzzle puzzle;

    /**
     * @param task of a kind that needs a shape
     * @param shape of the images
     * @throws IllegalArgumentException if the task cannot be set for such images
     */
    public ImageViews(final PretextTask task, final Shape shape) {
        task.checkShape(Optional.of(shape));
        this.task = task;
        this.shape = shape;
        this.picture = new Picture(shape);
        this.puzzle = task.kind().isPuzzle() ? Puzzle.of(task.kind(), shape, task.seed()) : null;
    }

    /** @return whether both views of an image are changed, see {@link PretextTask.Kind#changesBoth} */
    boolean changesBoth() {
        return task.kind().changesBoth();
    }

    /** @return how many things a puzzle may have done to an image */
    public int answers() {
        return puzzle.answers();
    }

    /**
     * Writes a view of an image.
     *
     * @param source holds the image, from {@code from} on
     * @param target takes the view, from {@code to} on
     * @param share which share of the strength it is done with, 0 to 1
     * @param hidden what a number becomes that is hidden
     * @return the answer of a puzzle, from 0; -1 of other tasks
     */
    public int view(final float[] source, final int from, final float[] target, final int to, final double share,
        final float hidden, final SplittableRandom random) {
        picture.load(source, from);
        var answer = -1;
        switch (task.kind()) {
            case IMAGE -> change(task.strength() * share, random);
            case ROTATE, JIGSAW -> {
                answer = random.nextInt(puzzle.answers());
                picture.permute(puzzle.sources(answer));
            }
            default -> hide(task.strength() * share, hidden, random);
        }
        picture.store(target, to);
        return answer;
    }

    /** Writes an image that was moved a little, by whole pixels, and mirrored if the task does so. */
    public void weak(final float[] source, final int from, final float[] target, final int to,
        final SplittableRandom random) {
        picture.load(source, from);
        final var down = shift(shape.height(), random);
        final var across = shift(shape.width(), random);
        final var mirror = flips(random);
        picture.resample((y, x) -> new double[]{y + (double)down, mirrored(x, mirror) + across});
        picture.store(target, to);
    }

    private static int shift(final int side, final SplittableRandom random) {
        final var most = (int)Math.round(WEAK_SHIFT * side);
        return random.nextInt(2 * most + 1) - most;
    }

    private boolean flips(final SplittableRandom random) {
        return task.flip() && random.nextBoolean();
    }

    private double mirrored(final int x, final boolean mirror) {
        return mirror ? shape.width() - 1.0 - x : x;
    }

    private void change(final double strength, final SplittableRandom random) {
        move(strength, random);
        final var deviation = picture.deviation();
        final var contrast = 1 + within(TONE * strength, random);
        final var brightness = within(TONE * strength, random) * deviation;
        for (var c = 0; c < shape.channels(); c++) {
            final var own = shape.channels() == 1 ? 0 : within(TONE / 4 * strength, random) * deviation;
            picture.tone(c, contrast, brightness + own);
        }
        if (random.nextBoolean()) {
            picture.blur(random.nextDouble() * Math.min(1, 2 * strength));
        }
        final var noise = NOISE * strength * random.nextDouble() * deviation;
        picture.add(() -> noise * random.nextGaussian());
        final var height = (int)Math.round(HOLE * strength * random.nextDouble() * 2 * shape.height());
        final var width = (int)Math.round(HOLE * strength * random.nextDouble() * 2 * shape.width());
        picture.fill(random.nextInt(shape.height()) - height / 2, random.nextInt(shape.width()) - width / 2, height,
            width,
            picture.means());
    }

    private static double within(final double most, final SplittableRandom random) {
        return most * (2 * random.nextDouble() - 1);
    }

    /** Turns, stretches, shears and moves about the middle. */
    private void move(final double strength, final SplittableRandom random) {
        final var turn = within(TURN * strength, random);
        final var taller = Math.exp(within(STRETCH * strength, random));
        final var wider = Math.exp(within(STRETCH * strength, random));
        final var shear = within(STRETCH * strength, random);
        final var middleY = (shape.height() - 1) / 2.0;
        final var middleX = (shape.width() - 1) / 2.0;
        final var down = within(SHIFT * strength * shape.height(), random);
        final var across = within(SHIFT * strength * shape.width(), random);
        final var mirror = flips(random);
        final var sine = Math.sin(turn);
        final var cosine = Math.cos(turn);
        picture.resample((y, x) -> {
            final var dy = y - middleY;
            final var dx = mirrored(x, mirror) - middleX + shear * dy;
            return new double[]{middleY + down + (cosine * dy - sine * dx) / taller,
                middleX + across + (sine * dy + cosine * dx) / wider};
        });
    }

    private void hide(final double strength, final float hidden, final SplittableRandom random) {
        final var side = Math.max(2, Math.min(shape.height(), shape.width()) / PATCHES);
        final var across = (shape.width() + side - 1) / side;
        final var patches = across * ((shape.height() + side - 1) / side);
        final var nothing = new float[shape.channels()];
        Arrays.fill(nothing, hidden);
        final var order = Shuffle.order(patches, random);
        final var wanted = Math.max(1, (int)Math.round(strength * patches));
        for (var k = 0; k < wanted; k++) {
            picture.fill(order[k] / across * side, order[k] % across * side, side, side, nothing);
        }
    }
}
