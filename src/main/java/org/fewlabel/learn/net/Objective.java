package org.fewlabel.learn.net;

import org.fewlabel.device.UserMessageException;

/**
 * The training objective: the loss that is minimized, and the output layers that it adds after the head. Losses are
 * means over the rows of the batch unless stated otherwise. {@code n} is the number of items of a batch; an item is one
 * row, or two views of one.
 */
public sealed interface Objective {

    /** @return the input rows per item: 2 if two views of a row are compared */
    default int views() {
        return this instanceof TwoViews ? 2 : 1;
    }

    /**
     * Compares the head's outputs for two views of each row. The input holds all first views, then all second views.
     */
    sealed interface TwoViews extends Objective {
    }

    /**
     * The NT-Xent loss (normalized temperature-scaled cross-entropy) of SimCLR (Chen et al. 2020, equation 1): each of
     * the {@code 2 n} views has to identify the other view of its row among all others, by the cosine similarity of the
     * head's outputs.
     *
     * @param temperature from 0.02 up: the smaller, the larger the weight of the hardest negatives
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
     * Barlow Twins (Zbontar et al. 2021, equation 1): the cross-correlation matrix of the two views' dimensions is
     * pulled to the identity. Dimensions are standardized over the batch, with 0.00001 added to the variance.
     *
     * @param offDiagonal the weight of the off-diagonal correlations, lambda in the paper, 0.005 there
     */
    record BarlowTwins(double offDiagonal) implements TwoViews {
        /** @throws IllegalArgumentException if the weight is not a positive number */
        public BarlowTwins {
            positive("The weight of the off-diagonal correlations", offDiagonal);
        }
    }

    /**
     * VICReg (Bardes et al. 2022, equation 6): the mean squared difference of the views (invariance), the hinge loss of
     * 1 on the standard deviation of every dimension (variance), and the squared off-diagonal covariances divided by
     * the number of dimensions. As in the authors' code, the hinge is averaged and the covariance term summed over the
     * two views.
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
     * Denoising reconstruction with mask estimation (VIME, Yoon et al. 2020): reconstruct a row from a corrupted one,
     * and detect which of its columns were corrupted. Linear layers after the head give the numbers, the logits of the
     * categories, and the logit of each column's corruption. The error of a row is {@code reconstruct} times the mean
     * over its columns of the squared error (numbers) or cross-entropy (categories), each times its weight, plus {@code
     * detect} times the mean over its columns of the binary cross-entropy of the corruption. Logits are clipped to ±40.
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
                    "The weights of reconstruction (" + reconstruct + ") and detection (" + detect
                        + ") must not be negative, and not both 0.");
            }
        }
    }

    /**
     * A variational autoencoder (Kingma &amp; Welling 2014): linear layers after the body give mean and log-variance of
     * a latent code (the latter clipped to ±10); the head decodes a sample of it; the row is reconstructed as in {@link
     * Reconstruction}. The Kullback-Leibler divergence from the standard normal distribution, in closed form (appendix
     * B), is added, times {@code beta} divided by the number of columns. The embedding is the mean.
     *
     * @param targets what is reconstructed
     * @param latent the dimensions of the latent code
     * @param beta the weight of the divergence (Higgins et al. 2017); 1 in the original
     */
    record Variational(Targets targets, int latent, double beta) implements Objective {
        /** @throws IllegalArgumentException if there is no code, or the weight is negative */
        public Variational {
            if (latent < 1 || latent > Layer.MAX_UNITS || !(beta >= 0 && beta <= 1e6)) {
                throw new UserMessageException("The code must have at least 1 dimension (" + latent
                    + "), and the KL weight must not be negative (" + beta + ").");
            }
        }
    }

    /**
     * Weighted cross-entropy: the sum over the rows of each row's weight times the cross-entropy of its class
     * probabilities. A linear layer after the head gives the logits. Targets may be distributions over the classes
     * (soft labels).
     *
     * @param classes the number of classes
     */
    record Classification(int classes) implements Objective {
        /** @throws IllegalArgumentException if there is no class */
        public Classification {
            if (classes < 1 || classes > Targets.MAX_CATEGORIES) {
                throw new IllegalArgumentException("No network for " + classes + " classes.");
            }
        }
    }

    /**
     * Masked language modeling (Devlin et al. 2019): predicts the original token at the masked positions of each text.
     * The body ends with a {@link Layer.MeanPool}; the head takes its vector at a masked position before pooling. The
     * logit of each token is the product of the head's output with its vector in the input's table (tied weights, Press
     * &amp; Wolf 2017), plus a bias. The loss is the mean cross-entropy over all masked positions of the batch.
     *
     * @param maxMasked the maximum number of masked positions per text
     */
    record MaskedTokens(int maxMasked) implements Objective {
        /** @throws IllegalArgumentException if it is below 1 or too large */
        public MaskedTokens {
            if (maxMasked < 1 || maxMasked > Layer.Sequence.MAX_LENGTH) {
                throw new IllegalArgumentException("A text cannot have " + maxMasked + " masked tokens.");
            }
        }
    }

    private static void positive(final String what, final double value) {
        if (!(value > 0 && value <= 1e6)) {
            throw new UserMessageException(what + " must be above 0, not " + value + ".");
        }
    }
}
