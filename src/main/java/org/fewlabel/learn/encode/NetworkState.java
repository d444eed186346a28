package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Targets;

/** Converts networks and objectives to states and back. The values read are validated by their constructors. */
final class NetworkState {

    private static final String LENGTHS = "places";

    private NetworkState() {
    }

    private static int[] ones(final int length) {
        final var ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    static State of(final Network network) {
        final var embeddings = network.input().embeddings();
        final var lengths = embeddings.stream().mapToInt(Network.Embedding::length).toArray();
        final var state = new State().put("width", network.input().width())
            .put("positions", embeddings.stream().mapToInt(Network.Embedding::position).toArray())
            .put("codes", embeddings.stream().mapToInt(Network.Embedding::codes).toArray())
            .put("dimensions", embeddings.stream().mapToInt(Network.Embedding::dimensions).toArray())
            .put("body", layers(network.body())).put("head", layers(network.head()));
        // omitted if every embedding has a single code, as in the states of older versions
        return Arrays.stream(lengths).allMatch(p -> p == 1) ? state : state.put(LENGTHS, lengths);
    }

    private static String[] layers(final List<Layer> layers) {
        return layers.stream().map(NetworkState::layer).toArray(String[]::new);
    }

    private static String layer(final Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return "dense " + dense.units();
        }
        if (layer instanceof Layer.Dropout dropout) {
            return "dropout " + dropout.rate();
        }
        if (layer instanceof Layer.Activation activation) {
            return "activation " + activation.function();
        }
        if (layer instanceof Layer.OfSequence of) {
            return SequenceState.of(of);
        }
        if (layer instanceof Layer.Convolution convolution) {
            return "convolution " + image(convolution.in()) + " " + convolution.filters() + " " + convolution.size();
        }
        if (layer instanceof Layer.MaxPool pool) {
            return "max pool " + image(pool.in()) + " " + pool.size();
        }
        return layer instanceof Layer.BatchNorm ? "batch norm" : "layer norm";
    }

    private static String image(final Layer.Image image) {
        return image.height() + " " + image.width() + " " + image.channels();
    }

    static Network network(final State state) {
        final var width = state.integer("width", 1, Integer.MAX_VALUE);
        final var positions = state.integers("positions", -1, 0, width - 1);
        final var codes = state.integers("codes", positions.length, 1, Integer.MAX_VALUE);
        final var dimensions = state.integers("dimensions", positions.length, 1, Layer.MAX_UNITS);
        final var lengths = state.entries().containsKey(LENGTHS)
            ? state.integers(LENGTHS, positions.length, 1, Layer.Sequence.MAX_LENGTH) : ones(positions.length);
        final var embeddings = new ArrayList<Network.Embedding>();
        for (var i = 0; i < positions.length; i++) {
            embeddings.add(new Network.Embedding(positions[i], codes[i], dimensions[i], lengths[i]));
        }
        return new Network(new Network.Input(width, embeddings), layers(state.texts("body", -1)),
            layers(state.texts("head", -1)));
    }

    private static List<Layer> layers(final String[] texts) {
        final var layers = new ArrayList<Layer>();
        for (final var text : texts) {
            try {
                layers.add(layer(text));
            } catch (final IllegalArgumentException e) {
                throw new UserMessageException(
                    "The stored model is damaged: a layer \"" + text + "\" is not known.", e);
            }
        }
        return layers;
    }

    /** @throws IllegalArgumentException if there is no such layer */
    private static Layer layer(final String text) {
        if (text.startsWith("dense ")) {
            return new Layer.Dense(Integer.parseInt(text.substring(6)));
        }
        if (text.startsWith("dropout ")) {
            return new Layer.Dropout(Double.parseDouble(text.substring(8)));
        }
        if (text.startsWith("activation ")) {
            return new Layer.Activation(Layer.Function.valueOf(text.substring(11)));
        }
        if (SequenceState.is(text)) {
            return SequenceState.layer(text);
        }
        if (text.startsWith("convolution ")) {
            final var n = numbers(text.substring(12), 5);
            return new Layer.Convolution(new Layer.Image(n[0], n[1], n[2]), n[3], n[4]);
        }
        if (text.startsWith("max pool ")) {
            final var n = numbers(text.substring(9), 4);
            return new Layer.MaxPool(new Layer.Image(n[0], n[1], n[2]), n[3]);
        }
        return switch (text) {
            case "batch norm" -> new Layer.BatchNorm();
            case "layer norm" -> new Layer.LayerNorm();
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int[] numbers(final String text, final int count) {
        final var numbers = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        if (numbers.length != count) {
            throw new IllegalArgumentException(text);
        }
        return numbers;
    }

    static State of(final Objective objective) {
        final var state = new State();
        if (objective instanceof Objective.NtXent o) {
            return state.put("kind", "NT-Xent").put("temperature", o.temperature());
        }
        if (objective instanceof Objective.BarlowTwins o) {
            return state.put("kind", "Barlow Twins").put("off-diagonal", o.offDiagonal());
        }
        if (objective instanceof Objective.VicReg o) {
            return state.put("kind", "VICReg").put("invariance", o.invariance()).put("variance", o.variance())
                .put("covariance", o.covariance());
        }
        if (objective instanceof Objective.Reconstruction o) {
            return targets(state.put("kind", "reconstruction"), o.targets()).put("reconstruct", o.reconstruct())
                .put("detect", o.detect());
        }
        if (objective instanceof Objective.Variational o) {
            return targets(state.put("kind", "variational"), o.targets()).put("latent", o.latent()).put("beta",
                o.beta());
        }
        if (objective instanceof Objective.MaskedTokens o) {
            return state.put("kind", "masked tokens").put("asked", o.maxMasked());
        }
        return state.put("kind", "classification").put("classes", ((Objective.Classification)objective).classes());
    }

    private static State targets(final State state, final Targets targets) {
        return state.put("numbers", targets.numbers()).put("categories", targets.categories());
    }

    static Objective objective(final State state) {
        return switch (state.text("kind")) {
            case "NT-Xent" -> new Objective.NtXent(state.number("temperature"));
            case "Barlow Twins" -> new Objective.BarlowTwins(state.number("off-diagonal"));
            case "VICReg" -> new Objective.VicReg(state.number("invariance"), state.number("variance"),
                state.number("covariance"));
            case "reconstruction" -> new Objective.Reconstruction(targets(state), state.number("reconstruct"),
                state.number("detect"));
            case "variational" -> new Objective.Variational(targets(state),
                state.integer("latent", 1, Layer.MAX_UNITS), state.number("beta"));
            case "masked tokens" -> new Objective.MaskedTokens(state.integer("asked", 1, Layer.Sequence.MAX_LENGTH));
            case "classification" -> new Objective.Classification(
                state.integer("classes", 1, Targets.MAX_CATEGORIES));
            default -> throw new UserMessageException("The stored model was trained for \"" + state.text("kind")
                + "\", which this version does not know. Update the extension to read it.");
        };
    }

    private static Targets targets(final State state) {
        return new Targets(state.integer("numbers", 0, Targets.MAX_CATEGORIES),
            state.integers("categories", -1, 1, Targets.MAX_CATEGORIES));
    }
}
