package org.fewlabel.learn.consistency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Loop;
import org.fewlabel.learn.net.Slot;

/**
 * Fills the training steps with labeled rows and their labels, followed by strong views of labeled and unlabeled rows
 * with targets from the predictions for weak views of the same rows.
 */
final class Steps implements Loop.Guide {

    /** The ramp-up of the weight of unlabeled rows, as a share of all steps. */
    private static final double RAMP_SHARE = 0.3;

    private static final double STEEPNESS = 5;

    /**
     * The setup of a training.
     *
     * @param views of all rows
     * @param codes the class of each row; -1 if it has no label
     * @param truth the true class of each row, for the history only; -1 if unknown
     * @param classes the number of classes
     * @param labeled samples the labeled rows
     * @param rule turns predictions into targets
     * @param weight of the unlabeled rows after the ramp-up
     * @param meanTeacher whether the average of the weights gives the targets, not the current weights
     */
    record Setup(Augmentations views, int[] codes, int[] truth, int classes, LabeledSampler labeled, TargetRule rule,
        double weight,
        boolean meanTeacher) {
    }

    private final Setup setup;

    private final Engine.TrainingStep step;

    /** Predicts as many rows as a step has unlabeled ones. */
    private final Engine.ForwardPass predictor;

    /** Null if strong views are corrupted ones. */
    private final Adversary adversary;

    private final float[] parameters;

    private final float[] statistics;

    private final WeightAverage average;

    private final long rampSteps;

    private final EpochStatistics epochStatistics = new EpochStatistics();

    private final List<ConsistencyResult.Epoch> history = new ArrayList<>();

    private long steps;

    /** The average after the last epoch, and that after the epoch before, from which the last one had a finite loss. */
    private float[][] last;

    private float[][] lastFinite;

    /**
     * @param total the number of steps
     * @param parameters updated by the loop
     * @param statistics updated by the loop
     */
    Steps(final Setup setup, final Engine.TrainingStep step, final Engine.ForwardPass predictor,
        final Adversary adversary,
        final long total, final float[] parameters, final float[] statistics, final double decay) {
        this.setup = setup;
        this.step = step;
        this.predictor = predictor;
        this.adversary = adversary;
        this.parameters = parameters;
        this.statistics = statistics;
        this.average = new WeightAverage(parameters, statistics, decay);
        this.rampSteps = Math.max(1, Math.round(RAMP_SHARE * total));
        this.last = snapshot();
        this.lastFinite = last;
    }

    private float[][] snapshot() {
        return new float[][]{average.parameters().clone(), average.statistics().clone()};
    }

    @Override
    public void fill(final int[] rows, final SplittableRandom random, final Batch batch) {
        final var views = setup.views();
        final var labeled = setup.labeled().next(random);
        final var input = batch.get(Slot.INPUT);
        final var shares = batch.get(Slot.CLASSES);
        final var weights = batch.get(Slot.ROW_WEIGHTS);
        final var unlabeledStart = labeled.length * views.width();
        views.weak(labeled, random, input, 0);
        Arrays.fill(shares, 0);
        for (var i = 0; i < labeled.length; i++) {
            shares[i * setup.classes() + setup.codes()[labeled[i]]] = 1;
            weights[i] = 1f / labeled.length;
        }
        views.weak(rows, random, predictor.batch().get(Slot.INPUT), 0);
        predictor.batch().deterministic();
        final var targets = setup.meanTeacher() ? predictor.run(average.parameters(), average.statistics())
            : predictor.run(parameters, statistics);
        if (adversary == null) {
            views.strong(rows, random, input, unlabeledStart);
        } else {
            System.arraycopy(predictor.batch().get(Slot.INPUT), 0, input, unlabeledStart, rows.length * views.width());
            adversary.perturb(parameters, statistics, targets, input, unlabeledStart, random);
        }
        final var confidence = setup.rule().set(targets);
        for (var i = 0; i < rows.length; i++) {
            setTarget(rows[i], i, targets, confidence);
            weights[labeled.length + i] = (float)(scale() * confidence[i] / rows.length);
        }
        System.arraycopy(targets, 0, shares, labeled.length * setup.classes(), targets.length);
    }

    /** Replaces the target of a labeled row by its label, if the rule says so; adds other targets to the statistics. */
    private void setTarget(final int row, final int at, final float[] targets, final float[] confidence) {
        final var classes = setup.classes();
        if (setup.codes()[row] < 0) {
            epochStatistics.target(confidence[at], TargetRule.best(targets, at * classes, classes), setup.truth()[row]);
        } else if (setup.rule().keepsLabels()) {
            Arrays.fill(targets, at * classes, (at + 1) * classes, 0);
            targets[at * classes + setup.codes()[row]] = 1;
            confidence[at] = 1;
        }
    }

    /** The weight of the unlabeled rows in this step (the Gaussian ramp-up of Laine &amp; Aila 2017, section 2.1). */
    private double scale() {
        final var remaining = 1 - Math.min(1, (double)steps / rampSteps);
        return setup.weight() * Math.exp(-STEEPNESS * remaining * remaining);
    }

    @Override
    public void stepped() {
        epochStatistics.step(step.rowLosses(), setup.labeled().perStep(), scale());
        average.add(parameters, statistics);
        steps++;
    }

    @Override
    public boolean next(final Loop.Pass pass) {
        history.add(epochStatistics.end(pass));
        lastFinite = last;
        last = snapshot();
        return true;
    }

    List<ConsistencyResult.Epoch> history() {
        return history;
    }

    /** @return parameters and statistics of the average after the last epoch */
    float[][] last() {
        return last;
    }

    /** @return those at the beginning of the last epoch, with which it had a finite loss */
    float[][] lastFinite() {
        return lastFinite;
    }
}
