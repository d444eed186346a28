package org.fewlabel.nodes.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.Canceled.assertStops;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorTest;
import org.fewlabel.nodes.label.consistencylearner.ConsistencyLearnerNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.PretextPortObject;
import org.fewlabel.table.FeatureKind;
import org.fewlabel.table.image.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

/** Images through the nodes. */
class ImagesTest {

    private static final int SIDE = 8;

    /** The pretext tasks that are for images only. */
    enum Task {
        IMAGE, ROTATE, JIGSAW, PATCHES
    }

    @BeforeAll
    static void registerPortTypes() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, ImagesTest.class.getClassLoader()).registerPortTypes();
        }
    }

    /** @return images with a light bar, even ones from left to right, odd ones from top to bottom */
    private static Object[] bars(final int count, final int side) {
        final var random = new Random(3);
        final var files = new Object[count];
        for (var i = 0; i < count; i++) {
            final var pixels = new int[side * side];
            Arrays.setAll(pixels, p -> random.nextInt(40));
            final var at = 1 + random.nextInt(side - 2);
            for (var along = 0; along < side; along++) {
                pixels[i % 2 == 0 ? at * side + along : along * side + at] = 220;
            }
            files[i] = Files.gray(side, side, pixels);
        }
        return files;
    }

    private static Object[] labels(final int count, final int labeled) {
        return IntStream.range(0, count).mapToObj(i -> i >= labeled ? null : i % 2 == 0 ? "lying" : "standing")
            .toArray();
    }

    private static BufferedDataTable images(final int count) {
        return new TestTable().images("picture", bars(count, SIDE)).strings("label", labels(count, 8)).build();
    }

    private static Consumer<NodeSettings> quick() {
        return settings -> {
            Trainer.inside(settings, "training", training -> training.addString("size", "SMALL"));
            Trainer.epochs(settings, 4);
        };
    }

    private static <T extends org.knime.core.node.port.AbstractPortObject> T stored(final T object, final Class<T> type,
        final Path folder) throws Exception {
        PortObjectFiles.save(object, folder, new ExecutionMonitor());
        return PortObjectFiles.load(type, folder, new ExecutionMonitor());
    }

    @Test
    void imagesGetViewsThatOneCanSee() throws Exception {
        final var run = TestRun.of(new PretextGeneratorNodeFactory(), s -> {}, images(20));
        assertThat(run.warning()).isNull();
        assertThat(run.information()).contains("Selected task: \"Image views\", because the only feature is an image.",
            "Read as images: \"picture\".", "The images in \"picture\" have 8 x 8 pixels, grayscale.");
        final var task = (PretextPortObject)run.object(0);
        assertThat(task.getSpec().features()).singleElement()
            .satisfies(column -> assertThat(column.kind()).isEqualTo(FeatureKind.IMAGE))
            .satisfies(column -> assertThat(column.shape()).hasToString("8 x 8 x 1"));
        final var examples = run.table(1);
        assertThat(examples.getDataTableSpec().getColumnSpec("picture").getType()).isEqualTo(PNGImageCellFactory.TYPE);
        assertThat(texts(examples, "Shown").subList(0, 3)).containsExactly("original", "view 1", "view 2");
        assertThat(texts(examples, "Changed").subList(0, 3)).containsExactly(null, "picture", "picture");
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void everyTaskTrainsAnEncoderThatIsTheSameWhenStored(final Task task, @TempDir final Path folder) throws Exception {
        final var table = images(60);
        final var pretext = Trainer.task(table, task.name());
        final var factory = task == Task.IMAGE ? new ContrastiveEncoderNodeFactory() : new MaskedEncoderNodeFactory();
        final var encoder = (EncoderPortObject)TestRun
            .of(factory, quick(), table, stored((PretextPortObject)pretext.object(0), PretextPortObject.class,
                folder.resolve("task")))
            .object(0);
        final var embedded = texts(TestRun.of(new EncoderApplyNodeFactory(), encoder, table).table(0), "Embedding");
        final var again = stored(encoder, EncoderPortObject.class, folder.resolve("encoder"));

        assertThat(texts(TestRun.of(new EncoderApplyNodeFactory(), again, table).table(0), "Embedding"))
            .isEqualTo(embedded);
        if (task == Task.ROTATE) {
            assertThat(texts(pretext.table(1), "Target").get(1))
                .matches("Answer: (0|90|180|270) degrees\\. Masked Encoder.*");
        }
    }

    @Test
    void aClassifierOfImagesPredictsImagesOfAnySize(@TempDir final Path folder) throws Exception {
        final var table = images(80);
        final var task = Trainer.task(table, "IMAGE").object(0);
        final var learned = (ClassifierPortObject)TestRun.of(new ConsistencyLearnerNodeFactory(), settings -> {
            Trainer.inside(settings, "training", training -> {
                training.addString("size", "SMALL");
                training.addDouble("learningRate", 0.005);
            });
            Trainer.epochs(settings, 60);
        }, table, task).object(0);
        final var stored = stored(learned, ClassifierPortObject.class, folder);
        final var larger = new TestTable().images("picture", bars(40, 16)).build();

        final var predicted = texts(TestRun.of(new FewLabelPredictorNodeFactory(), stored, larger).table(0),
            "Prediction (label)");
        final var right = IntStream.range(0, 40)
            .filter(i -> predicted.get(i).equals(i % 2 == 0 ? "lying" : "standing"));
        assertThat(right.count()).isGreaterThan(35);
    }

    @Test
    void aGraphOfImages() throws Exception {
        final var table = images(40);
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), table);
        assertThat(texts(run.table(0), "Prediction (label)")).doesNotContainNull();
    }

    @Test
    void vectorsAreImagesIfTheSizeIsGiven() throws Exception {
        final var random = new Random(1);
        final var vectors = IntStream.range(0, 30).mapToObj(i -> random.doubles(12).toArray()).toArray();
        final var table = new TestTable().lists("v", vectors).build();
        final Consumer<NodeSettings> size = settings -> Trainer.inside(settings, "columns",
            columns -> columns.addString("imageSize", "2 x 2 x 3"));

        final var run = TestRun.of(new PretextGeneratorNodeFactory(), size, table);
        assertThat(run.information()).contains("Selected task: \"Image views\"", "2 x 2 pixels, 3 channels.");
        final var encoder = TestRun.of(new ContrastiveEncoderNodeFactory(), quick(), table, run.object(0)).object(0);
        assertThat(texts(TestRun.of(new EncoderApplyNodeFactory(), encoder, table).table(0), "Embedding")).hasSize(30);
        assertFails(() -> TestRun.of(new PretextGeneratorNodeFactory(),
            settings -> Trainer.inside(settings, "columns", columns -> columns.addString("imageSize", "3 x 3")), table),
            "\"v\"", "images of 3 x 3 x 1 have 9 numbers, but there are 12", "Row0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "0 x 3", "8"})
    void aSizeThatIsNone(final String size) {
        assertThatThrownBy(() -> TestRun.of(new PretextGeneratorNodeFactory(),
            settings -> Trainer.inside(settings, "columns", columns -> columns.addString("imageSize", size)),
            images(10)))
            .hasMessageContaining("\"Image size\"");
    }

    @Test
    void otherColumnsMakePixelsNumbers() throws Exception {
        final var table = new TestTable().images("picture", bars(20, SIDE))
            .doubles("x", new Random(1).doubles(20).boxed().toArray()).build();
        final var run = TestRun.of(new PretextGeneratorNodeFactory(), s -> {}, table);
        assertThat(run.information()).contains("Selected task: \"Corrupt\"",
            "each pixel is treated as a separate number");
        assertThat(TestRun.of(new AutoencoderNodeFactory(), quick(), table).table(1).size()).isEqualTo(4);
        assertFails(() -> Trainer.task(table, "JIGSAW"), "\"Jigsaw\" is for images", "one feature column");
    }

    @Test
    void anImageThatCannotBeUsedIsMissingAndNamed() throws Exception {
        final var files = bars(12, SIDE);
        files[7] = Files.claims(50_000, 50_000);
        files[9] = Arrays.copyOf((byte[])files[6], 60);
        final var table = new TestTable().images("picture", files).build();
        final var run = Trainer.task(table, "IMAGE");
        assertThat(run.warning()).contains(
            "2 images of \"picture\" cannot be used and are treated as missing.",
            "The image in the row \"Row7\"", "50000 x 50000 pixels", "\"Row9\" is damaged");

        final var without = files.clone();
        without[7] = null;
        without[9] = null;
        final var missing = new TestTable().images("picture", without).build();
        final var encoder = TestRun.of(new ContrastiveEncoderNodeFactory(), quick(), missing,
            Trainer.task(missing, "IMAGE").object(0)).object(0);
        final var applied = TestRun.of(new EncoderApplyNodeFactory(), encoder, table);
        assertThat(applied.warning()).contains("2 images of \"picture\" cannot be used");
        assertThat(texts(applied.table(0), "Embedding"))
            .isEqualTo(texts(TestRun.of(new EncoderApplyNodeFactory(), encoder, missing).table(0), "Embedding"));
    }

    @Test
    void whereNoImageCanBeUsedThereIsNothingToLearn(@TempDir final Path folder) {
        final var files = bars(12, SIDE);
        Arrays.setAll(files, i -> Arrays.copyOf((byte[])files[i], 60));
        assertFails(() -> Trainer.task(new TestTable().images("picture", files).build(), "IMAGE"),
            "No usable feature column is left. Ignored because none of its images can be used: \"picture\" (",
            "\"Row0\" is damaged", "; the same applies to 11 other images)");
        Arrays.setAll(files, i -> folder.resolve(i + ".png").toString());
        assertFails(() -> Trainer.task(files(files), "IMAGE"), "none of its images can be used: \"file\" (",
            "cannot be opened");
        assertFails(() -> TestRun.of(new PretextGeneratorNodeFactory(), s -> PretextGeneratorTest.choose(s, "file"),
            files(files)), "No image of the column \"file\" can be used", "cannot be opened",
            "The same applies to 7 other images");
    }

    @Test
    void missingImagesAreAllowed() throws Exception {
        final var files = bars(30, SIDE);
        files[0] = null;
        files[29] = null;
        final var table = new TestTable().images("picture", files).build();
        final var encoder = TestRun.of(new ContrastiveEncoderNodeFactory(), quick(), table,
            Trainer.task(table, "IMAGE").object(0)).object(0);
        assertThat(texts(TestRun.of(new EncoderApplyNodeFactory(), encoder, table).table(0), "Embedding").get(0))
            .doesNotContain("NaN");
    }

    @Test
    void textThatNamesImageFilesIsReadAsImages(@TempDir final Path folder) throws Exception {
        final var files = bars(16, SIDE);
        final var paths = new Object[files.length];
        for (var i = 0; i < files.length; i++) {
            final var file = folder.resolve("image " + i + (i % 2 == 0 ? ".png" : ".PNG"));
            java.nio.file.Files.write(file, (byte[])files[i]);
            paths[i] = file.toAbsolutePath().toString();
        }
        final var table = files(paths);
        final var run = TestRun.of(new PretextGeneratorNodeFactory(), s -> {}, table);
        assertThat(run.warning()).isNull();
        assertThat(run.information())
            .contains("Read as images because all text there is the path of an image file: \"file\".");
        assertThat(((PretextPortObject)run.object(0)).getSpec().features().get(0).kind())
            .isEqualTo(FeatureKind.IMAGE_FILE);
        final var encoder = TestRun.of(new ContrastiveEncoderNodeFactory(), quick(), table, run.object(0)).object(0);
        final var images = new TestTable().images("file", files).strings("label", labels(16, 4)).build();
        final var other = TestRun.of(new ContrastiveEncoderNodeFactory(), quick(), images,
            Trainer.task(images, "IMAGE").object(0)).object(0);
        assertThat(texts(TestRun.of(new EncoderApplyNodeFactory(), encoder, table).table(0), "Embedding"))
            .isEqualTo(texts(TestRun.of(new EncoderApplyNodeFactory(), other, images).table(0), "Embedding"));

        paths[3] = folder.resolve("nowhere.jpg").toString();
        assertThat(Trainer.task(files(paths), "IMAGE").warning()).contains(
            "1 image of \"file\" cannot be used and is treated as missing.",
            "nowhere.jpg\" cannot be opened");
        assertThat(TestRun.of(new EncoderApplyNodeFactory(), encoder, files(paths)).warning())
            .contains("nowhere.jpg\" in the row \"Row3\" cannot be opened");
    }

    private static BufferedDataTable files(final Object... paths) {
        return new TestTable().strings("file", paths).strings("label", labels(paths.length, 4)).build();
    }

    @Test
    void readingImagesStops() throws Exception {
        final var large = Files.gray(1500, 1500, new int[1500 * 1500]);
        final var files = new Object[300];
        Arrays.fill(files, large);
        assertStops(new PretextGeneratorNodeFactory(), s -> {}, 0, new TestTable().images("picture", files).build());
    }

    private static void assertFails(final org.assertj.core.api.ThrowableAssert.ThrowingCallable run,
        final String... words) {
        assertThatThrownBy(run).isInstanceOf(KNIMEException.class).hasMessageContainingAll(words);
    }

    @Test
    void theSameSeedGivesTheSameViews() throws Exception {
        final var table = images(20);
        final List<String> once = texts(Trainer.task(table, "IMAGE").table(1), "Changed");
        assertThat(texts(Trainer.task(table, "IMAGE").table(1), "Changed")).isEqualTo(once);
        final var first = Trainer.task(table, "IMAGE").table(1).iterator();
        final var second = Trainer.task(table, "IMAGE").table(1).iterator();
        while (first.hasNext()) {
            assertThat(first.next().getCell(4)).isEqualTo(second.next().getCell(4));
        }
    }
}
