package org.fewlabel.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.junit.jupiter.api.Test;

class FewLabelClassifierTest {

    private static final Rows NEW_ROWS = new Rows(3,
        List.of(new NominalColumn("colour", new int[]{0, 0, -1}, List.of("green")),
            new NumberColumn("x", new double[]{0.1, -2, Double.NaN})));

    private static FewLabelClassifier network() {
        return FewLabelClassifier.restore(Networks.state());
    }

    @Test
    void aRestoredNetworkReadsRawRows() {
        final var probabilities = network().predict(NEW_ROWS, Workers.CALLER, Progress.NONE);

        final var high = 1 / (1 + Math.exp(-1)); // of the logit 10 x 0.1
        assertThat(probabilities.values()).containsExactly(new double[]{1 - high, high, 1, 0, 0.5, 0.5}, within(1e-5));
        assertThat(FewLabelClassifier.restore(network().state()).predict(NEW_ROWS, Workers.own(2), Progress.NONE))
            .isEqualTo(probabilities);
        assertThat(network().columns()).containsExactly("x", "colour");
        assertThat(network().classes()).containsExactly("low", "high");
        assertThat(network().kind()).isEqualTo("network");
    }

    @Test
    void whatANetworkHasNeverSeenIsSaid() {
        assertThat(network().unusual(NEW_ROWS, new ClassProbabilities(2, new double[6]))).isEqualTo(new UnusualRows(
            List.of(new UnusualRows.UnseenCells("x", 1, true), new UnusualRows.UnseenCells("colour", 2, true)), 0));
    }

    @Test
    void aCancelEndsThePrediction() {
        final var impatient = Checks.canceledAt(1);
        assertThatThrownBy(() -> network().predict(NEW_ROWS, Workers.CALLER, impatient))
            .isInstanceOf(CancellationException.class);
    }

    /** With a class loader that does not know ND4J: whatever touches it fails. */
    @Test
    void onlyPredictingNeedsTheLibraryForNetworks() throws Exception {
        final var urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !path.contains("nd4j") && !path.contains("javacpp") && !path.contains("openblas"))
            .map(FewLabelClassifierTest::url).toArray(URL[]::new);
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("org.nd4j.linalg.factory.Nd4j"))
                .isInstanceOf(ClassNotFoundException.class);
            assertThatCode(Networks.inIsolation(loader)::run).doesNotThrowAnyException();
        }
    }

    private static URL url(final String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (final MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aClassifierOfEncodedRowsIsStoredAsBefore() {
        final var labels = new Labels(new int[]{0, -1, 1, -1}, List.of("low", "high"));
        final var state = LabeledOnly.train(Networks.rows(), labels, Progress.NONE).state();

        assertThat(state.entries()).containsOnlyKeys("columns", "classes", "encoder", "model");
        assertThat(FewLabelClassifier.restore(state).predict(Networks.rows(), Workers.CALLER, Progress.NONE).values())
            .hasSize(8);
        assertThatThrownBy(() -> FewLabelClassifier.restore(with(state, "classes", new String[]{"low"})))
            .hasMessageContaining("damaged");
        assertThatThrownBy(() -> FewLabelClassifier.restore(with(state, "columns", new String[]{"x"})))
            .hasMessageContaining("damaged");
    }

    @Test
    void aForgedNetworkIsRefused() {
        final var state = Networks.state();
        final var model = state.state("model");
        assertForged(with(state, "classes", new String[]{"high", "low"}));
        assertForged(with(state, "columns", new String[]{"colour", "x"}));
        assertForged(with(state, "model", with(model, "classes", new String[]{"low"})));
        assertForged(with(state, "model", with(model, "kind", "mixture")));
        assertForged(with(state, "model", with(model, "network",
            with(model.state("network"), "parameters", new float[3]))));
        assertForged(with(state, "model", with(model, "network", with(model.state("network"), "objective",
            new State().put("kind", "NT-Xent").put("temperature", 1.0)))));
        assertThatThrownBy(() -> Classifiers.restore(model)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertForged(final State state) {
        assertThatThrownBy(() -> FewLabelClassifier.restore(state)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("damaged");
    }

    private static State with(final State state, final String name, final Object value) {
        final var changed = new State();
        state.entries().forEach((key, old) -> changed.put(key, key.equals(name) ? value : old));
        return changed;
    }
}
