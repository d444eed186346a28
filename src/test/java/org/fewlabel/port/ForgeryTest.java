package org.fewlabel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.fewlabel.device.Allocated;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Pictures;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.encode.Architecture;
import org.fewlabel.learn.encode.Autoencoder;
import org.fewlabel.learn.encode.ContrastiveEncoder;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.encode.FittedEncoder;
import org.fewlabel.learn.encode.MaskedEncoder;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.model.LabeledOnly;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FeatureKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.ExecutionMonitor;

/** Truncated or forged files of encoders and tasks: an early error with a message, without allocating memory. */
class ForgeryTest {

    private static final int ROWS = 80;

    private static final Engine ENGINE = Engines.open(Progress.NONE);

    private static final EncoderSettings SETTINGS = new EncoderSettings(new Architecture(List.of(6, 4)),
        InputEncoder.Scaling.ROBUST, TrainingSettings.defaults(1).withEpochs(1));

    private static final List<FeatureColumn> FEATURES = List.of(new FeatureColumn("x", FeatureKind.NUMBER),
        new FeatureColumn("few", FeatureKind.NOMINAL), new FeatureColumn("many", FeatureKind.NOMINAL),
        new FeatureColumn("print", FeatureKind.BITS), new FeatureColumn("spectrum", FeatureKind.VECTOR),
        new FeatureColumn("note", FeatureKind.TEXT));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeAll
    static void register() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, ForgeryTest.class.getClassLoader()).registerPortTypes();
        }
    }

    @BeforeEach
    void save() throws Exception {
        PortObjectFiles.save(EncoderPortObject.of(denoising(), "Autoencoder", Map.of(), FEATURES, ROWS), folder,
            new ExecutionMonitor());
        file = folder.resolve("object").resolve("portobject.zip");
    }

    /** A column of every kind. */
    private static Rows rows() {
        final var random = new Random(1);
        final var x = random.doubles(ROWS).toArray();
        x[3] = Double.NaN;
        final var bits = new long[ROWS][];
        Arrays.setAll(bits, i -> new long[]{random.nextInt(16)});
        final var spectra = new float[3 * ROWS];
        for (var i = 0; i < spectra.length; i++) {
            spectra[i] = random.nextFloat();
        }
        return new Rows(ROWS, List.<Column>of(new NumberColumn("x", x), nominal("few", 3), nominal("many", 40),
            new BitColumn("print", 4, bits), new VectorColumn("spectrum", ROWS, 3, spectra), notes()));
    }

    private static TextColumn notes() {
        return new TextColumn("note", IntStream.range(0, ROWS)
            .mapToObj(i -> i % 9 == 0 ? null : "case " + i % 7 + (i % 2 == 0 ? " closed" : " open again"))
            .toArray(String[]::new));
    }

    private static NominalColumn nominal(final String name, final int categories) {
        return new NominalColumn(name, IntStream.range(0, ROWS).map(i -> i % categories).toArray(),
            IntStream.range(0, categories).mapToObj(Integer::toString).toList());
    }

    private static FittedEncoder denoising() {
        return new Autoencoder(Autoencoder.Variant.DENOISING, 0.3, SETTINGS).fit(rows(), ENGINE, Progress.NONE);
    }

    private void assertRefused(final String words) {
        assertThatThrownBy(() -> PortObjectFiles.load(EncoderPortObject.class, folder, new ExecutionMonitor()))
            .isInstanceOf(IOException.class).hasCauseInstanceOf(IOException.class).hasMessageContaining(words);
    }

    @Test
    void aFileThatIsCutIsAnErrorWhereverItIsCut() throws Exception {
        final var bytes = Files.readAllBytes(file);
        // a reader of a stream does not need the directory at the end of a zip file
        final var directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (var length = 0; length < directory; length += 41) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> PortObjectFiles.load(EncoderPortObject.class, folder, new ExecutionMonitor()))
                .isInstanceOf(IOException.class).hasMessageContaining("portobject.zip");
        }
    }

    @Test
    void contentThatIsCutIsAnErrorWhereverItIsCut() throws Exception {
        final var content = content();
        for (var length = 0; length < content.length; length += 211) {
            replace(Arrays.copyOf(content, length));
            assertRefused("The stored model is cut off: bytes are missing at its end.");
        }
    }

    @Test
    void twoGigabytesOfWeightsAreClaimedInVain() throws Exception {
        final var state = denoising().encoder().state();
        final var count = ((float[])state.entries().get("parameters")).length;
        final var text = new String(content(), StandardCharsets.ISO_8859_1);
        final var claim = "\"parameters\":{\"array\":\"float\",\"length\":" + count + "}";
        assertThat(text).contains(claim);
        final var forged = text.replace(claim, claim.replace(Integer.toString(count), Integer.toString(1 << 29)))
            .getBytes(StandardCharsets.ISO_8859_1);
        final var longer = Integer.toString(1 << 29).length() - Integer.toString(count).length();
        ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(12,
            ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).getInt(12) + longer);
        replace(forged);

        assertThat(Allocated.by(() -> assertRefused("The stored model "))).as("bytes taken").isLessThan(64L << 20);
    }

    @Test
    void aWeightThatIsNoNumberIsAnError() throws Exception {
        final var state = denoising().encoder().state();
        ((float[])state.entries().get("parameters"))[7] = Float.NaN;
        replace(written(state));
        assertRefused("The encoder is damaged");
    }

    @Test
    void contentOfAnotherEncoderIsAnError() throws Exception {
        final var other = new Autoencoder(Autoencoder.Variant.DENOISING, 0.3,
            new EncoderSettings(new Architecture(List.of(6, 5)), SETTINGS.scaling(), SETTINGS.training()));
        replace(written(other.fit(rows(), ENGINE, Progress.NONE).encoder().state()));
        assertRefused("The stored encoder is damaged: its content does not belong to its description.");
    }

    static Stream<TableEncoder> encoders() {
        final var task = PretextTask.of(PretextTask.Kind.CORRUPT, FEATURES.stream().map(FeatureColumn::name).toList(),
            1);
        return Stream.of(denoising(),
            new Autoencoder(Autoencoder.Variant.VARIATIONAL, 0.1, SETTINGS).fit(rows(), ENGINE, Progress.NONE),
            new ContrastiveEncoder(task, new Objective.BarlowTwins(0.005), SETTINGS).fit(rows(), ENGINE, Progress.NONE))
            .map(FittedEncoder::encoder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noEntryOfAnEncoderOfTextsCanBeForged(final boolean masked) throws Exception {
        final var rows = new Rows(ROWS, List.<Column>of(notes()));
        final var task = PretextTask.of(PretextTask.Kind.WORDS, List.of("note"), 1);
        final var encoder = (masked ? new MaskedEncoder(task, 1, SETTINGS).fit(rows, ENGINE, Progress.NONE)
            : new ContrastiveEncoder(task, new Objective.NtXent(0.5), SETTINGS).fit(rows, ENGINE, Progress.NONE))
            .encoder();
        assertThat(
            refused(encoder.state(), TableEncoder::restore, model -> model.embed(rows.select(new int[]{0, 3}), ENGINE,
                Progress.NONE)))
            .isGreaterThan(60);
    }

    /** Any change is rejected with a message, or the encoder still works or reports what is missing. */
    @ParameterizedTest
    @MethodSource("encoders")
    void noEntryCanBeForged(final TableEncoder encoder) throws Exception {
        assertThat(
            refused(encoder.state(), TableEncoder::restore, model -> model.embed(rows().select(new int[]{0, 3}), ENGINE,
                Progress.NONE)))
            .isGreaterThan(200);
    }

    @Test
    void noEntryOfAnEncoderOfImagesCanBeForged() throws Exception {
        final var images = Pictures.bars(20, new Shape(7, 6, 1), 1);
        final var task = PretextTask.of(PretextTask.Kind.ROTATE, List.of(Pictures.NAME), 1);
        final var encoder = new MaskedEncoder(task, 1, SETTINGS).fit(images, ENGINE, Progress.NONE).encoder();
        assertThat(refused(encoder.state(), TableEncoder::restore,
            model -> model.embed(images, ENGINE, Progress.NONE)))
            .isGreaterThan(80);
    }

    @Test
    void noEntryOfAClassifierOfTextsCanBeForged() throws Exception {
        final var rows = new Rows(ROWS, List.<Column>of(notes()));
        final var labels = new Labels(IntStream.range(0, ROWS).map(i -> i < 8 ? i % 2 : -1).toArray(),
            List.of("a", "b"));
        for (final var classifier : List.of(LabeledOnly.train(rows, labels, Progress.NONE),
            RoundLearner.softEm(Contest.Settings.DEFAULT)
                .fit(rows, labels, Optional.empty(), Workers.CALLER, Progress.NONE)
                .classifier())) {
            assertThat(refused(classifier.state(), FewLabelClassifier::restore, model -> model
                .predict(rows.select(new int[]{0, 3}), Workers.CALLER, Progress.NONE))).isGreaterThan(60);
        }
    }

    @Test
    void noEntryOfATaskCanBeForged() throws Exception {
        assertThat(refused(PretextTask.of(PretextTask.Kind.BLOCKS, List.of("a", "b"), 1).state(), PretextTask::restore,
            task -> {}))
            .isGreaterThan(15);
        final var mirrored = new PretextTask(PretextTask.Kind.IMAGE, List.of("a"), 0.5, 4, true, 1);
        assertThat(refused(mirrored.state(), PretextTask::restore, task -> {})).isGreaterThan(15);
    }

    /** How many forgeries are refused; none may fail in another way. */
    private static <M> int refused(final State state, final Function<State, M> restore, final Consumer<M> use)
        throws IOException {
        var refused = 0;
        for (final var forged : forgeries(state)) {
            try {
                use.accept(restored(written(forged.state()), restore));
            } catch (final IOException | UserMessageException e) { // any other would be reported as a bug
                assertThat(e.getMessage()).as(forged.what()).isNotBlank().doesNotContain("org.fewlabel",
                    "For input string");
                refused++;
            } catch (final RuntimeException | OutOfMemoryError e) {
                throw new AssertionError(forged.what(), e);
            }
        }
        return refused;
    }

    /** The model as a port restores it. */
    private static <M> M restored(final byte[] content, final Function<State, M> restore) throws IOException {
        return new ModelEntry("model.bin", "model")
            .restored(StateFormat.read(new ByteArrayInputStream(content)).state(), restore);
    }

    private record Forgery(String what, State state) {
    }

    /** The state with one entry left out or changed, each of them in several ways. */
    private static List<Forgery> forgeries(final State state) {
        final var forgeries = new ArrayList<Forgery>();
        state.entries().forEach((name, value) -> {
            if (value instanceof State inner) {
                forgeries(inner).forEach(forged -> forgeries
                    .add(new Forgery(name + ", " + forged.what(), with(state, name, forged.state()))));
            }
            forgeries.add(new Forgery(name + " left out", with(state, name, null)));
            others(value)
                .forEach(other -> forgeries.add(new Forgery(name + " as " + text(other), with(state, name, other))));
        });
        return forgeries;
    }

    private static String text(final Object value) {
        return value instanceof Object[] texts ? Arrays.toString(texts)
            : value instanceof int[] numbers && numbers.length < 9 ? Arrays.toString(numbers) : value.toString();
    }

    private static List<Object> others(final Object value) {
        if (value instanceof Integer number) {
            return List.of(-1, 0, number + 1, Integer.MAX_VALUE, "1");
        }
        if (value instanceof Double) {
            return List.of(-1.0, 0.0, Double.MAX_VALUE, Double.MIN_VALUE, 1);
        }
        if (value instanceof String) {
            return List.of("", "java.lang.Runtime", 1);
        }
        if (value instanceof String[] texts) {
            final var more = Arrays.copyOf(texts, texts.length + 1);
            more[texts.length] = texts.length > 0 ? texts[0] : "dense x";
            return List.of(new String[0], new String[]{"dense x"}, new String[]{"activation X"}, more, 1);
        }
        if (value instanceof int[] numbers) {
            return List.of(new int[0], new int[]{-1}, new int[]{Integer.MAX_VALUE}, filled(numbers, -1),
                filled(numbers, Integer.MAX_VALUE), filled(numbers, 1), new float[numbers.length]);
        }
        if (value instanceof float[] numbers) {
            final var infinite = numbers.clone();
            Arrays.fill(infinite, Float.POSITIVE_INFINITY);
            return List.of(new float[0], new float[1], infinite, new double[numbers.length]);
        }
        if (value instanceof double[] numbers) {
            final var none = numbers.clone();
            Arrays.fill(none, Double.NaN);
            return List.of(new double[0], new double[1], none, new double[numbers.length], new int[numbers.length]);
        }
        return List.of(new State(), 1);
    }

    private static int[] filled(final int[] numbers, final int value) {
        final var filled = numbers.clone();
        Arrays.fill(filled, value);
        return filled;
    }

    private static State with(final State state, final String name, final Object value) {
        final var changed = new State();
        state.entries().forEach((key, old) -> {
            final var now = key.equals(name) ? value : old;
            if (now != null) {
                changed.put(key, now);
            }
        });
        return changed;
    }

    private static byte[] written(final State state) throws IOException {
        final var out = new ByteArrayOutputStream();
        StateFormat.write(new StateFormat.Content(Provenance.now("Autoencoder", Map.of(), ROWS, "CPU").toJson(), state),
            out);
        return out.toByteArray();
    }

    private byte[] content() throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("encoder.bin")) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("no content");
    }

    private void replace(final byte[] content) throws IOException {
        final var out = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(Files.newInputStream(file)); var copy = new ZipOutputStream(out)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(entry.getName().equals("encoder.bin") ? content : zip.readAllBytes());
                copy.closeEntry();
            }
        }
        Files.write(file, out.toByteArray());
    }
}
