package org.fewlabel.nodes.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.columns.Chooser.features;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.InvalidSettingsException;

/** Tables that have other columns than that for which a node was configured first. */
class LaterColumnsTest {

    private static final int ROWS = 40;

    private static Object[] cells(final IntFunction<Object> cell) {
        return IntStream.range(0, ROWS).mapToObj(cell).toArray();
    }

    private static Object[] numbers(final long seed) {
        final var random = new Random(seed);
        return cells(i -> i % 2 * 3 + random.nextGaussian());
    }

    /** Rows with some numbers and labels of some of them. */
    private static TestTable table(final String... columns) {
        final var table = new TestTable();
        for (final var column : columns) {
            if (column.startsWith("Embedding")) {
                table.lists(column, cells(i -> new double[]{i % 2 + i % 3, i % 2 - i % 5}));
            } else {
                table.doubles(column, numbers(column.hashCode()));
            }
        }
        return table.strings("label", cells(i -> i < 24 ? i % 2 == 0 ? "a" : "b" : null));
    }

    /** As after OK in a dialog, or a save, before anything was known of the table. */
    @ParameterizedTest
    @EnumSource(Chooser.class)
    void settingsDerivedWithoutATableSuitTheFirstTable(final Chooser chooser) throws Exception {
        final var table = table("x", "y").build();
        final var run = chooser.run(chooser.detect(null), table);
        final var fresh = chooser.run(chooser.detect(table), table);
        assertThat(features(run)).isEqualTo(features(fresh)).containsExactly("x", "y");
        assertThat(chooser.output(run)).isEqualTo(chooser.output(fresh));
    }

    @ParameterizedTest
    @EnumSource(Chooser.class)
    void aColumnThatComesLaterIsUsed(final Chooser chooser) throws Exception {
        final var table = table("x", "y", "z").build();
        final var settings = chooser.detect(table("x", "y").build());
        assertThat(chooser.features(settings, table)).containsExactly("x", "y", "z");
        assertThat(chooser.shown(settings, table)).isEqualTo(List.of("x", "y", "z"));
        assertThat(chooser.run(settings, table).sentences().replace("Ignored because it is the label column", ""))
            .doesNotContain("no longer", "Ignored because", "split by column order");
    }

    @ParameterizedTest
    @EnumSource(Chooser.class)
    void aMissingColumnIsNamedAndTheOthersAreUsed(final Chooser chooser) throws Exception {
        final var table = table("x", "y").build();
        final var settings = chooser.detect(table("x", "y", "z").build());
        assertThat(chooser.features(settings, table)).containsExactly("x", "y");
        final var run = chooser.run(settings, table);
        assertThat(run.warning()).contains("The table no longer has \"z\", chosen under \"");
        final var fresh = chooser.run(chooser.detect(table), table);
        assertThat(chooser.output(run)).isEqualTo(chooser.output(fresh));
        assertThat(fresh.sentences()).doesNotContain("no longer");
    }

    @ParameterizedTest
    @EnumSource(Chooser.class)
    void ifAllAreMissingTheErrorNamesThem(final Chooser chooser) throws Exception {
        final var settings = chooser.detect(table("x", "y").build());
        assertThatThrownBy(() -> chooser.run(settings, new TestTable()
            .strings("label", cells(i -> i % 2 == 0 ? "a" : "b")).build())).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("No feature column is left under")
            .hasMessageContaining("The table no longer has \"x\"");
    }

    @ParameterizedTest
    @EnumSource(Chooser.class)
    void columnsDerivedFromTheLabelAndIdsAreNeverFeatures(final Chooser chooser) throws Exception {
        final var table = table("x", "y").strings("Role", cells(i -> "labeled"))
            .strings("label (truth)", cells(i -> "a"))
            .doubles("P (label=a)", numbers(3)).strings("Prediction (label)", cells(i -> "a"))
            .strings("id", cells(i -> "patient " + i)).build();
        final var run = chooser.run(chooser.detect(table("x", "y").build()), table);
        assertThat(features(run)).containsExactly("x", "y");
        assertThat(run.sentences()).contains("Ignored because every value is unique (probably an ID): \"id\".")
            .doesNotContain("Role", "(truth)", "P (label=a)");
    }

    @ParameterizedTest
    @EnumSource(Chooser.class)
    void withoutTheSettingEveryColumnIsUsed(final Chooser chooser) throws Exception {
        final var table = table("x", "y").build();
        final var settings = chooser.without(chooser.detect(table));
        assertThat(chooser.features(settings, table)).containsExactly("x", "y");
        assertThat(chooser.output(chooser.run(settings, table)))
            .isEqualTo(chooser.output(chooser.run(chooser.detect(table), table)));
    }

    /** A dialog may be confirmed before anything is connected. */
    @ParameterizedTest
    @EnumSource(Chooser.class)
    void whatWasConfiguredWithoutATableUsesEveryColumn(final Chooser chooser) throws Exception {
        final var table = table("x", "y").build();
        final var settings = chooser.detect(null);
        chooser.label(settings, "label");
        assertThat(chooser.features(settings, table)).containsExactly("x", "y");
    }

    @ParameterizedTest
    @EnumSource(Chooser.class)
    void aListThatTheUserHasFixedStaysAsItIs(final Chooser chooser) throws Exception {
        final var settings = chooser.detect(table("x", "y", "z").build());
        chooser.choose(settings, List.of("x", "y", "z"));
        final var table = table("x", "y", "new").build();
        final var run = chooser.run(settings, table);
        assertThat(features(run)).containsExactly("x", "y");
        assertThat(chooser.shown(settings, table)).isEqualTo(List.of("x", "y"));
        assertThat(run.warning()).contains("The table no longer has \"z\", chosen under \"").doesNotContain("new");
    }

    @ParameterizedTest
    @EnumSource(Chooser.class)
    void whatTheUserLeavesOutIsLeftOutInSilence(final Chooser chooser) throws Exception {
        final var settings = chooser.detect(table("x", "y", "z").build());
        for (final var path : chooser.paths()) {
            ColumnSettings.chooseBeside(settings, path, path.equals("viewB") ? List.of("y") : List.of("x"),
                chooser.views() ? List.of("z", path.equals("viewB") ? "x" : "y") : List.of("z"));
        }
        final var table = table("x", "y", "z").build();
        final var run = chooser.run(settings, table);
        assertThat(features(run)).containsExactly("x", "y");
        assertThat(chooser.shown(settings, table)).isEqualTo(List.of("x", "y"));
        assertThat(run.sentences()).doesNotContain("\"z\"");
    }

    @ParameterizedTest
    @EnumSource(Chooser.class)
    void aColumnThatIsOfAnotherTypeNow(final Chooser chooser) throws Exception {
        final var settings = chooser.detect(table("x", "y", "z").build());
        final var table = table("x", "y").cells("z", OddColumn.DATE.type(), cells(OddColumn.DATE::cell)).build();
        final var run = chooser.run(settings, table);
        assertThat(features(run)).containsExactly("x", "y");
        assertThat(run.warning()).containsOnlyOnce("\"z\"").contains(
            "Ignored because its type cannot be read as a feature: \"z\" (Moment).");
        chooser.choose(settings, List.of("x", "y", "z"));
        assertThatThrownBy(() -> chooser.features(settings, table)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("The feature column \"z\" is of type Moment, which cannot be read as a feature. ")
            .hasMessageContaining("Deselect it under");
    }

    @Test
    void columnsCanBeChosenByAPattern() throws Exception {
        final var chooser = Chooser.PROPAGATE;
        final var settings = chooser.detect(table("x", "y").build());
        ColumnSettings.match(settings, "features", "x.*");
        assertThat(chooser.features(settings, table("x", "x2", "y").build())).containsExactly("x", "x2");
        final var ragged = table("x").cells("x2", OddColumn.LISTS_OF_ANY_LENGTH.type(),
            cells(OddColumn.LISTS_OF_ANY_LENGTH::cell)).build();
        assertThatThrownBy(() -> chooser.run(settings, ragged))
            .hasMessageContaining("The column \"x2\" cannot be read as vectors");
        ColumnSettings.match(settings, "features", "x[");
        assertThatThrownBy(() -> chooser.features(settings, ragged)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("\"Features\" cannot be read: ").hasMessageContaining("Correct the pattern");
    }

    @ParameterizedTest
    @EnumSource(value = Chooser.class, names = {"PROPAGATE", "PSEUDO_LABEL", "TRI_TRAIN"})
    void anEmbeddingThatComesLaterIsUsedAndPointedOut(final Chooser chooser) throws Exception {
        final var settings = chooser.detect(table("x", "y").build());
        final var table = table("x", "y", "Embedding").build();
        final var run = chooser.run(settings, table);
        assertThat(features(run)).containsExactly("x", "y", "Embedding");
        assertThat(chooser.shown(settings, table)).isEqualTo(features(run));
        assertThat(run.information()).contains("The embedding is used together with the columns it was computed from: "
            + "\"Embedding\"; exclude the others under \"Features\" to use it alone.");
        final var raw = List.of("x", "y");
        final var embedding = List.of("Embedding");
        for (final var without : List.of(raw, embedding)) {
            ColumnSettings.chooseBeside(settings, "features", without == raw ? embedding : raw, without);
            assertThat(chooser.run(settings, table).sentences()).doesNotContain("Embedding");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Chooser.class, names = {"PROPAGATE", "PSEUDO_LABEL", "TRI_TRAIN"})
    void besideAnEmbeddingNothingIsUsed(final Chooser chooser) throws Exception {
        final var settings = chooser.detect(table("x", "y", "Embedding").build());
        final var table = table("x", "y", "z", "Embedding").build();
        final var run = chooser.run(settings, table);
        assertThat(features(run)).containsExactly("Embedding");
        assertThat(chooser.shown(settings, table)).isEqualTo(features(run));
        assertThat(run.sentences()).doesNotContain("\"z\"", "Embedding");
        final var none = chooser.without(settings);
        assertThat(chooser.run(none, table).warning()).contains("Ignored because the embedding was computed from "
            + "them: \"x\", \"y\", \"z\"; to use them, exclude and include them again in the dialog.");
        assertThat(chooser.features(none, table)).containsExactly("Embedding");
    }

    @ParameterizedTest
    @EnumSource(value = Chooser.class, names = {"COMPARE", "PRETEXT", "AUTOENCODE", "CO_TRAIN"})
    void anEmbeddingIsNotEncodedAgain(final Chooser chooser) throws Exception {
        final var settings = chooser.detect(table("x", "y").build());
        final var table = table("x", "y", "Embedding").build();
        final var run = chooser.run(settings, table);
        assertThat(features(run)).containsExactly("x", "y");
        assertThat(run.warning()).contains("Ignored because it is an embedding: \"Embedding\"; to use it, exclude "
            + "and include it again in the dialog.");
        final var fresh = chooser.detect(table);
        assertThat(chooser.features(fresh, table)).isEqualTo(chooser.shown(fresh, table)).containsExactly("x", "y");
        assertThat(chooser.run(fresh, table).sentences()).doesNotContain("Embedding");
    }

    @ParameterizedTest
    @EnumSource(value = Chooser.class, names = {"PRETEXT", "AUTOENCODE"})
    void aLabelThatComesLaterIsNotEncoded(final Chooser chooser) throws Exception {
        final var unlabeled = new TestTable().doubles("x", numbers(1)).doubles("y", numbers(2)).build();
        final var settings = chooser.detect(unlabeled);
        assertThat(chooser.features(settings, unlabeled)).containsExactly("x", "y");
        final var table = table("x", "y").build();
        final var run = chooser.run(settings, table);
        assertThat(features(run)).containsExactly("x", "y");
        assertThat(run.warning()).contains("Ignored because it looks like a column of labels: \"label\"; to use it, "
            + "exclude and include it again in the dialog.");
        ColumnSettings.chooseBeside(settings, "columns/features", List.of("x", "y", "label"), List.of());
        assertThat(chooser.features(settings, table)).containsExactly("x", "y", "label");

        final var said = chooser.detect(table);
        ColumnSettings.inside(said, "columns").addBoolean("hasLabel", false);
        assertThat(chooser.features(said, table)).as("the user says that it is none")
            .containsExactly("x", "y", "label");
        assertThat(chooser.shown(said, table)).containsExactly("x", "y", "label");
    }

    /** The label is no choice, and what was the label before the user chose another one is a feature as others are. */
    @Test
    void whichColumnIsTheLabelCanBeChanged() throws Exception {
        final var chooser = Chooser.PROPAGATE;
        final var table = table("x", "y").strings("kind", cells(i -> i % 3 == 0 ? "k" : "l")).build();
        final var settings = chooser.detect(table);
        assertThat(chooser.shown(settings, table)).isEqualTo(chooser.features(settings, table))
            .containsExactly("x", "y", "kind");
        chooser.label(settings, "kind");
        assertThat(chooser.shown(settings, table)).isEqualTo(chooser.features(settings, table))
            .containsExactly("x", "y", "label");
    }

    @Test
    void aViewWhoseColumnsAreMissingIsDividedAgain() throws Exception {
        final var settings = Chooser.CO_TRAIN.detect(table("w", "x", "y", "z").build());
        final var table = table("y", "z").build();
        final var run = Chooser.CO_TRAIN.run(settings, table);
        assertThat(run.warning()).contains("The table no longer has \"w\", \"x\", chosen under \"View A\".",
            "The views were split by column order because one of them had no usable column: \"View A\" is \"y\", and "
                + "\"View B\" is \"z\".");
        assertThat(texts(run.table(0), "P (label=a)"))
            .isEqualTo(texts(Chooser.CO_TRAIN.run(Chooser.CO_TRAIN.detect(table), table).table(0), "P (label=a)"));
    }

    @Test
    void aNewColumnIsInOneViewOnly() throws Exception {
        final var table = table("w", "x", "y", "z").build();
        final var settings = Chooser.CO_TRAIN.detect(table("w", "y").build());
        assertThat(Chooser.CO_TRAIN.views(settings, table)).containsExactly("w", "x, y, z");
        ColumnSettings.chooseBeside(settings, "viewA", List.of("w", "x"), List.of("y", "z"));
        assertThat(Chooser.CO_TRAIN.views(settings, table)).as("the user has looked at one view")
            .containsExactly("w, x", "y, z");
        ColumnSettings.choose(settings, "viewB", "y");
        assertThat(Chooser.CO_TRAIN.views(settings, table("v", "w", "x", "y", "z").build()))
            .as("the other view is fixed").containsExactly("v, w, x", "y");
        ColumnSettings.match(settings, "viewA", "[wx]");
        ColumnSettings.chooseBeside(settings, "viewB", List.of("y"), List.of());
        assertThat(Chooser.CO_TRAIN.views(settings, table)).as("one view by a pattern").containsExactly("w, x", "y, z");
    }

    @Test
    void encoderCheckFindsAnEmbeddingThatComesLater() throws Exception {
        final var settings = Chooser.checkGuess(table("x", "y").build());
        assertThatThrownBy(() -> Chooser.check(settings, table("x", "y").build()))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("No column is chosen under \"Embedding\". Connect the output of Encoder Apply");
        final var table = table("x", "y", "z", "Embedding").build();
        final var run = Chooser.check(settings, table);
        final var fresh = Chooser.check(Chooser.checkGuess(table), table);
        for (final var column : List.of("Embedding", "Original columns")) {
            assertThat(texts(run.table(0), column)).isEqualTo(texts(fresh.table(0), column));
        }
        assertThat(run.warning()).isEqualTo(fresh.warning());
    }

    @Test
    void encoderCheckNamesMissingColumns() throws Exception {
        final var settings = Chooser.checkGuess(table("x", "y", "Embedding", "Embedding (#1)").build());
        assertThat(Chooser.check(settings, table("x", "Embedding").build()).warning())
            .contains("The table no longer has \"Embedding (#1)\", chosen under \"Embedding\".",
                "The table no longer has \"y\", chosen under \"Original columns\".");
        assertThat(Chooser.check(settings, table("x", "y", "Embedding", "Embedding (#2)").build()).warning())
            .contains("The table has an embedding that is not used: include \"Embedding (#2)\" under \"Embedding\".");
        assertThatThrownBy(() -> Chooser.check(settings, table("x").build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageStartingWith(
                "No column is chosen under \"Embedding\". The table no longer has \"Embedding\", ");
    }
}
