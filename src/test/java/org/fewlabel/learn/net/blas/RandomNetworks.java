package org.fewlabel.learn.net.blas;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Targets;

/**
 * Random networks, objectives and shapes. No layer has a single output, for the gradient that SameDiff computes of a
 * mean over the rows of one column is wrong, as differences of the loss show.
 */
final class RandomNetworks {

    private final SplittableRandom random;

    RandomNetworks(final long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param images whether the input of the network is an image */
    Network network(final boolean images) {
        if (!images) {
            return new Network(input(), layers(), layers());
        }
        var image = new Layer.Image(2 + random.nextInt(7), 2 + random.nextInt(7), 1 + random.nextInt(3));
        final var input = new Network.Input(image.size(), List.of());
        final var body = new ArrayList<Layer>();
        final var blocks = 1 + random.nextInt(2);
        for (var i = 0; i < blocks; i++) {
            final var convolution = new Layer.Convolution(image, 1 + random.nextInt(9), 1 + 2 * random.nextInt(3));
            body.add(convolution);
            image = convolution.out();
            if (random.nextBoolean()) {
                body.add(activation());
            }
            if (random.nextInt(3) > 0 && Math.min(image.height(), image.width()) > 1) {
                final var pool = new Layer.MaxPool(image, 2);
                body.add(pool);
                image = pool.out();
            }
        }
        body.add(new Layer.Dense(2 + random.nextInt(20)));
        body.addAll(layers());
        return new Network(input, body, layers());
    }

    private Network.Input input() {
        final var embeddings = new ArrayList<Network.Embedding>();
        var at = random.nextInt(3);
        for (var i = random.nextInt(4); i > 1; i--) {
            final var embedding = new Network.Embedding(at, 3 + random.nextInt(6), 2 + random.nextInt(4),
                1 + random.nextInt(2));
            embeddings.add(embedding);
            at += embedding.length() + random.nextInt(3);
        }
        return new Network.Input(at + (embeddings.isEmpty() ? 2 + random.nextInt(30) : random.nextInt(3)), embeddings);
    }

    private Layer.Activation activation() {
        return new Layer.Activation(Layer.Function.values()[random.nextInt(3)]);
    }

    private List<Layer> layers() {
        final var layers = new ArrayList<Layer>();
        for (var i = random.nextInt(6); i > 0; i--) {
            layers.add(switch (random.nextInt(6)) {
                case 0 -> new Layer.BatchNorm();
                case 1 -> new Layer.Dropout(0.3);
                case 2 -> activation();
                case 3 -> new Layer.LayerNorm();
                default -> new Layer.Dense(3 + random.nextInt(random.nextInt(8) == 0 ? 90 : 30));
            });
        }
        return layers;
    }

    private Targets targets() {
        final var categories = new int[random.nextInt(4)];
        for (var i = 0; i < categories.length; i++) {
            categories[i] = 1 + random.nextInt(5);
        }
        return new Targets(categories.length == 0 ? 1 + random.nextInt(20) : random.nextInt(5), categories);
    }

    /** @param kind which, from 0 to 5 */
    Objective objective(final int kind) {
        return switch (kind) {
            case 0 -> new Objective.NtXent(0.1 + random.nextDouble());
            case 1 -> new Objective.BarlowTwins(0.005 + random.nextDouble());
            case 2 -> new Objective.VicReg(25 * random.nextDouble() + 0.1, 25 * random.nextDouble() + 0.1, 1);
            case 3 -> new Objective.Classification(1 + random.nextInt(12));
            case 4 -> {
                final var what = random.nextInt(3);
                yield new Objective.Reconstruction(targets(), what == 0 ? 0 : 2 * random.nextDouble() + 0.1,
                    what == 1 ? 0 : random.nextDouble() + 0.1);
            }
            default -> new Objective.Variational(targets(), 2 + random.nextInt(9), random.nextDouble());
        };
    }

    /** @return the items of a batch: few, or more than a block */
    int items() {
        return 5 + random.nextInt(random.nextInt(4) == 0 ? 400 : 40);
    }
}
