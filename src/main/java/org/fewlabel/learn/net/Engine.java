package org.fewlabel.learn.net;

/**
 * Computes losses, gradients and outputs of networks. What a network and an objective mean is written down with them,
 * so that two engines give the same numbers but for rounding. An engine may be used by several threads; what it makes,
 * by one thread at a time.
 */
public interface Engine {

    /** @return what computes, for provenance, such as "CPU (OpenBLAS 0.3.19, 2 threads)" */
    String device();

    /**
     * @return the engine that computes that: this one, unless it chooses among several
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
     * @param items how many items each step is given, at least 2 for two views
     * @return the steps of one training
     */
    TrainingStep training(Network network, Objective objective, int items);

    /**
     * @param items how many items each run is given
     * @param output what is computed
     * @return computes outputs of a trained network: nothing is dropped, batch norms use their running statistics
     */
    ForwardPass evaluation(Network network, Objective objective, int items, Output output);

    /** What is computed of a trained network. */
    enum Output {
        /** the loss of the batch, one number; the noise of a variational objective is as the batch says */
        LOSS,
        /** {@code items * views} rows: what the body gives, of a variational objective the mean of the code */
        EMBEDDING,
        /** per row its error in reconstruction and detection, without the divergence of a variational objective */
        ROW_ERRORS,
        /** row by row the probability of each class */
        PROBABILITIES,
        /**
         * {@code items * views} rows of the input's width: the gradient of the batch's loss with respect to the input,
         * 0 at codes, whose vectors are no numbers of the input
         */
        INPUT_GRADIENT
    }

    /** The same computation again and again, with new parameters and a new batch. */
    interface TrainingStep extends AutoCloseable {

        /** @return the arrays to be filled before each run */
        Batch batch();

        /**
         * @param parameters flat, as {@link ParameterLayout} says
         * @param gradient takes the gradient of the loss, laid out as the parameters
         * @param statistics takes mean and variance (divided by the number of rows) of this batch, for each batch norm
         * @return the loss
         */
        double run(float[] parameters, float[] gradient, float[] statistics);

        /**
         * @return what each row of the last run added to the loss of a classification, in an array of its own; empty
         *         for other objectives, which are no sums over rows
         */
        default float[] rowLosses() {
            return new float[0];
        }

        @Override
        void close();
    }

    /** The same output again and again. */
    interface ForwardPass extends AutoCloseable {

        /** @return the arrays to be filled before each run; slots that the output does not need are not read */
        Batch batch();

        /**
         * @param parameters flat, as {@link ParameterLayout} says
         * @param statistics the running mean and variance of each batch norm
         * @return the output, row by row, in an array of its own
         */
        float[] run(float[] parameters, float[] statistics);

        @Override
        void close();
    }
}
