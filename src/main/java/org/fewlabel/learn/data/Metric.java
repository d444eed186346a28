package org.fewlabel.learn.data;

import java.util.Arrays;
import java.util.Objects;

import org.fewlabel.device.UserMessageException;

/**
 * The metric by which encoded rows are compared. The array is not copied and must not be changed afterwards.
 *
 * @param similarity the measure of similarity
 * @param weights for {@link Similarity#GOWER} the weight of each dimension in its column, which sum to 1 per column;
 *            empty for any other
 */
public record Metric(Similarity similarity, float[] weights) {

    /** Euclidean distance without weights. */
    public static final Metric EUCLIDEAN = new Metric(Similarity.EUCLIDEAN, new float[0]);

    /** @throws IllegalArgumentException if there are weights without need, or one is not above 0 */
    public Metric {
        Objects.requireNonNull(similarity);
        if (similarity != Similarity.GOWER && weights.length > 0) {
            throw new IllegalArgumentException(similarity + " has no weights.");
        }
        for (final var weight : weights) {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("A dimension cannot be " + weight + " of a column.");
            }
        }
    }

    /** @return whether the two metrics are equal */
    @Override
    public boolean equals(final Object other) {
        return other instanceof Metric metric && metric.similarity == similarity
            && Arrays.equals(metric.weights, weights);
    }

    @Override
    public int hashCode() {
        return 31 * similarity.hashCode() + Arrays.hashCode(weights);
    }

    /** @return the state for {@link #restore} */
    public State state() {
        return new State().put("similarity", similarity.name()).put("weights", weights);
    }

    /**
     * @param state of another metric
     * @param columns the number of dimensions of the rows to compare
     * @return an equal metric
     * @throws UserMessageException if the state is damaged
     */
    public static Metric restore(final State state, final int columns) {
        final var name = state.text("similarity");
        final var similarity = Arrays.stream(Similarity.values()).filter(s -> s.name().equals(name)).findFirst()
            .orElseThrow(() -> new UserMessageException(
                "The stored model is damaged: the similarity \"" + name + "\" is not known."));
        return new Metric(similarity,
            state.floatsOrMissing("weights", similarity == Similarity.GOWER ? columns : 0));
    }
}
