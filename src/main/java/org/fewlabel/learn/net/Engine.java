package org.fewlabel.learn.net;

/**
 * Computes losses, gradients and outputs of networks. {@link Network} and {@link Objective} define what is computed, so
 * two engines give the same numbers up to rounding. An engine may be used by several threads; the objects it makes, by
 * one thread at a time.
 */
public interface Engine {

    /** @return the device for provenance, such as "CPU (OpenBLAS 0.3.19, 2 threads)" */
    String device();

    /**
     * @return the engine that computes this network: this one, unless it chooses among several
     * @throws org.fewlabel.device.MissingLibraryException if that needs a library that cannot be loaded
     */
    default Engine of(final Network network, final Objective objective) {
        return this;
    }

    /** @return what the user should know of this engine, sentences that are given once in a process; mostly empty */
    default String note() {
        return "";
    }

    /**
     * @param items the number of items per step, at least 2 for two views
     * @return the steps of one training
     */
    TrainingStep training(Network network, Objective objective, int items);

    /**
     * @param items the number of items per run
     * @param output what is computed
     * @return computes outputs of a trained network: dropout is off, batch norms use their running statistics
     */
    ForwardPass evaluation(Network network, Objective objective, int items, Output output);

    /** The output of a trained network. */
    enum Output {
        /** the loss of the batch, one number; the noise of a variational objective is taken from the batch */
        LOSS,
        /**
         * {@code items * views} rows: the output of the body; for a variational objective the mean of the latent code
         */
        EMBEDDING,
        /** the reconstruction and detection error of each row, without the KL divergence of a variational objective */
        ROW_ERRORS,
        /** the probability of each class, row by row */
        PROBABILITIES,
        /**
         * {@code items * views} rows of the input's width: the gradient of the batch's loss with respect to the input;
         * 0 at category codes, which are not differentiable
         */
        INPUT_GRADIENT
    }

    /** Repeats the same computation with new parameters and a new batch. */
    interface TrainingStep extends AutoCloseable {

        /** @return the arrays to be filled before each run */
        Batch batch();

        /**
         * @param parameters a flat array, laid out by {@link ParameterLayout}
         * @param gradient receives the gradient of the loss, laid out like the parameters
         * @param statistics receives mean and biased variance (divided by the number of rows) of this batch, per batch
         *         norm
         * @return the loss
         */
        double run(float[] parameters, float[] gradient, float[] statistics);

        /**
         * @return the contribution of each row of the last run to the loss of a classification, in an array of its own;
         *         empty for other objectives, which are not sums over rows
         */
        default float[] rowLosses() {
            return new float[0];
        }

        @Override
        void close();
    }

    /** Repeats the same forward pass. */
    interface ForwardPass extends AutoCloseable {

        /** @return the arrays to be filled before each run; slots that the output does not need are not read */
        Batch batch();

        /**
         * @param parameters a flat array, laid out by {@link ParameterLayout}
         * @param statistics the running mean and variance of each batch norm
         * @return the output, row by row, in an array of its own
         */
        float[] run(float[] parameters, float[] statistics);

        @Override
        void close();
    }
}
