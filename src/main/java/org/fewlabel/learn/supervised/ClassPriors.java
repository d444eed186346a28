package org.fewlabel.learn.supervised;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;

/** The user's knowledge of the class shares among all rows. */
public sealed interface ClassPriors {

    /** Class shares are not used. */
    record None() implements ClassPriors {
    }

    /** Class shares are estimated where a method needs them. */
    record Estimated() implements ClassPriors {
    }

    /**
     * Class shares given by the user.
     *
     * @param shares by class name; need not sum to 1
     */
    record Given(Map<String, Double> shares) implements ClassPriors {

        /** @throws IllegalArgumentException if a share is negative or not finite, or all are 0 */
        public Given {
            shares = Map.copyOf(shares);
            shares.forEach((name, share) -> {
                if (!(share >= 0 && share < Double.POSITIVE_INFINITY)) {
                    throw new UserMessageException(
                        "The share of the class \"" + name + "\" must be 0 or more, not " + share + ".");
                }
            });
            if (shares.values().stream().mapToDouble(Double::doubleValue).sum() <= 0) {
                throw new UserMessageException("At least one class must have a share above 0.");
            }
        }

        /**
         * @param classes the names of all classes
         * @return their shares, in that order, which sum to 1
         * @throws IllegalArgumentException if a class has no share, or a share is that of no class
         */
        public double[] of(final List<String> classes) {
            for (final var name : shares.keySet()) {
                if (!classes.contains(name)) {
                    throw new UserMessageException("A share is given for \"" + name + "\", which is no class; the "
                        + "classes are \"" + String.join("\", \"", classes) + "\".");
                }
            }
            final var ordered = new double[classes.size()];
            for (var c = 0; c < ordered.length; c++) {
                final var share = shares.get(classes.get(c));
                if (share == null) {
                    throw new UserMessageException(
                        "The class \"" + classes.get(c) + "\" has no share. Give the share "
                            + "of every class, or let the shares be estimated.");
                }
                ordered[c] = share;
            }
            final var sum = Arrays.stream(ordered).sum();
            return Arrays.stream(ordered).map(share -> share / sum).toArray();
        }
    }

    /**
     * @param labels of the rows; at least one is labeled
     * @param predicted the probabilities from the labeled rows only; used for {@link Estimated} only
     * @return the share of each class; empty for {@link None}
     * @throws IllegalArgumentException if shares are given and do not fit the classes
     */
    default Optional<double[]> shares(final Labels labels, final ClassProbabilities predicted) {
        if (this instanceof Given given) {
            return Optional.of(given.of(labels.classes()));
        }
        return this instanceof None ? Optional.empty() : Optional.of(PriorEstimate.of(labels, predicted));
    }
}
