package org.fewlabel.learn.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Ending;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodersTest {

    private static final int ROWS = 240;

    private static final EncoderSettings SETTINGS = new EncoderSettings(new Architecture(List.of(24, 8)),
        InputEncoder.Scaling.STANDARD,
        TrainingSettings.defaults(7).withEpochs(30).withBatch(54).withLearningRate(1e-2, 1));

    private static final Engine ENGINE = Engines.open(Progress.NONE);

    @FunctionalInterface
    private interface Trainer {
        FittedEncoder fit(Rows rows, EncoderSettings settings, Progress progress);
    }

    private static PretextTask task(final PretextTask.Kind kind, final Rows rows) {
        return PretextTask.of(kind, rows.columns().stream().map(Column::name).toList(), 3);
    }

    private static Trainer contrastive(final PretextTask.Kind kind, final Objective.TwoViews loss) {
        return (rows, settings, progress) -> new ContrastiveEncoder(task(kind, rows), loss, settings).fit(rows, ENGINE,
            progress);
    }

    private static Trainer masked(final PretextTask.Kind kind) {
        return (rows, settings, progress) -> new MaskedEncoder(task(kind, rows), MaskedEncoder.RECONSTRUCT, settings)
            .fit(rows, ENGINE, progress);
    }

    private static Trainer autoencoder(final Autoencoder.Variant variant, final double strength) {
        return (rows, settings, progress) -> new Autoencoder(variant, strength, settings).fit(rows, ENGINE, progress);
    }

    static Stream<Arguments> trainers() {
        return Stream.of(
            Arguments.of("NT-Xent", contrastive(PretextTask.Kind.CORRUPT, new Objective.NtXent(1))),
            Arguments.of("NT-Xent of blocks", contrastive(PretextTask.Kind.BLOCKS, new Objective.NtXent(1))),
            Arguments.of("Barlow Twins", contrastive(PretextTask.Kind.CORRUPT, new Objective.BarlowTwins(0.005))),
            Arguments.of("VICReg", contrastive(PretextTask.Kind.CORRUPT, new Objective.VicReg(25, 25, 1))),
            Arguments.of("VIME", masked(PretextTask.Kind.MASK)), Arguments.of("swap", masked(PretextTask.Kind.SWAP)),
            Arguments.of("hidden blocks", masked(PretextTask.Kind.BLOCKS)),
            Arguments.of("denoising", autoencoder(Autoencoder.Variant.DENOISING, 0.2)),
            Arguments.of("variational", autoencoder(Autoencoder.Variant.VARIATIONAL, 0.05)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainers")
    void learnsRestoresAndIsTheSameEveryTime(final String name, final Trainer trainer) {
        final var rows = Tables.mixed(ROWS);
        final var fitted = trainer.fit(rows, SETTINGS, Progress.NONE);
        final var history = fitted.training().history();

        assertThat(history.get(fitted.training().best() - 1).heldOutLoss()).isLessThan(history.get(0).heldOutLoss());
        assertThat(probe(fitted.encoder(), rows)).isGreaterThan(0.8);
        final var embedding = fitted.encoder().embed(rows, ENGINE, Progress.NONE);
        assertThat(embedding.columns()).isEqualTo(8).isEqualTo(fitted.encoder().dimensions());
        final var again = trainer.fit(rows, SETTINGS, Progress.NONE);
        assertThat(again.encoder().embed(rows, ENGINE, Progress.NONE).values()).isEqualTo(embedding.values());
        final var restored = TableEncoder.restore(fitted.encoder().state());
        assertThat(restored.embed(rows, ENGINE, Progress.NONE).values()).isEqualTo(embedding.values());
        assertThat(restored.columns()).containsExactly("number 0", "number 1", "number 2", "number 3", "colour",
            "place");
    }

    /** The accuracy of logistic regression on the embeddings of all rows, with 30 of them labeled. */
    private static double probe(final TableEncoder encoder, final Rows rows) {
        final var embedding = encoder.embed(rows, ENGINE, Progress.NONE);
        final var groups = Tables.groups(rows.size());
        final var few = groups.codes().clone();
        Arrays.fill(few, 30, few.length, Labels.UNLABELED);
        final var model = LogisticRegression.train(embedding, new Labels(few, groups.classes()), 0, Progress.NONE);
        return share(groups, model.predict(embedding, Workers.CALLER, Progress.NONE).values());
    }

    private static double share(final Labels truth, final double[] probabilities) {
        final var predicted = new ClassProbabilities(truth.classes().size(), probabilities).argmax();
        var right = 0;
        for (var i = 0; i < predicted.length; i++) {
            right += predicted[i] == truth.codes()[i] ? 1 : 0;
        }
        return (double)right / predicted.length;
    }

    @Test
    void aRowsEmbeddingDoesNotDependOnTheOthers() {
        final var rows = Tables.mixed(300);
        final var encoder = quick(rows);
        final var all = encoder.embed(rows, ENGINE, Progress.NONE);
        try (var application = encoder.open(ENGINE)) {
            for (final var some : List.of(new int[]{299}, new int[]{5, 4, 270}, new int[0])) {
                assertThat(application.embed(rows.select(some), Progress.NONE).values())
                    .isEqualTo(all.select(some).values());
            }
        }
    }

    private static TableEncoder quick(final Rows rows) {
        return contrastive(PretextTask.Kind.CORRUPT, new Objective.NtXent(1)).fit(rows, few(2), Progress.NONE)
            .encoder();
    }

    private static EncoderSettings few(final int epochs) {
        return new EncoderSettings(SETTINGS.architecture(), SETTINGS.scaling(), SETTINGS.training().withEpochs(epochs));
    }

    static Stream<Arguments> smallTables() {
        return trainers().flatMap(trainer -> Stream
            .of(Tables.mixed(2), new Rows(10, Tables.numbers(10).columns().subList(0, 1)), Tables.nominal(30))
            .map(rows -> Arguments.of(trainer.get()[0], rows.size(), rows.columns().size(), trainer.get()[1], rows)));
    }

    @ParameterizedTest(name = "{0}: {1} rows of {2} columns")
    @MethodSource("smallTables")
    void copesWithFewRowsFewColumnsAndCategoriesOnly(final String name, final int count, final int columns,
        final Trainer trainer, final Rows rows) {
        final var fitted = trainer.fit(rows, few(2), Progress.NONE);

        assertThat(fitted.encoder().embed(rows, ENGINE, Progress.NONE).rows()).isEqualTo(count);
        assertThat(fitted.training().history()).hasSize(2);
        assertThat(fitted.training().diverged()).isFalse();
    }

    @Test
    void manyCategoriesAndColumnsWithoutValues() {
        final var codes = new int[6000];
        Arrays.setAll(codes, i -> i % 5000);
        final var rows = new Rows(6000, List.of(
            new org.fewlabel.learn.data.NominalColumn("many", codes,
                java.util.stream.IntStream.range(0, 5000).mapToObj(Integer::toString).toList()),
            Tables.numbers(6000).columns().get(0), new NumberColumn("nothing", filled(Double.NaN)),
            new NumberColumn("constant", filled(3))));

        final var fitted = masked(PretextTask.Kind.MASK).fit(rows, few(1), Progress.NONE);

        assertThat(fitted.encoder().dropped()).containsExactly("nothing", "constant");
        assertThat(fitted.encoder().reconstructionErrors(rows, ENGINE, Progress.NONE)).hasSize(6000);
    }

    private static double[] filled(final double value) {
        final var values = new double[6000];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void aTableWithoutVaryingColumnsIsRefused() {
        final var rows = new Rows(3, List.of(new NumberColumn("constant", new double[]{1, 1, 1})));

        assertThatThrownBy(() -> quick(rows)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("No column has two different values");
        assertThatThrownBy(() -> quick(Tables.numbers(1))).hasMessageContaining("too few rows");
    }

    @Test
    void aTaskForOtherColumnsIsRefusedByName() {
        final var task = task(PretextTask.Kind.CORRUPT, Tables.mixed(10));

        assertThatThrownBy(() -> new ContrastiveEncoder(task, new Objective.NtXent(1), SETTINGS).fit(Tables.numbers(10),
            ENGINE, Progress.NONE)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"colour\", \"place\"");
    }

    @Test
    void columnsThatAreMissingOrOfAnotherKindAreNamed() {
        final var encoder = quick(Tables.mixed(60));

        assertThatThrownBy(() -> encoder.embed(Tables.nominal(5), ENGINE, Progress.NONE))
            .hasMessageContaining("\"number 0\" is missing");
        final var retyped = Tables.mixed(5).columns().stream().map(column -> column.name().equals("colour")
            ? new NumberColumn("colour", new double[5]) : column).toList();
        assertThatThrownBy(() -> encoder.embed(new Rows(5, retyped), ENGINE, Progress.NONE))
            .hasMessageContaining("\"colour\" must hold categories");
    }

    @Test
    void oddRowsAreReconstructedWorse() {
        final var rows = Tables.numbers(ROWS);
        final var encoder = autoencoder(Autoencoder.Variant.DENOISING, 0.1).fit(rows, SETTINGS, Progress.NONE)
            .encoder();
        final var odd = rows.columns().stream()
            .map(c -> (Column)new NumberColumn(c.name(),
                new double[]{((NumberColumn)c).values()[0] + 9 * c.name().charAt(7) - 400}))
            .toList();
        final var usual = encoder.reconstructionErrors(rows, ENGINE, Progress.NONE);
        Arrays.sort(usual);

        assertThat(encoder.reconstructionErrors(new Rows(1, odd), ENGINE, Progress.NONE)[0])
            .isGreaterThan(usual[ROWS - 10]);
        assertThatThrownBy(() -> quick(rows).reconstructionErrors(rows, ENGINE, Progress.NONE))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("contrastive");
    }

    @Test
    void aLearningRateThatIsTooHighIsReported() {
        final var wild = new EncoderSettings(SETTINGS.architecture(), SETTINGS.scaling(),
            SETTINGS.training().withLearningRate(1e30, 1));

        final var fitted = masked(PretextTask.Kind.MASK).fit(Tables.mixed(ROWS), wild, Progress.NONE);

        assertThat(fitted.training().diverged()).isTrue();
        assertThat(fitted.training().ending().reason()).isEqualTo(Ending.Reason.DIVERGED);
    }

    @Test
    void aCancelEndsTheWork() {
        final var impatient = Checks.canceledAt(41);
        assertThatThrownBy(() -> masked(PretextTask.Kind.MASK).fit(Tables.mixed(ROWS), SETTINGS, impatient))
            .isInstanceOf(CancellationException.class);
    }

    @Test
    void fineTuningPredictsTheGroups() {
        final var rows = Tables.mixed(ROWS);
        final var groups = Tables.groups(ROWS);
        final var few = groups.codes().clone();
        Arrays.fill(few, 15, few.length, Labels.UNLABELED);
        final var labels = new Labels(few, groups.classes());
        final var encoder = autoencoder(Autoencoder.Variant.VARIATIONAL, 0.05).fit(rows, few(20), Progress.NONE)
            .encoder();
        final var tuning = new FineTuning(40, 1e-2, 0.1, 0.01, 1);

        final var classifier = tuning.fit(encoder, rows, labels, null, ENGINE, Progress.NONE);

        final var probabilities = classifier.predict(rows, ENGINE, Progress.NONE);
        assertThat(share(groups, probabilities.values())).isGreaterThan(0.8);
        assertThat(NetworkClassifier.restore(classifier.state()).predict(rows, ENGINE, Progress.NONE))
            .isEqualTo(probabilities);
        assertThat(
            share(groups, new FineTuning(0, 1e-2, 0.1, 0.01, 1).fit(encoder, rows, labels, null, ENGINE, Progress.NONE)
                .predict(rows, ENGINE, Progress.NONE).values()))
            .isGreaterThan(0.8); // linear probing only
        assertThat(tuning.fit(quick(rows), rows, labels, new float[ROWS], ENGINE, Progress.NONE).classes())
            .isEqualTo(groups.classes());
        assertThat(tuning.fromScratch(SETTINGS, rows, labels, ENGINE, Progress.NONE).columns()).hasSize(6);
    }

    @Test
    void aForgedEncoderIsRefused() {
        final var state = quick(Tables.mixed(60)).state();
        assertForged(state, "parameters", new float[3]);
        final var parameters = ((float[])state.entries().get("parameters")).clone();
        parameters[5] = Float.NaN;
        assertForged(state, "parameters", parameters);
        assertForged(state, "columns", new String[]{"other"});
        assertForged(state, "objective", new State().put("kind", "classification").put("classes", 1 << 30));
        final var network = (State)state.entries().get("network");
        assertForged(state, "network", with(network, "body", new String[]{"dense 999999999"}));
        assertForged(state, "network",
            with(network, "body", new String[]{"dense 16384", "dense 16384", "dense 16384"}));
        assertForged(state, "network", with(network, "head", new String[]{"java.lang.Runtime"}));
        assertForged(state, "network", with(network, "width", -1));
        assertForged(state, "network", with(network, "codes", new int[]{Integer.MAX_VALUE}));
    }

    private static State with(final State state, final String name, final Object value) {
        final var changed = new State();
        state.entries().forEach((key, old) -> changed.put(key, key.equals(name) ? value : old));
        return changed;
    }

    private static void assertForged(final State state, final String name, final Object value) {
        assertThatThrownBy(() -> TableEncoder.restore(with(state, name, value)))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
