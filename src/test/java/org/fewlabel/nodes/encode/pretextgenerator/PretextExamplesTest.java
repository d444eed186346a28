package org.fewlabel.nodes.encode.pretextgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.EncodedTables;
import org.fewlabel.nodes.encode.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;

/** The second output of Pretext Generator: rows and their views. */
class PretextExamplesTest {

    private static final List<String> FEATURES = List.of("size", "weight", "age", "length", "colour", "smoker");

    private static final int ROWS = 80;

    /** The cells of one row of the output by their column. */
    private record Example(String row, String shown, String changed, String target, Map<String, String> cells) {
    }

    private static TestTable table() {
        return groups(ROWS).strings("label", cells(ROWS, i -> i < 4 ? "a" : null));
    }

    private static BufferedDataTable examples(final BufferedDataTable table, final String task, final long seed)
        throws Exception {
        return TestRun.of(new PretextGeneratorNodeFactory(), s -> {
            s.addString("task", task);
            s.addInt("examples", 12);
            s.addLong("seed", seed);
        }, table).table(1);
    }

    private static List<Example> read(final BufferedDataTable examples, final List<String> features) {
        final var read = new ArrayList<Example>();
        for (var i = 0; i < examples.size(); i++) {
            final var row = i;
            final Map<String, String> cells = new TreeMap<>();
            features.forEach(feature -> cells.put(feature, texts(examples, feature).get(row)));
            read.add(new Example(texts(examples, "Example").get(i), texts(examples, "Shown").get(i),
                texts(examples, "Changed").get(i), texts(examples, "Target").get(i), cells));
        }
        return read;
    }

    private static int numberOf(final Example example) {
        return Integer.parseInt(example.row().substring("Row".length()));
    }

    /** Every original is the row of the table, and "Changed" names the columns in which a view differs from it. */
    private static void assertShowsRealRows(final List<Example> examples, final BufferedDataTable table,
        final int views) {
        for (var i = 0; i < examples.size(); i += views + 1) {
            final var original = examples.get(i);
            assertThat(original.shown()).isEqualTo("original");
            assertThat(original.changed()).isNull();
            assertThat(original.target()).isNull();
            original.cells().forEach((column, cell) -> assertThat(cell).as(original.row() + ", " + column)
                .isEqualTo(texts(table, column).get(numberOf(original))));
            for (var v = 1; v <= views; v++) {
                final var view = examples.get(i + v);
                assertThat(view.row()).isEqualTo(original.row());
                assertThat(view.shown()).isEqualTo("view " + v);
                assertThat(view.target()).isNotBlank();
                final var named = view.changed() == null ? List.<String>of() : List.of(view.changed().split(", "));
                assertThat(FEATURES.stream().filter(c -> !Objects.equals(view.cells().get(c), original.cells().get(c))))
                    .containsExactlyElementsOf(named);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CORRUPT", "MASK", "SWAP"})
    void aChangedCellIsThatOfAnotherRow(final String task) throws Exception {
        final var table = table().build();
        final var examples = read(examples(table, task, 1), FEATURES);

        assertThat(examples).hasSize(24);
        assertThat(examples.stream().map(Example::row).distinct()).hasSize(12);
        assertShowsRealRows(examples, table, 1);
        var changed = 0;
        for (final var example : examples) {
            for (final var column : FEATURES) {
                assertThat(texts(table, column)).contains(example.cells().get(column));
            }
            changed += example.changed() == null ? 0 : example.changed().split(", ").length;
        }
        // of 72 cells 60 or 30 percent are exchanged, some of them with an equal one
        assertThat(changed).isBetween(task.equals("CORRUPT") ? 30 : 10, task.equals("CORRUPT") ? 43 : 35);
    }

    @Test
    void swappedCellsAreAllOfOneOtherRow() throws Exception {
        final var table = table().build();
        for (final var view : read(examples(table, "SWAP", 1), FEATURES)) {
            final var own = numberOf(view);
            assertThat(IntStream.range(0, ROWS).anyMatch(other -> FEATURES.stream().allMatch(column -> {
                final var cell = view.cells().get(column);
                return Objects.equals(cell, texts(table, column).get(own))
                    || Objects.equals(cell, texts(table, column).get(other));
            }))).isTrue();
        }
    }

    @Test
    void blocksShowTwoViewsInWhichCellsAreHidden() throws Exception {
        final var table = table().build();
        final var examples = read(examples(table, "BLOCKS", 1), FEATURES);

        assertThat(examples).hasSize(36);
        assertShowsRealRows(examples, table, 2);
        for (var i = 0; i < examples.size(); i += 3) {
            final var original = examples.get(i);
            for (final var view : examples.subList(i + 1, i + 3)) {
                final var kept = FEATURES.stream().filter(c -> view.cells().get(c) != null).toList();
                assertThat(kept).hasSizeLessThanOrEqualTo(3)
                    .allSatisfy(c -> assertThat(view.cells().get(c)).isEqualTo(original.cells().get(c)));
            }
            assertThat(examples.get(i + 1).cells()).as("other columns").isNotEqualTo(examples.get(i + 2).cells());
        }
    }

    @Test
    void theSameSeedShowsTheSame() throws Exception {
        final var table = table().build();
        final var once = read(examples(table, "CORRUPT", 1), FEATURES);

        assertThat(read(examples(table, "CORRUPT", 1), FEATURES)).isEqualTo(once);
        assertThat(read(examples(table, "CORRUPT", 2), FEATURES)).isNotEqualTo(once);
    }

    @Test
    void heldOutRowsAreNeverShown() throws Exception {
        final var table = groups(ROWS, 10).strings("Role", cells(ROWS, i -> i < 10 ? "unlabeled" : "held out"))
            .strings("label", cells(ROWS, i -> i < 4 ? "a" : null)).build();
        final var examples = read(examples(table, "CORRUPT", 1), FEATURES);

        assertThat(examples).as("all rows that are not held out").hasSize(20);
        assertThat(examples.stream().map(PretextExamplesTest::numberOf).collect(Collectors.toSet()))
            .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).boxed().toList());
        for (final var column : FEATURES) {
            assertThat(texts(table, column).subList(0, 10))
                .containsAll(examples.stream().map(example -> example.cells().get(column)).toList());
        }
    }

    @Test
    void vectorsAndFingerprintsAreShownAsCells() throws Exception {
        final var table = new TestTable().lists("spectrum", cells(30, i -> i == 3 ? null : new double[]{i, -i, 0.5}))
            .bits("print", cells(30, i -> i == 4 ? null : i % 2 == 0 ? "0110" : "1010")).build();
        final var shown = TestRun.of(new PretextGeneratorNodeFactory(), s -> {
            Trainer.inside(s, "columns", columns -> columns.addBoolean("hasLabel", false));
            PretextGeneratorTest.choose(s, "spectrum", "print");
            s.addString("task", "BLOCKS");
            s.addInt("examples", 30);
        }, table).table(1);

        assertThat(shown.size()).isEqualTo(90);
        final var originals = read(shown, List.of("spectrum", "print")).stream()
            .filter(example -> example.shown().equals("original")).toList();
        for (final var column : List.of("spectrum", "print")) {
            assertThat(EncodedTables.column(table, column)).containsExactlyElementsOf(originalCells(shown, column));
        }
        assertThat(originals.get(3).cells().get("spectrum")).isNull();
        assertThat(originals.get(4).cells().get("print")).isNull();
    }

    private static List<DataCell> originalCells(final BufferedDataTable shown, final String column) {
        final var all = EncodedTables.column(shown, column);
        return IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get).toList();
    }

    @Test
    void columnsThatAreCalledAsOursGetAnotherName() throws Exception {
        final var table = new TestTable().doubles("Shown", 1, 2, 3, 5).doubles("Target", 3, 1, 2, 7)
            .doubles("Target (#1)", 4, 4, 1, 2).build();
        assertThat(examples(table, "MASK", 1).getDataTableSpec().getColumnNames()).containsExactly("Example", "Shown",
            "Changed", "Target", "Shown (#1)", "Target (#2)", "Target (#1)");
    }

    @Test
    void wholeNumbersAndBooleansAreShownAsTheyAreLearnedFrom() throws Exception {
        final var table = new TestTable().ints("count", 1, 20, 3, null).booleans("known", true, null, false, true)
            .build();
        final var shown = TestRun.of(new PretextGeneratorNodeFactory(), s -> {
            Trainer.inside(s, "columns", columns -> columns.addBoolean("hasLabel", false));
            PretextGeneratorTest.choose(s, "count", "known");
        }, table).table(1);
        final var originals = read(shown, List.of("count", "known")).stream()
            .filter(example -> example.shown().equals("original")).map(Example::cells).toList();
        assertThat(originals.stream().map(cells -> cells.get("count"))).containsExactly("1.0", "20.0", "3.0", null);
        assertThat(originals.stream().map(cells -> cells.get("known"))).containsExactly("true", null, "false", "true");
    }
}
