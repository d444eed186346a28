package org.fewlabel.learn.net.samediff;

import java.util.SplittableRandom;

import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.Targets;

/** Random numbers in the range of each slot. */
public final class RandomBatch {

    private RandomBatch() {
    }

    /** Fills all slots and masks. */
    public static void fill(final Batch batch, final Network network, final Objective objective,
        final SplittableRandom random) {
        for (final var slot : Slot.values()) {
            final var values = batch.get(slot);
            if (values == null) {
                continue;
            }
            for (var i = 0; i < values.length; i++) {
                values[i] = switch (slot) {
                    case NUMBER_WEIGHTS, CORRUPTED -> random.nextInt(2);
                    case CATEGORY_WEIGHTS, CATEGORIES -> 0;
                    case ROW_WEIGHTS -> random.nextFloat() / batch.items();
                    case MASKED_POSITIONS -> random.nextInt(network.input().width() + 1) - 1;
                    case MASKED_TOKENS -> random.nextInt(network.input().embeddings().get(0).codes());
                    case CLASSES -> i % 3 == i / 3 % 3 ? 0.8f : 0.1f;
                    default -> (float)random.nextGaussian();
                };
            }
        }
        for (final var mask : batch.masks()) {
            for (var i = 0; i < mask.length; i++) {
                mask[i] = random.nextInt(3);
            }
        }
        final var input = network.input();
        final var rows = batch.get(Slot.INPUT);
        for (final var embedding : input.embeddings()) {
            for (var at = embedding.position(); at < rows.length; at += input.width()) {
                for (var position = 0; position < embedding.length(); position++) {
                    rows[at + position] = random.nextInt(embedding.codes());
                }
            }
        }
        final var targets = objective instanceof Objective.Reconstruction r ? r.targets()
            : objective instanceof Objective.Variational v ? v.targets() : null;
        if (targets != null && batch.get(Slot.CATEGORIES) != null) {
            categories(batch, targets, random);
        }
    }

    private static void categories(final Batch batch, final Targets targets, final SplittableRandom random) {
        final var columns = targets.categories().length;
        for (var row = 0; row < batch.items(); row++) {
            var first = row * targets.allCategories();
            for (var column = 0; column < columns; column++) {
                if (random.nextInt(4) > 0) {
                    batch.get(Slot.CATEGORY_WEIGHTS)[row * columns + column] = 1;
                    batch.get(Slot.CATEGORIES)[first + random.nextInt(targets.categories()[column])] = 1;
                }
                first += targets.categories()[column];
            }
        }
    }
}
