package org.fewlabel.learn.supervised;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;

/**
 * An ensemble: the weighted mean of several classifiers, each with temperature scaling, and with another temperature
 * for the mean (a single part is a calibrated classifier). A row is undecided if it is for one of them.
 */
public final class MixtureClassifier implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "mixture";

    private static final int MAX_PARTS = 100;

    private final List<Classifier> parts;

    private final double[] weights;

    private final double[] temperatures;

    private final double temperature;

    /**
     * @param parts at least one, with the same classes and dimensions
     * @param weights of the parts, at least 0, not all 0
     * @param temperatures of the parts, above 0
     * @param temperature of their mean, above 0
     * @throws IllegalArgumentException if they do not fit each other
     */
    public MixtureClassifier(final List<Classifier> parts, final double[] weights, final double[] temperatures,
        final double temperature) {
        if (parts.isEmpty() || weights.length != parts.size() || temperatures.length != parts.size()
            || Arrays.stream(weights).anyMatch(w -> !(w >= 0)) || !(Arrays.stream(weights).sum() > 0)
            || Arrays.stream(temperatures).anyMatch(t -> !(t > 0)) || !(temperature > 0)
            || parts.stream().anyMatch(p -> p.classes() != parts.get(0).classes()
                || p.columns() != parts.get(0).columns())) {
            throw new UserMessageException(
                "The stored model is damaged: the parts of the mixture do not fit each other.");
        }
        this.parts = List.copyOf(parts);
        this.weights = weights.clone();
        this.temperatures = temperatures.clone();
        this.temperature = temperature;
    }

    /**
     * @param classifier of any kind
     * @param temperature above 0
     * @return the classifier with temperature scaling; mixtures are not nested, since these could not be restored
     */
    public static Classifier calibrated(final Classifier classifier, final double temperature) {
        if (temperature == 1) {
            return classifier;
        }
        return classifier instanceof MixtureClassifier m
            ? new MixtureClassifier(m.parts, m.weights, m.temperatures, m.temperature * temperature)
            : new MixtureClassifier(List.of(classifier), new double[]{1}, new double[]{1}, temperature);
    }

    @Override
    public int classes() {
        return parts.get(0).classes();
    }

    @Override
    public int columns() {
        return parts.get(0).columns();
    }

    @Override
    public int words() {
        return parts.stream().mapToInt(Classifier::words).max().orElse(0);
    }

    @Override
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        final var mean = new double[Math.multiplyExact(rows.rows(), classes())];
        final var sum = Arrays.stream(weights).sum();
        for (var p = 0; p < weights.length; p++) {
            final var part = Temperature.apply(parts.get(p).predict(rows, workers,
                progress.part((double)p / weights.length, (p + 1.0) / weights.length)), temperatures[p]).values();
            for (var at = 0; at < mean.length; at++) {
                mean[at] += weights[p] / sum * part[at];
            }
        }
        final var mixed = new ClassProbabilities(classes(), mean);
        return temperature == 1 ? mixed : Temperature.apply(mixed, temperature);
    }

    @Override
    public State state() {
        final var state = new State().put("kind", KIND).put("parts", parts.size()).put("weights", weights)
            .put("temperatures", temperatures).put("temperature", temperature);
        for (var p = 0; p < weights.length; p++) {
            state.put("part " + p, parts.get(p).state());
        }
        return state;
    }

    /**
     * @param state of another classifier of this kind
     * @param partOf restores a part
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static MixtureClassifier restore(final State state, final Function<State, Classifier> partOf) {
        final var count = state.integer("parts", 1, MAX_PARTS);
        final var parts = IntStream.range(0, count).mapToObj(p -> partOf.apply(state.state("part " + p))).toList();
        return new MixtureClassifier(parts, state.numbers("weights", count), state.numbers("temperatures", count),
            state.number("temperature"));
    }
}
