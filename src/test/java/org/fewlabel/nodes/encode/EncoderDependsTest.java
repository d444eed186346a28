package org.fewlabel.nodes.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.embedding;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;

/** On what an encoder depends: the rows to learn from and the seed, and nothing else. */
class EncoderDependsTest {

    private static final int ROWS = 120;

    private static BufferedDataTable table() {
        return groups(ROWS).strings("label", cells(ROWS, i -> i < 6 ? "group " + i % 2 : null)).build();
    }

    private static Consumer<NodeSettings> seed(final long seed) {
        return settings -> Trainer.inside(settings, "training", training -> training.addLong("seed", seed));
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"BARLOW_TWINS", "SWAPPED", "VARIATIONAL"})
    void rowsHeldOutAreNotLearnedFrom(final Trainer trainer) throws Exception {
        final var role = cells(ROWS, i -> i < 90 ? "unlabeled" : "held out");
        final var label = cells(ROWS, i -> i < 6 ? "group " + i % 2 : null);
        final var encoder = trainer.train(groups(ROWS).strings("Role", role).strings("label", label).build());
        final var other = trainer.train(groups(ROWS, 90).strings("Role", role).strings("label", label).build());

        assertThat(embedding(other, table())).isEqualTo(embedding(encoder, table()));
        assertThat(encoder.provenance().rows()).isEqualTo(90);
        assertThat(trainer.run(groups(ROWS).strings("Role", role).strings("label", label).build()).information())
            .contains("30 held-out rows were ignored.");
        assertThat(embedding(trainer.train(groups(ROWS, 90).strings("label", label).build()), table()))
            .as("learned from").isNotEqualTo(embedding(encoder, table()));
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"NT_XENT", "CORRUPTED", "DENOISING"})
    void theLabelIsNotLearnedFrom(final Trainer trainer) throws Exception {
        final var few = groups(ROWS).strings("label", cells(ROWS, i -> i < 6 ? "group " + i % 2 : null)).build();
        final var all = groups(ROWS).strings("label", cells(ROWS, i -> "other " + i % 3)).build();

        assertThat(embedding(trainer.train(all), few)).isEqualTo(embedding(trainer.train(few), few));
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void theSameSeedGivesTheSameEncoderAndAnotherSeedAnother(final Trainer trainer) throws Exception {
        final var table = table();
        final var once = embedding(trainer.train(table), table);

        assertThat(embedding(trainer.train(table), table)).isEqualTo(once);
        assertThat(embedding(trainer.train(table, seed(2)), table)).isNotEqualTo(once);
    }

    @Test
    void twoAtTheSameTimeLearnWhatOneAfterTheOtherDoes() throws Exception {
        final var table = table();
        final Consumer<NodeSettings> longer = settings -> Trainer.epochs(settings, 12);
        final var trainers = List.of(Trainer.NT_XENT, Trainer.VARIATIONAL);
        final var works = trainers.stream()
            .map(trainer -> new FutureTask<List<DataCell>>(() -> embedding(trainer.train(table, longer), table)))
            .toList();
        works.forEach(work -> new Thread(work, "learner").start());
        for (var i = 0; i < trainers.size(); i++) {
            assertThat(works.get(i).get()).isEqualTo(embedding(trainers.get(i).train(table, longer), table));
        }
    }
}
