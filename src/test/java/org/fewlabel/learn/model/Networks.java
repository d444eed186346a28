package org.fewlabel.learn.model;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.inputs.InputEncoder;

/** A network classifier written down by hand, so that the library for networks is not needed. */
public final class Networks implements Runnable {

    private Networks() {
    }

    /** For {@link #run}, by a class loader of a test. */
    static Runnable inIsolation(final ClassLoader loader) throws ReflectiveOperationException {
        final var constructor = loader.loadClass(Networks.class.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Runnable)constructor.newInstance();
    }

    /** Restores a classifier, stores it again and calls everything except predictions. */
    @Override
    public void run() {
        final var restored = FewLabelClassifier.restore(FewLabelClassifier.restore(state()).state());
        restored.unusual(rows(), new ClassProbabilities(2, new double[8]));
        if (!restored.kind().equals("network")) {
            throw new IllegalStateException(restored.kind());
        }
    }

    /** @return four rows of a number with the standard deviation 1 and a color */
    static Rows rows() {
        return new Rows(4, List.of(new NumberColumn("x", new double[]{-1, -1, 1, 1}),
            new NominalColumn("colour", new int[]{0, 1, 0, 1}, List.of("red", "blue"))));
    }

    /** @return of a linear layer: the logit of "high" is ten times x, that of "low" 0, whatever the color */
    public static State state() {
        final var input = InputEncoder.fit(rows(), InputEncoder.Scaling.STANDARD, Progress.NONE);
        final var network = new State().put("width", input.width()).put("positions", new int[0])
            .put("codes", new int[0])
            .put("dimensions", new int[0]).put("body", new String[0]).put("head", new String[0]);
        final var parameters = new float[2 * input.width() + 2];
        parameters[1] = 10;
        final var encoder = new State().put("kind", "network").put("columns", new String[]{"x", "colour"})
            .put("input", input.state()).put("network", network)
            .put("objective", new State().put("kind", "classification").put("classes", 2)).put("parameters", parameters)
            .put("statistics", new float[0]);
        return new State().put("columns", new String[]{"x", "colour"}).put("classes", new String[]{"low", "high"})
            .put("model", new State().put("kind", "network").put("classes", new String[]{"low", "high"})
                .put("network", encoder));
    }
}
