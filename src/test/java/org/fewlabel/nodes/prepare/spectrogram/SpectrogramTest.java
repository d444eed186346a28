package org.fewlabel.nodes.prepare.spectrogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.learn.audio.WaveBytes.tone;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.fewlabel.headless.slice.FileAccess;
import org.fewlabel.headless.workflow.Limits;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.fewlabel.headless.workflow.WorkflowFolder;
import org.fewlabel.headless.workflow.WorkflowPlaces;
import org.fewlabel.learn.audio.WaveBytes;
import org.fewlabel.nodes.Canceled;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

/** The node Spectrogram: the sources of recordings, unusable recordings, and the appended columns. */
class SpectrogramTest {

    private static final String SHAPE = "org.fewlabel.shape";

    @TempDir
    private Path folder;

    private static TestRun run(final Consumer<NodeSettings> change, final TestTable table) throws Exception {
        return TestRun.of(new SpectrogramNodeFactory(), change, table.build());
    }

    private static TestRun run(final TestTable table) throws Exception {
        return run(settings -> {}, table);
    }

    private static List<DataCell> cells(final BufferedDataTable table, final String column) {
        final var cells = new ArrayList<DataCell>();
        for (final var row : table) {
            cells.add(row.getCell(table.getDataTableSpec().findColumnIndex(column)));
        }
        return cells;
    }

    private static double[] numbers(final DataCell cell) {
        final var vector = (DoubleVectorValue)cell;
        return IntStream.range(0, vector.getLength()).mapToDouble(vector::getValue).toArray();
    }

    private static void enable(final NodeSettings settings, final String key, final double value) {
        settings.addBoolean(key + "_is_present", true);
        settings.addDouble(key, value);
    }

    private String write(final String name, final byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    @Test
    void describesFilesByTheirPathsAndAsTheyAreAlike() throws Exception {
        final var low = new WaveBytes().of(tone(300, 8000, 0.3));
        final var high = new WaveBytes().of(tone(2000, 8000, 0.5));
        final var byPath = run(new TestTable().strings("id", "a", "b").strings("file", write("low.wav", low),
            folder.resolve("high 1.wav").toUri().toString()));
        assertThat(byPath.warning()).contains("cannot be used",
            "high%201.wav\" in the row \"Row1\" cannot be opened (There is no file");
        write("high 1.wav", high);
        final var paths = run(new TestTable().strings("file", folder.resolve("low.wav").toString(),
            folder.resolve("high 1.wav").toUri().toString()));
        final var bytes = run(new TestTable().strings("file", "x", "y").files("sound", low, high));
        assertThat(cells(paths.table(0), "Spectrogram")).isEqualTo(cells(bytes.table(0), "Spectrogram"));
        assertThat(numbers(cells(paths.table(0), "Spectrogram").get(0))).hasSize(16 * 40)
            .isNotEqualTo(numbers(cells(paths.table(0), "Spectrogram").get(1)));
        assertThat(paths.table(0).getDataTableSpec().getColumnSpec("Spectrogram").getProperties().getProperty(SHAPE))
            .isEqualTo("16 x 40");
        assertThat(paths.warning()).isNull();
        assertThat(paths.information())
            .isEqualTo("Selected automatically: sample rate 8000 Hz. Set the same values for "
                + "new recordings to be predicted.");
    }

    @Test
    void relativePathsAreInTheDataAreaOfTheWorkflow() throws Exception {
        final var before = FileAccess.current();
        Files.createDirectories(folder.resolve("data/sounds"));
        write("data/sounds/a 1.wav", new WaveBytes().of(tone(300, 8000, 0.3)));
        write("outside.wav", new WaveBytes().of(tone(300, 8000, 0.3)));
        Files.createFile(folder.resolve("workflow.knime"));
        FileAccess.set(new WorkflowPlaces(new WorkflowFiles(new WorkflowFolder(folder, Limits.DEFAULT), false)));
        try {
            final var run = run(
                new TestTable().strings("file", "sounds/a 1.wav", "knime://knime.workflow/data/sounds/a 1.wav",
                    "knime://knime.workflow/outside.wav", "../outside.wav", "knime://knime.workflow/../x.wav", "sounds",
                    "https://example.org/a.wav", "knime://LOCAL/a.wav", folder.resolve("outside.wav").toString()));
            final var cells = cells(run.table(0), "Spectrogram");
            assertThat(cells.subList(0, 3)).doesNotHaveAnyElementsOfTypes(MissingCell.class)
                .allMatch(cell -> cell.equals(cells.get(0)));
            assertThat(cells.subList(3, 9)).allMatch(DataCell::isMissing);
            assertThat(run.warning()).startsWith("6 recordings cannot be used and are replaced by missing values. ")
                .contains(
                    "\"../outside.wav\" in the row \"Row3\" is a relative path that leaves the data area",
                    "\"knime://knime.workflow/../x.wav\" in the row \"Row4\" cannot be opened",
                    "\"sounds\" in the row \"Row5\" cannot be opened",
                    "\"https://example.org/a.wav\" in the row \"Row6\" is a web address; download the file first",
                    "\"knime://LOCAL/a.wav\" in the row \"Row7\" cannot be opened", "1 other recording.");
        } finally {
            FileAccess.set(before);
        }
        assertThatThrownBy(() -> run(new TestTable().strings("file", "sounds/a 1.wav")))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("belongs to a workflow, and there is none");
    }

    @Test
    void badRecordingsAreNamedAndTheOthersDescribed() throws Exception {
        final var good = new WaveBytes().of(tone(500, 8000, 0.3));
        final var table = new TestTable().files("sound", good, null, new byte[0], "ID3 but named .wav......".getBytes(),
            Arrays.copyOf(good, good.length / 2), Arrays.copyOf(good, 44), new WaveBytes().of(new double[500]),
            "<html>404</html>....".getBytes(), new WaveBytes().as(3, 32).of(0, Double.NaN));
        final var run = run(table);
        assertThat(cells(run.table(0), "Spectrogram").stream().map(DataCell::isMissing)).containsExactly(false, true,
            true,
            true, false, true, true, true, true);
        assertThat(run.warning()).startsWith("6 recordings cannot be used and are replaced by missing values. "
            + "The recording in the row \"Row2\" is an empty file. The recording in the row \"Row3\" is not a WAV "
            + "file but MP3")
            .contains("\"Row5\" has no samples", "\"Row6\" is silent from beginning to end",
                "The same applies to 1 other recording.",
                "1 recording is truncated; what is there is used. The recording in the row \"Row4\" is shorter");
        assertThatThrownBy(() -> run(settings -> settings.addString("unusable", "FAIL"), table))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("The recording in the row \"Row2\" is an empty file. "
                + "Remove the row, or choose \"Insert missing value\" under \"If a recording cannot be used\".");
    }

    @Test
    void aTableWithoutAnyRecordingIsRefused() {
        assertThatThrownBy(() -> run(new TestTable().files("sound"))).hasMessageContaining("The table has no rows.");
        assertThatThrownBy(() -> run(new TestTable().files("sound", (Object)null)))
            .hasMessageContaining("All cells of the column are missing.");
        assertThatThrownBy(() -> run(new TestTable().files("sound", new byte[0], new byte[9])))
            .hasMessageContaining("No recording can be used.");
        assertThatThrownBy(() -> run(new TestTable().files("sound", (Object)new WaveBytes().of(new double[9]))))
            .hasMessageContaining("No recording can be used.").hasMessageContaining("silent");
        assertThatThrownBy(() -> run(new TestTable().doubles("x", 1.0))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("No column is chosen under \"Recordings\"");
        assertThatThrownBy(() -> run(settings -> settings.addString("column", "x"), new TestTable().doubles("x", 1.0)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("Path to String");
        assertThatThrownBy(() -> run(settings -> settings.addString("column", "y"), new TestTable().doubles("x", 1.0)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("is not in the input table");
    }

    /** 8 bits to floating point, mono and stereo, any rate: the same sound has the same spectrogram. */
    @ParameterizedTest
    @CsvSource({"1,8,1,8000", "1,16,2,8000", "1,24,1,44100", "1,32,2,22050", "3,32,1,48000", "3,64,1,11025"})
    void theSameSoundIsDescribedAlikeHoweverItIsWritten(final int format, final int bits, final int channels,
        final int rate)
        throws Exception {
        final var mono = sweep(rate);
        final var samples = new double[mono.length * channels];
        Arrays.setAll(samples, i -> mono[i / channels]);
        final var run = run(settings -> settings.addDouble("window", 32), new TestTable().files("sound",
            new WaveBytes().as(3, 64).of(sweep(8000)),
            new WaveBytes().as(format, bits).channels(channels).rate(rate).of(samples)));
        final var cells = cells(run.table(0), "Spectrogram");
        final var first = numbers(cells.get(0));
        final var second = numbers(cells.get(1));
        assertThat(correlation(first, second)).isGreaterThan(bits == 8 ? 0.9 : 0.98);
    }

    /** A tone with overtones that climbs, and a little noise in which nothing is infinitely quiet. */
    private static double[] sweep(final int rate) {
        final var samples = new double[rate / 2];
        for (var i = 0; i < samples.length; i++) {
            final var t = (double)i / rate;
            final var phase = 2 * Math.PI * (200 * t + 300 * t * t);
            for (var k = 1; k <= 6; k++) {
                samples[i] += 0.3 / k * Math.sin(k * phase);
            }
            for (var k = 0; k < 60; k++) { // the same noise at every rate
                samples[i] += 0.004 * Math.sin(2 * Math.PI * (83 + 61.7 * k) * t + k * k);
            }
        }
        return samples;
    }

    private static double correlation(final double[] a, final double[] b) {
        var ab = 0.0;
        var aa = 0.0;
        var bb = 0.0;
        for (var i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void coefficientsAndLengthAsTheUserWants() throws Exception {
        final var table = new TestTable().files("sound", new WaveBytes().of(tone(300, 8000, 0.3)),
            new WaveBytes().of(tone(300, 8000, 0.5)));
        final var mfcc = run(settings -> settings.addString("description", "MFCC"), table);
        assertThat(numbers(cells(mfcc.table(0), "MFCC").get(0))).hasSize(16 * 13);
        final var padded = run(settings -> settings.addString("length", "PAD_OR_CROP"), table);
        assertThat(numbers(cells(padded.table(0), "Spectrogram").get(0))).hasSize(50 * 40);
        assertThat(padded.information()).contains("Selected automatically: sample rate 8000 Hz, length 0.50 s.");
        assertThat(padded.configured().specs()[0].toString()).contains("Spectrogram");
        final var second = run(settings -> {
            settings.addString("length", "PAD_OR_CROP");
            enable(settings, "seconds", 1);
            settings.addInt("bands", 24);
            settings.addString("scale", "HTK");
            settings.addBoolean("centre", false);
        }, table);
        assertThat(numbers(cells(second.table(0), "Spectrogram").get(0))).hasSize(100 * 24);
        assertThat(second.table(0).getDataTableSpec().getColumnSpec("Spectrogram").getProperties().getProperty(SHAPE))
            .isEqualTo("100 x 24");
    }

    @Test
    void picturesCanBeViewed() throws Exception {
        final var run = run(settings -> settings.addBoolean("image", true),
            new TestTable().files("sound", new WaveBytes().of(sweep(8000)), new byte[0]));
        final var cells = cells(run.table(0), "Spectrogram (image)");
        assertThat(cells.get(1).isMissing()).isTrue();
        final var picture = ImageIO.read(new ByteArrayInputStream(content(cells.get(0))));
        assertThat(picture.getWidth()).isEqualTo(16 * 8);
        assertThat(picture.getHeight()).isEqualTo(40 * 3);
        final var numbers = numbers(cells(run.table(0), "Spectrogram").get(0));
        final var loudest = IntStream.range(0, numbers.length).boxed()
            .max((a, b) -> Double.compare(numbers[a], numbers[b])).orElseThrow();
        assertThat(picture.getRaster().getSample(loudest / 40 * 8, (39 - loudest % 40) * 3, 0)).isEqualTo(255);
    }

    private static byte[] content(final DataCell cell) throws IOException {
        final var out = new ByteArrayOutputStream();
        ((PNGImageValue)cell).getImageContent().save(out);
        return out.toByteArray();
    }

    @Test
    void learnersTakeTheSpectrogramForAFeature() throws Exception {
        final var sounds = new Object[20];
        Arrays.setAll(sounds,
            i -> new WaveBytes().of(tone(i < 10 ? 400 + 5 * i : 1500 + 10 * i, 8000, 0.2 + 0.01 * i)));
        final var labels = new Object[20];
        labels[0] = "low";
        labels[19] = "high";
        final var described = run(new TestTable().files("sound", sounds).strings("label", labels));
        final var learned = TestRun.of(new LabelPropagatorNodeFactory(), described.table(0));
        final var predictions = TestTable.texts(learned.table(0), "Prediction (label)");
        assertThat(predictions.subList(0, 10)).containsOnly("low");
        assertThat(predictions.subList(10, 20)).containsOnly("high");
    }

    @Test
    void equalInputGivesEqualOutput() throws Exception {
        final var table = new TestTable().files("sound", new WaveBytes().rate(44_100).of(sweep(44_100)));
        assertThat(cells(run(table).table(0), "Spectrogram")).isEqualTo(cells(run(table).table(0), "Spectrogram"));
    }

    @ParameterizedTest
    @CsvSource({"0.0", "0.4"})
    void stopsWhenTheUserCancels(final double progress) throws Exception {
        final var long1 = new WaveBytes().rate(44_100).of(tone(500, 44_100, 30));
        final var sounds = new Object[20];
        Arrays.fill(sounds, long1);
        Canceled.assertStops(new SpectrogramNodeFactory(), settings -> {}, progress,
            new TestTable().files("sound", sounds).build());
    }

    @ParameterizedTest
    @CsvSource({"parts,0,Number of time segments", "bands,0,Number of mel bands", "bands,1001,Number of mel bands"})
    void settingsOutOfRangeAreRefused(final String key, final int value, final String title) {
        assertThatThrownBy(() -> run(settings -> settings.addInt(key, value), new TestTable().strings("file", "x")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"" + title + "\" must be");
    }

    @Test
    void settingsThatDoNotGoTogetherAreRefused() {
        final var table = new TestTable().files("sound", (Object)new WaveBytes().of(sweep(8000)));
        assertThatThrownBy(() -> run(settings -> {
            settings.addString("description", "MFCC");
            settings.addInt("coefficients", 41);
        }, table)).hasMessageContaining("at most the number of mel bands (40)");
        assertThatThrownBy(() -> run(settings -> settings.addInt("bands", 400), table))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("Use fewer bands or a longer window.");
    }
}
