package org.fewlabel.learn.net;

import org.fewlabel.device.UserMessageException;

/**
 * What training makes small, and the layers that it puts behind the head for that. All are means over the rows of the
 * batch. {@code n} is the number of items of a batch; an item is one row, or two views of one.
 */
public sealed interface Objective {

    /** @return how many rows of the network's input make one item: 2 if two views of it are compared */
    default int views() {
        return this instanceof TwoViews ? 2 : 1;
    }

    /** Compares what the head gives for two views of each row. The input is all first views, then all second views. */
    sealed interface TwoViews extends Objective {
    }

    /**
     * The normalized temperature-scaled cross-entropy of SimCLR (Chen et al. 2020, equation 1): each of the {@code 2 n}
     * views is to find its other view among all others, by the cosine of what the head gives.
     *
     * @param temperature from 0.02 up: the smaller, the more the nearest wrong ones count
     */
    record NtXent(double temperature) implements TwoViews {
        /** @throws IllegalArgumentException if the temperature is out of range */
        public NtXent {
            if (!(temperature >= 0.02 && temperature <= 100)) {
                throw new UserMessageException(
                    "The temperature must be from 0.02 to 100, not " + temperature + ".");
            }
        }
    }

    /**
     * Barlow Twins (Zbontar et al. 2021, equation 1): the correlation of the dimensions of one view with those of the
     * other is to be the identity. Dimensions are standardized over the batch, with 0.00001 added to the variance.
     *
     * @param offDiagonal the weight of the correlations of different dimensions, lambda in the paper, 0.005 there
     */
    record BarlowTwins(double offDiagonal) implements TwoViews {
        /** @throws IllegalArgumentException if the weight is not a positive number */
        public BarlowTwins {
            positive("The weight of the off-diagonal correlations", offDiagonal);
        }
    }

    /**
     * VICReg (Bardes et al. 2022, equation 6): mean squared difference of the views, plus the hinge of 1 on the
     * standard deviation of every dimension, plus the squared covariances of different dimensions by their number; the
     * latter two are means over the views for the hinge and sums for the covariances, as the authors compute them.
     *
     * @param invariance weight of the difference, 25 in the paper
     * @param variance weight of the hinge, 25 in the paper
     * @param covariance weight of the covariances, 1 in the paper
     */
    record VicReg(double invariance, double variance, double covariance) implements TwoViews {
        /** @throws IllegalArgumentException if a weight is not a positive number */
        public VicReg {
            positive("The weight of the invariance", invariance);
            positive("The weight of the variance", variance);
            positive("The weight of the covariance", covariance);
        }
    }

    /**
     * Reconstruct a row from a damaged one, and say which of its columns were damaged (VIME, Yoon et al. 2020). Linear
     * layers behind the head give the numbers, the logits of the categories, and the logit of each column's damage. The
     * error of a row is {@code reconstruct} times the mean over its columns of the squared error (numbers) or
     * cross-entropy (categories), each times its weight, plus {@code detect} times the mean over its columns of the
     * binary cross-entropy of the damage. Logits of categories are limited to 40 either way.
     *
     * @param targets what is reconstructed
     * @param reconstruct the weight of the reconstruction; 0 for none
     * @param detect the weight of the detection; 0 for none
     */
    record Reconstruction(Targets targets, double reconstruct, double detect) implements Objective {
        /** @throws IllegalArgumentException if a weight is negative or both are 0 */
        public Reconstruction {
            if (!(reconstruct >= 0 && detect >= 0 && reconstruct + detect > 0 && reconstruct + detect <= 1e6)) {
                throw new UserMessageException(
                    "Reconstruction with the weight " + reconstruct + " and detection with " + detect + " is nothing.");
            }
        }
    }

    /**
     * A variational autoencoder (Kingma &amp; Welling 2014): linear layers behind the body give mean and logarithm of
     * the variance of a code (the latter limited to 10 either way); the head takes a sample of it; the row is
     * reconstructed as in {@link Reconstruction}. The Kullback-Leibler divergence from the standard normal
     * distribution, in closed form (appendix B), is added, times {@code beta} by the number of columns. The embedding
     * is the mean.
     *
     * @param targets what is reconstructed
     * @param latent how many numbers the code has
     * @param beta the weight of the divergence (Higgins et al. 2017); 1 in the original
     */
    record Variational(Targets targets, int latent, double beta) implements Objective {
        /** @throws IllegalArgumentException if there is no code, or the weight is negative */
        public Variational {
            if (latent < 1 || latent > Layer.MOST_UNITS || !(beta >= 0 && beta <= 1e6)) {
                throw new UserMessageException("No code of " + latent + " numbers with the weight " + beta + ".");
            }
        }
    }

    /**
     * The sum over the rows of each one's weight times the cross-entropy of its class probabilities. A linear layer
     * behind the head gives the logits. Targets may be shares of several classes.
     *
     * @param classes how many classes there are
     */
    record Classification(int classes) implements Objective {
        /** @throws IllegalArgumentException if there is no class */
        public Classification {
            if (classes < 1 || classes > Targets.MOST_CATEGORIES) {
                throw new IllegalArgumentException("No network for " + classes + " classes.");
            }
        }
    }

    /**
     * Masked language modeling (Devlin et al. 2019): for some tokens of each text, which token stood there. The body
     * ends with a {@link Layer.MeanPool}; the head takes the vector that this makes of a token that is asked for, and
     * the product of what it gives with the vectors of the input's tokens, plus a bias, is the logit of each (Press
     * &amp; Wolf 2017). The loss is the mean of the cross-entropy over all that are asked for.
     *
     * @param asked how many tokens of a text are asked for at most
     */
    record MaskedTokens(int asked) implements Objective {
        /** @throws IllegalArgumentException if none is asked for, or too many */
        public MaskedTokens {
            if (asked < 1 || asked > Layer.Sequence.MOST_PLACES) {
                throw new IllegalArgumentException("No text has " + asked + " tokens that are asked for.");
            }
        }
    }

    private static void positive(final String what, final double value) {
        if (!(value > 0 && value <= 1e6)) {
            throw new UserMessageException(what + " must be above 0, not " + value + ".");
        }
    }
}
