package org.fewlabel.learn.consistency;

import java.util.OptionalDouble;

import org.fewlabel.device.UserMessageException;

/**
 * The consistency regularization of unlabeled rows. Each method predicts weak views of rows and trains the network to
 * give the same predictions for strong views of them, by the cross-entropy; no gradient flows through the targets.
 */
public sealed interface ConsistencyMethod {

    /** @return the weight of the unlabeled rows relative to the labeled ones, after the ramp-up */
    double weight();

    /**
     * The Pi-model (Laine &amp; Aila 2017, section 2.1): the current network gives the targets. Theirs compares two
     * draws of the same noise by the squared error.
     *
     * @param weight of the unlabeled rows
     */
    record PiModel(double weight) implements ConsistencyMethod {
        /** @throws IllegalArgumentException if the weight is not a positive number */
        public PiModel {
            check(weight);
        }
    }

    /**
     * Mean Teacher (Tarvainen &amp; Valpola 2017, section 2): the exponential moving average of the network's weights
     * gives the targets. Up to a constant, the cross-entropy is the KL divergence that they try besides the squared
     * error.
     *
     * @param weight of the unlabeled rows
     */
    record MeanTeacher(double weight) implements ConsistencyMethod {
        /** @throws IllegalArgumentException if the weight is not a positive number */
        public MeanTeacher {
            check(weight);
        }
    }

    /**
     * Virtual adversarial training (Miyato et al. 2018, section 3): the strong view is the row perturbed in the
     * direction in which the prediction changes most, found by one power iteration. Category codes are not perturbed.
     *
     * @param weight of the unlabeled rows
     * @param radius the norm of the perturbation, divided by the square root of the number of plain numbers per row
     */
    record VirtualAdversarial(double weight, double radius) implements ConsistencyMethod {

        /** The default, for columns that are scaled to 1; with very few labels, three times as much is too much. */
        public static final double RADIUS = 0.1;

        /** @throws IllegalArgumentException if the weight or the radius is not a positive number */
        public VirtualAdversarial {
            check(weight);
            if (!(radius > 0 && radius <= 100)) {
                throw new UserMessageException("The radius must be above 0 and at most 100, not " + radius + ".");
            }
        }
    }

    /**
     * Pseudo-labeling as in FixMatch (Sohn et al. 2020) and its successors: the target is the most probable class,
     * weighted by the confidence of the network. Strong views of labeled rows keep their labels.
     *
     * @param weight of the unlabeled rows
     * @param aligned whether predictions are first aligned with the class priors, so that no class displaces the others
     *         (ReMixMatch, Berthelot et al. 2020, section 3.1; AdaMatch, Berthelot et al. 2022)
     * @param threshold the confidence from which on rows have the weight 1, and below it 0 (FixMatch: 0.95); empty for
     *         weights that decrease below the mean confidence of all rows (SoftMatch, Chen et al. 2023, section 3.1)
     */
    record PseudoLabels(double weight, boolean aligned, OptionalDouble threshold) implements ConsistencyMethod {
        /**
         * @throws IllegalArgumentException if the weight is not a positive number, or the threshold not within 0 and 1
         */
        public PseudoLabels {
            check(weight);
            if (threshold.isPresent() && !(threshold.getAsDouble() >= 0 && threshold.getAsDouble() <= 1)) {
                throw new UserMessageException(
                    "The threshold must be from 0 to 1, not " + threshold.getAsDouble() + ".");
            }
        }
    }

    /** @return the default, which suits most tables: aligned pseudo-labels with soft weights */
    static ConsistencyMethod defaults() {
        return new PseudoLabels(1, true, OptionalDouble.empty());
    }

    private static void check(final double weight) {
        if (!(weight > 0 && weight <= 1e6)) {
            throw new UserMessageException("The unlabeled loss weight must be above 0, not " + weight + ".");
        }
    }
}
