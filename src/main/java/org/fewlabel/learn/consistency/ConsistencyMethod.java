package org.fewlabel.learn.consistency;

import java.util.OptionalDouble;

import org.fewlabel.device.UserMessageException;

/**
 * What the unlabeled rows are to agree on. Each method predicts weak views of some rows and makes the network say the
 * same of strong views of them, by the cross-entropy; the targets count as given, no gradient goes through them.
 */
public sealed interface ConsistencyMethod {

    /** @return how much the unlabeled rows count against the labeled ones, once the first steps are done */
    double weight();

    /**
     * The Pi-model (Laine &amp; Aila 2017, section 2.1): the network as it is gives the targets. Theirs compares two
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
     * Mean Teacher (Tarvainen &amp; Valpola 2017, section 2): the moving average of the network's weights gives the
     * targets. The cross-entropy is, but for a constant, the divergence that they try beside the squared error.
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
     * Virtual adversarial training (Miyato et al. 2018, section 3): the strong view is the row moved into the direction
     * in which the prediction changes most, found by one step of the power iteration. Codes of categories are not
     * moved.
     *
     * @param weight of the unlabeled rows
     * @param radius how far a row is moved, by the square root of the number of its numbers that are no codes
     */
    record VirtualAdversarial(double weight, double radius) implements ConsistencyMethod {

        /**
         * What suits most tables, whose columns are scaled to 1; with very few labels, three times as far is too far.
         */
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
     * FixMatch (Sohn et al. 2020) and what followed it: the target is the most probable class, and counts by how sure
     * the network is. Strong views of labeled rows keep their labels.
     *
     * @param weight of the unlabeled rows
     * @param aligned whether predictions are first brought into line with the shares of the classes, so that none
     *            crowds out the others (ReMixMatch, Berthelot et al. 2020, section 3.1; AdaMatch, Berthelot et al.
     *            2022)
     * @param threshold rows count fully from this confidence up, and not at all below (FixMatch: 0.95); empty for
     *            weights that fall softly below the mean confidence of all rows (SoftMatch, Chen et al. 2023, section
     *            3.1)
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

    /** @return what suits most tables: aligned pseudo-labels that count softly */
    static ConsistencyMethod defaults() {
        return new PseudoLabels(1, true, OptionalDouble.empty());
    }

    private static void check(final double weight) {
        if (!(weight > 0 && weight <= 1e6)) {
            throw new UserMessageException("The weight of the unlabeled rows must be above 0, not " + weight + ".");
        }
    }
}
