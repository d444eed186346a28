package org.fewlabel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.judge.LabelDraw;
import org.fewlabel.learn.judge.Role;
import org.fewlabel.table.VectorShape;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeSettings;

/**
 * A data set with fixed draws of the labeled rows: {@code data.csv} with {@code row_id}, {@code split} ({@code pool}
 * or {@code test}), features, {@code label} and optionally {@code label_few}; {@code draws.csv} with {@code draw} and
 * {@code row_id} of the pool rows that are labeled in it. If there is a folder {@code wav}, the column {@code file}
 * names recordings in it, which the node Spectrogram reads with its defaults; the speaker is not a feature then.
 */
final class BenchSet {

    static final String LABEL = "label";

    private static final Set<String> NOT_FEATURES = Set.of("row_id", "split", LABEL, "label_few");

    private static final String FILE = "file";

    private static final String SPEAKER = "speaker";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String name;

    private final List<CSVRecord> rows;

    private final List<String> features;

    private final List<DataType> types;

    private final Map<String, Set<String>> draws = new LinkedHashMap<>();

    /** The folder of the recordings, {@code null} if there are none. */
    private final Path recordings;

    private final Consumer<NodeSettings> sound;

    /** By split the description of its recordings, in the order of its rows. */
    private final Map<String, DescribedRecordings> described = new HashMap<>();

    /** What the columns p0, p1, … are the pixels of, {@code null} if they are columns like any other. */
    private final Shape image;

    BenchSet(final Path folder) throws IOException {
        this(folder, null, settings -> {});
    }

    /** @param image what the columns p0, p1, … are the pixels of: they become one column of vectors with that shape */
    BenchSet(final Path folder, final Shape image) throws IOException {
        this(folder, image, settings -> {});
    }

    /** @param sound changes the default settings of Spectrogram */
    BenchSet(final Path folder, final Consumer<NodeSettings> sound) throws IOException {
        this(folder, null, sound);
    }

    private BenchSet(final Path folder, final Shape image, final Consumer<NodeSettings> sound) throws IOException {
        this.image = image;
        this.sound = sound;
        name = folder.getFileName().toString();
        final var wav = folder.resolve("wav");
        recordings = Files.isDirectory(wav) ? wav.toAbsolutePath() : null;
        try (var parser = FORMAT.parse(Files.newBufferedReader(folder.resolve("data.csv")))) {
            features = parser.getHeaderNames().stream().filter(h -> !NOT_FEATURES.contains(h))
                .filter(h -> recordings == null || !h.equals(FILE) && !h.equals(SPEAKER)).toList();
            rows = parser.getRecords();
        }
        try (var parser = FORMAT.parse(Files.newBufferedReader(folder.resolve("draws.csv")))) {
            for (final var row : parser) {
                draws.computeIfAbsent(row.get("draw"), d -> new LinkedHashSet<>()).add(row.get("row_id"));
            }
        }
        types = features.stream().map(this::typeOf).toList();
        if (image != null && !features.equals(IntStream.range(0, image.size()).mapToObj(i -> "p" + i).toList())) {
            throw new IOException(
                "an image of " + image + " needs the columns p0 to p" + (image.size() - 1) + " and no other");
        }
    }

    String name() {
        return name;
    }

    Set<String> draws() {
        return draws.keySet();
    }

    /** Draws anew which pool rows are labeled. */
    void draw(final String draw, final LabelDraw.Amount budget, final long seed) {
        final var pool = of("pool").toList();
        final var classes = pool.stream().map(row -> row.get(LABEL)).distinct().sorted().toList();
        final var roles = new LabelDraw(budget, 0, seed)
            .draw(new Labels(pool.stream().mapToInt(row -> classes.indexOf(row.get(LABEL))).toArray(), classes));
        draws.put(draw, IntStream.range(0, roles.length).filter(i -> roles[i] == Role.LABELED)
            .mapToObj(i -> pool.get(i).get("row_id")).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The pool rows, labeled where the draw says so. */
    BufferedDataTable pool(final String draw, final ExecutionContext exec) {
        final var labeled = draws.get(draw);
        return table("pool", row -> labeled.contains(row.get("row_id")), exec);
    }

    /** The test rows, none labeled. */
    BufferedDataTable test(final ExecutionContext exec) {
        return table("test", row -> false, exec);
    }

    /** The truth of the pool rows; {@code null} for those labeled in the draw. */
    List<String> poolTruth(final String draw) {
        final var labeled = draws.get(draw);
        return of("pool").map(row -> labeled.contains(row.get("row_id")) ? null : row.get(LABEL)).toList();
    }

    /** The truth of the test rows. */
    List<String> testTruth() {
        return of("test").map(row -> row.get(LABEL)).toList();
    }

    private Stream<CSVRecord> of(final String split) {
        return rows.stream().filter(row -> row.get("split").equals(split));
    }

    private BufferedDataTable table(final String split, final Predicate<CSVRecord> labeled,
        final ExecutionContext exec) {
        final var columns = new ArrayList<DataColumnSpec>();
        if (image != null) {
            final var creator = new DataColumnSpecCreator("image", ListCell.getCollectionType(DoubleCell.TYPE));
            VectorShape.note(creator, image);
            columns.add(creator.createSpec());
        }
        for (var c = 0; image == null && c < features.size(); c++) {
            columns.add(new DataColumnSpecCreator(features.get(c), types.get(c)).createSpec());
        }
        final var sounds = recordings == null ? null : described.computeIfAbsent(split, s -> describe(s, exec));
        if (sounds != null) {
            columns.add(sounds.column());
        }
        columns.add(new DataColumnSpecCreator(LABEL, StringCell.TYPE).createSpec());
        final var container = exec.createDataContainer(new DataTableSpec(name, columns.toArray(DataColumnSpec[]::new)));
        final var at = new AtomicInteger();
        of(split).forEach(row -> {
            final var cells = new ArrayList<DataCell>();
            if (image == null) {
                IntStream.range(0, features.size())
                    .forEach(c -> cells.add(cell(row.get(features.get(c)), types.get(c))));
            } else {
                cells.add(CollectionCellFactory.createListCell(
                    features.stream().map(pixel -> new DoubleCell(Double.parseDouble(row.get(pixel)))).toList()));
            }
            if (sounds != null) {
                cells.add(sounds.cells().get(at.getAndIncrement()));
            }
            cells.add(labeled.test(row) ? new StringCell(row.get(LABEL)) : DataType.getMissingCell());
            container.addRowToTable(new DefaultRow(new RowKey("Row" + row.get("row_id")), cells));
        });
        container.close();
        return container.getTable();
    }

    private DescribedRecordings describe(final String split, final ExecutionContext exec) {
        return DescribedRecordings.of(of(split).map(row -> recordings.resolve(row.get(FILE)).toString()).toList(),
            sound,
            exec);
    }

    private DataType typeOf(final String column) {
        final var texts = rows.stream().map(row -> row.get(column)).filter(text -> !text.isEmpty()).toList();
        if (texts.stream().allMatch(text -> parses(text, Integer::parseInt))) {
            return IntCell.TYPE;
        }
        return texts.stream().allMatch(text -> parses(text, Double::parseDouble)) ? DoubleCell.TYPE : StringCell.TYPE;
    }

    private static boolean parses(final String text, final NumberParser parser) {
        try {
            parser.parse(text);
            return true;
        } catch (final NumberFormatException e) { // NOSONAR the question was whether it parses
            return false;
        }
    }

    @FunctionalInterface
    private interface NumberParser {
        Object parse(String text);
    }

    private static DataCell cell(final String text, final DataType type) {
        if (text.isEmpty()) {
            return DataType.getMissingCell();
        }
        if (type.equals(IntCell.TYPE)) {
            return new IntCell(Integer.parseInt(text));
        }
        return type.equals(DoubleCell.TYPE) ? new DoubleCell(Double.parseDouble(text)) : new StringCell(text);
    }
}
