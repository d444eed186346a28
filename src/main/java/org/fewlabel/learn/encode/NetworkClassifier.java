package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Objective;

/** A network classifier of raw rows with its input encoding, complete for storing and predicting. */
public final class NetworkClassifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "network";

    private final List<String> classes;

    private final TableEncoder encoder;

    /** @throws IllegalArgumentException if the network is not for that number of classes */
    NetworkClassifier(final List<String> classes, final TableEncoder encoder) {
        if (!(encoder.objective() instanceof Objective.Classification c) || c.classes() != classes.size()) {
            throw new UserMessageException("The model is damaged: its network does not tell " + classes.size()
                + " classes.");
        }
        this.classes = List.copyOf(classes);
        this.encoder = encoder;
    }

    /** @return the names of the classes */
    public List<String> classes() {
        return classes;
    }

    /** @return the names of its columns */
    public List<String> columns() {
        return encoder.columns();
    }

    /**
     * @param rows with its columns
     * @return their probabilities
     * @throws IllegalArgumentException if a column is missing or of another kind
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ClassProbabilities predict(final Rows rows, final Engine engine, final Progress progress) {
        return new TrainedClassifier(encoder.network(), (Objective.Classification)encoder.objective(), encoder.values(),
            encoder.statistics()).predict(encoder.input().encode(rows, progress), engine, progress);
    }

    /**
     * @param rows with its columns
     * @return the number of unseen cells of each column that has some: unknown categories, and missing numbers if none
     *         was missing in training
     */
    public Map<String, Integer> unseenCells(final Rows rows) {
        return encoder.input().unseenCells(rows);
    }

    /** @return the input of {@link #restore} */
    public State state() {
        return new State().put("kind", KIND).put("classes", classes.toArray(String[]::new)).put("network",
            encoder.state());
    }

    /**
     * @param state of another classifier
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static NetworkClassifier restore(final State state) {
        return new NetworkClassifier(Arrays.asList(state.texts("classes", -1)),
            TableEncoder.restore(state.state("network")));
    }
}
