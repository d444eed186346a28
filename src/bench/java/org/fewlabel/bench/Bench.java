package org.fewlabel.bench;

import java.io.IOException;
import java.util.Arrays;

/** The command {@code ./bench}. */
public final class Bench {

    private static final String USAGE = """
        Usage: ./bench smoke

        Small versions of the measurements below, in less than two minutes, each against a peer or a limit of the
        machine. Prints what,ours,against,theirs,ratio; the ratio is how many times better ours is. PyTorch and
        scikit-learn are peers if /usr/bin/python3 has them. docs/performance.md explains each figure.

        Usage: ./bench accuracy DATA_DIR [--sets a,b] [--draws l1_s0,l4_s0] [--methods a,b] [--image HxW]

        Runs the nodes with default settings on every set in DATA_DIR (one folder each, with data.csv and draws.csv) and
        prints set,draw,method,acc_pool,bacc_pool,acc_test,bacc_test,seconds: accuracy and balanced accuracy, as
        fractions, on the unlabeled pool rows and on the test rows. By default all sets, draws and methods are run.
        Messages go to the error stream. If a set has a folder wav, its column file names recordings there, which
        Spectrogram describes; the column speaker is then not a feature.

        Methods: label-propagator; labelled-only; pseudo-labeler, pseudo-labeler-network and the like, soft-em,
        co-trainer and tri-training, each with -alone for its baseline; contrastive, masked or autoencoder with +probe
        (logistic regression on the embedding) or +propagate (Label Propagator on it); contrastive+finetune; network
        (the same from scratch); consistency and contrastive+consistency (the last two, using the unlabeled rows too);
        automatic (the method that Which Is Better? recommends, trained with all labels). An encoder is trained once per
        set, so its time is part of the first draw.

        With --image 32x32 (height x width, or height x width x channels) the columns p0, p1, … are read as images. Then
        rotate, jigsaw and patches are available too, with +probe or +propagate: Masked Encoder with these tasks.

        Usage: ./bench pretraining DATA_DIR [--sets a,b]

        Measures the gain from self-supervised pre-training for the same network, by the protocol of SCARF: for 4 labels
        per class and for 25 % of the labels, on the sets in DATA_DIR and three generated ones. Prints
        set,labels,seeds,labelled_only,network,finetuned,gain: accuracies on the unlabeled pool rows, and the relative
        gain of the fine-tuned network over the same network from scratch in percent.

        Usage: ./bench choices DATA_DIR --sets a,b,c

        For each of the sets, and each kind of draw: the method and number of neighbors of Label Propagator that is best
        on the other sets, its accuracy on this set, the accuracy of the default, and the best choice in hindsight.

        Usage: ./bench sounds SET_DIR [--draws l4_s0,l10_s0]

        Measures the effect of the settings of Spectrogram: describes the recordings of a set (its folder wav) with the
        defaults and with one setting changed at a time, and prints
        description,draw,propagator_pool,propagator_test,alone_pool,alone_test: the accuracies of Label Propagator and
        of logistic regression trained on the labeled rows only.

        Usage: ./bench cost [--rows 1000,5000,20000,70000] [--cols 50] [--neighbours 10] [--classes 10] [--labelled 100]
            [--data groups] [--ways default,plain] [--stages graph,poisson,spreading] [--heap 8g] [--against sklearn]

        Builds the neighbor graph of generated rows and propagates labels along it by Poisson learning and by label
        spreading, for every size, each in a process of its own with that heap, and prints
        way,data,rows,columns,neighbours,classes,stage,seconds,cpu_seconds,peak_mb,recall: CPU seconds of all threads,
        the growth of the resident memory in MB beyond the rows themselves (Linux only), and the share of the true
        neighbors that the graph has. Progress goes to the error stream. The rows form 300 groups on a curved surface of
        10 dimensions, or with --data noise no groups, which is the worst case.

        Ways: default is what the nodes use, exact and approximate force the respective search, plain is exact without
        the native library (at most 70,000 rows). The stage node, which is only measured on request, is all of Label
        Propagator with default settings. Against sklearn: its brute-force graph and its LabelSpreading(kernel='knn') on
        the same rows, and the ratios (needs /usr/bin/python3 with scikit-learn).

        A million rows: ./bench cost --rows 1000000 --cols 128 --labelled 100
        The cost of classes: ./bench cost --rows 20000 --classes 2,10,100

        Usage: ./bench table [--rows 1000000] [--cols 50] [--heap 1500]

        Measures Label Masker and Encoder Apply on a table of random numbers, in a process with a heap of that many MB,
        which includes the tables. Prints node,rows,columns,seconds,cpu_seconds,peak_mb: CPU seconds of all threads, and
        the peak memory of the process so far, including native memory (Linux only).

        Usage: ./bench training [--against torch] [--networks mlp,cnn8,cnn32] [--threads 1,2] [--rounds 5]

        Without options: computes gradients of NT-Xent for batches of 2 x 256 and 2 x 1024 rows by SameDiff repeatedly,
        and prints time and rows per second, the memory after 10,000 steps, and the startup time of the engine.

        With options: whole training steps (forward, backward, optimizer) by the OpenBLAS engine, of 2 x 256 rows of 64
        numbers and of 128 images of 8 x 8 and 32 x 32, alternating with the same steps in PyTorch (needs
        /usr/bin/python3 with torch), each time in a process of its own. Prints
        network,threads,cpu_ms,torch_cpu_ms,cpu_ratio,ms,torch_ms,ratio,gflop,gflops,product_gflops: milliseconds per
        step, how many times faster than PyTorch; 10^9 operations of its matrix products, how many of these are done per
        CPU second in the step, and in the products alone. The machine is described on the error stream.
        """;

    private Bench() {
    }

    /** Exits with 0 if everything was measured, 1 if something failed, 2 if the arguments are wrong. */
    public static void main(final String[] arguments) throws IOException, InterruptedException {
        try {
            final var what = arguments.length == 0 ? "" : arguments[0];
            final var options = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
            final boolean good;
            if (what.equals("smoke") && options.length == 0) {
                good = new SmokeBench(System.out, System.err).run();
            } else if (what.equals("cost")) {
                good = CostBench.parse(options).run(System.out, System.err);
            } else if (what.equals("training") && options.length == 0) {
                good = TrainingBench.run(System.out);
            } else if (what.equals("training")) {
                good = TrainingDuel.parse(options).run(System.out, System.err);
            } else if (what.equals("accuracy") && options.length > 0) {
                good = AccuracyBench.parse(options).run(System.out, System.err);
            } else if (what.equals("table")) {
                good = TableBench.parse(options).run(System.out, System.err);
            } else if (what.equals("pretraining") && options.length > 0) {
                good = PretrainingBench.parse(options).run(System.out, System.err);
            } else if (what.equals("sounds") && options.length > 0) {
                good = SoundsBench.parse(options).run(System.out);
            } else if (what.equals("choices") && options.length > 0) {
                good = ChoicesBench.parse(options).run(System.out, System.err);
            } else {
                throw new IllegalArgumentException("Specify the measurement and the data.");
            }
            System.exit(good ? 0 : 1);
        } catch (final IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println();
            System.err.print(USAGE);
            System.exit(2);
        }
    }
}
