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
 * The steps of one training: each is given labeled rows, with their labels for targets, and behind them strong views of
 * rows of all kinds, with targets made of what is predicted for weak views of the same rows.
 */
final class Steps implements Loop.Guide {

    /** In which share of all steps the unlabeled rows gain their weight. */
    private static final double RAMP = 0.3;

    private static final double STEEPNESS = 5;

    /**
     * What the steps are made of.
     *
     * @param views of all rows
     * @param codes per row its class; -1 if it has no label
     * @param truth per row its true class, for the history only; -1 where it is not known
     * @param classes how many classes there are
     * @param labeled which labeled rows come when
     * @param aim makes targets of predictions
     * @param weight of the unlabeled rows once they have gained it
     * @param taught whether the average of the weights predicts, and not the weights as they are
     */
    record Setup(Augmentations views, int[] codes, int[] truth, int classes, LabeledSampler labeled, TargetRule aim,
        double weight,
        boolean taught) {
    }

    private final Setup plan;

    private final Engine.TrainingStep step;

    /** Predicts as many rows as a step has unlabeled ones. */
    private final Engine.ForwardPass predictor;

    /** Null if strong views are damaged ones. */
    private final Adversary adversary;

    private final float[] parameters;

    private final float[] statistics;

    private final WeightAverage average;

    private final long gaining;

    private final EpochStatistics tally = new EpochStatistics();

    private final List<ConsistencyResult.Epoch> history = new ArrayList<>();

    private long done;

    /** The average as it was after an epoch, and whether a later epoch went well from there. */
    private float[][] last;

    private float[][] good;

    /**
     * @param total how many steps there will be
     * @param parameters that the loop changes
     * @param statistics that the loop changes
     */
    Steps(final Setup plan, final Engine.TrainingStep step, final Engine.ForwardPass predictor,
        final Adversary adversary,
        final long total, final float[] parameters, final float[] statistics, final double decay) {
        this.plan = plan;
        this.step = step;
        this.predictor = predictor;
        this.adversary = adversary;
        this.parameters = parameters;
        this.statistics = statistics;
        this.average = new WeightAverage(parameters, statistics, decay);
        this.gaining = Math.max(1, Math.round(RAMP * total));
        this.last = snapshot();
        this.good = last;
    }

    private float[][] snapshot() {
        return new float[][]{average.parameters().clone(), average.statistics().clone()};
    }

    @Override
    public void fill(final int[] rows, final SplittableRandom random, final Batch batch) {
        final var views = plan.views();
        final var labeled = plan.labeled().next(random);
        final var input = batch.get(Slot.INPUT);
        final var shares = batch.get(Slot.CLASSES);
        final var weights = batch.get(Slot.ROW_WEIGHTS);
        final var behind = labeled.length * views.width();
        views.weak(labeled, random, input, 0);
        Arrays.fill(shares, 0);
        for (var i = 0; i < labeled.length; i++) {
            shares[i * plan.classes() + plan.codes()[labeled[i]]] = 1;
            weights[i] = 1f / labeled.length;
        }
        views.weak(rows, random, predictor.batch().get(Slot.INPUT), 0);
        predictor.batch().deterministic();
        final var targets = plan.taught() ? predictor.run(average.parameters(), average.statistics())
            : predictor.run(parameters, statistics);
        if (adversary == null) {
            views.strong(rows, random, input, behind);
        } else {
            System.arraycopy(predictor.batch().get(Slot.INPUT), 0, input, behind, rows.length * views.width());
            adversary.move(parameters, statistics, targets, input, behind, random);
        }
        final var certain = plan.aim().set(targets);
        for (var i = 0; i < rows.length; i++) {
            keep(rows[i], i, targets, certain);
            weights[labeled.length + i] = (float)(scale() * certain[i] / rows.length);
        }
        System.arraycopy(targets, 0, shares, labeled.length * plan.classes(), targets.length);
    }

    /** Gives a labeled row its label for a target if that is to be; counts any other. */
    private void keep(final int row, final int at, final float[] targets, final float[] certain) {
        final var classes = plan.classes();
        if (plan.codes()[row] < 0) {
            tally.target(certain[at], TargetRule.best(targets, at * classes, classes), plan.truth()[row]);
        } else if (plan.aim().keepsLabels()) {
            Arrays.fill(targets, at * classes, (at + 1) * classes, 0);
            targets[at * classes + plan.codes()[row]] = 1;
            certain[at] = 1;
        }
    }

    /** The weight of the unlabeled rows in this step (the ramp of Laine &amp; Aila 2017, section 2.1). */
    private double scale() {
        final var left = 1 - Math.min(1, (double)done / gaining);
        return plan.weight() * Math.exp(-STEEPNESS * left * left);
    }

    @Override
    public void stepped() {
        tally.step(step.rowLosses(), plan.labeled().perStep(), scale());
        average.add(parameters, statistics);
        done++;
    }

    @Override
    public boolean next(final Loop.Pass pass) {
        history.add(tally.end(pass));
        good = last;
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

    /** @return those with which the last epoch of the history began: it went well with them */
    float[][] good() {
        return good;
    }
}
