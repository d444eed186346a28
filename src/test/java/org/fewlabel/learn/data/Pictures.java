package org.fewlabel.learn.data;

import java.util.List;
import java.util.SplittableRandom;

/** Generated images. */
public final class Pictures {

    /** Their name. */
    public static final String NAME = "image";

    private Pictures() {
    }

    /**
     * @param count how many
     * @param shape of at least 6 × 6 places
     * @return images with noise: those at even places have a light bar from left to right, the others from top to
     *         bottom, anywhere but at the edge
     */
    public static Rows bars(final int count, final Shape shape, final long seed) {
        final var random = new SplittableRandom(seed);
        final var values = new float[count * shape.size()];
        for (var i = 0; i < count; i++) {
            final var lying = i % 2 == 0;
            final var at = 1 + random.nextInt((lying ? shape.height() : shape.width()) - 2);
            for (var d = 0; d < shape.size(); d++) {
                final var y = d / shape.channels() / shape.width();
                final var x = d / shape.channels() % shape.width();
                values[i * shape.size() + d] = (float)(((lying ? y : x) == at ? 200 : 20) + 10 * random.nextGaussian());
            }
        }
        return new Rows(count, List.of(new VectorColumn(NAME, count, shape.size(), values, shape)));
    }

    /**
     * @return for each of so many bars 0 if it lies, 1 if it stands; the first {@code labeled} only, the others unknown
     */
    public static Labels labels(final int count, final int labeled) {
        final var codes = new int[count];
        java.util.Arrays.setAll(codes, i -> i < labeled ? i % 2 : Labels.UNLABELED);
        return new Labels(codes, List.of("lying", "standing"));
    }
}
