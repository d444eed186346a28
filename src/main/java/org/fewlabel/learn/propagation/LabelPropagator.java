package org.fewlabel.learn.propagation;

import java.util.Optional;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.graph.ClassMassNormalization;
import org.fewlabel.learn.graph.GraphMethod;
import org.fewlabel.learn.graph.Influence;
import org.fewlabel.learn.graph.LabelPropagation;
import org.fewlabel.learn.graph.LabelSpreading;
import org.fewlabel.learn.graph.MemoryNeed;
import org.fewlabel.learn.graph.PoissonLearning;
import org.fewlabel.learn.graph.PoissonMbo;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.model.LabeledOnly;
import org.fewlabel.learn.neighbor.AutomaticSearch;
import org.fewlabel.learn.supervised.ClassPriors;

/**
 * Label propagation on raw rows: encodes the rows, builds the graph, propagates the labels, and compares the result
 * with the baseline.
 */
public final class LabelPropagator {

    /** The propagation method. */
    public enum Method {

        /** Selected by cross-validation, or the default for few labels. */
        AUTOMATIC("Automatic"),

        /** {@link LabelSpreading}. */
        SPREADING("Label spreading"),

        /** {@link LabelPropagation}. */
        PROPAGATION("Label propagation"),

        /** {@link ClassMassNormalization} over {@link LabelPropagation}. */
        LAPLACE_CMN("Laplace (class mass normalization)"),

        /** {@link PoissonLearning}. */
        POISSON("Poisson learning"),

        /** {@link PoissonMbo}. */
        POISSON_MBO("PoissonMBO");

        private final String text;

        Method(final String text) {
            this.text = text;
        }

        /** @return the name for the user */
        public String text() {
            return text;
        }
    }

    /**
     * The settings by the user.
     *
     * @param method of propagation
     * @param priors the class shares
     * @param neighbors the number of neighbors per row; 0 to select it automatically
     * @param alpha the share of a row's mass from its neighbors in label spreading; above 0, below 1
     * @param calibrate whether confidences are calibrated if there are enough labels
     * @param similarity of rows; empty to select it by the column types
     * @param decidedBy the number of most influential labeled rows per row to return; 0 for none
     * @param search for neighbors
     */
    public record Settings(Method method, ClassPriors priors, int neighbors, double alpha, boolean calibrate,
        Optional<Similarity> similarity, int decidedBy, AutomaticSearch.Mode search) {

        /** @throws IllegalArgumentException if a number is negative or alpha out of range */
        public Settings {
            if (neighbors < 0 || decidedBy < 0 || !(alpha > 0 && alpha < 1)) {
                throw new UserMessageException("There are no " + neighbors + " neighbors, " + decidedBy
                    + " deciding rows, or no spreading with alpha " + alpha + ".");
            }
        }

        /** @return the defaults */
        public static Settings defaults() {
            return new Settings(Method.AUTOMATIC, new ClassPriors.Estimated(), 0, LabelSpreading.DEFAULT_ALPHA, true,
                Optional.empty(), 0, AutomaticSearch.Mode.AUTOMATIC);
        }

        /** @return the same with another method */
        public Settings with(final Method other) {
            return new Settings(other, priors, neighbors, alpha, calibrate, similarity, decidedBy, search);
        }
    }

    private final Settings settings;

    /** @param settings by the user */
    public LabelPropagator(final Settings settings) {
        this.settings = settings;
    }

    /**
     * The result.
     *
     * @param probabilities of all rows; NaN where no label reaches
     * @param reached per row whether a label reaches it
     * @param contradicted per row whether it is labeled and its neighbors indicate another class
     * @param baseline what the {@link org.fewlabel.learn.supervised.Baseline} predicts for all rows
     * @param classifier for new rows
     * @param neighbors the number of neighbors per row
     * @param recall recall@k, the share of the true neighbors that were found; 1 if all
     * @param bandwidth the median bandwidth of the kernel
     * @param temperature of the calibration; 1 without calibration
     * @param decidedBy the most influential labeled rows of each row; empty if not requested
     * @param figures about the result
     */
    public record Fitted(ClassProbabilities probabilities, boolean[] reached, boolean[] contradicted,
        ClassProbabilities baseline,
        FewLabelClassifier classifier, int neighbors, double recall, double bandwidth, double temperature,
        Optional<Influence> decidedBy, PropagationFigures figures) {
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @return the class probabilities of all rows
     * @throws IllegalArgumentException if given shares of classes do not fit the labels
     * @throws org.fewlabel.learn.graph.MemoryException if the memory does not suffice, before any of it is used
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Fitted fit(final Rows rows, final Labels labels, final Workers workers, final Progress progress) {
        final var similarity = settings.similarity().orElseGet(() -> Similarity.automatic(rows.columns()));
        final var encoder = RowEncoder.fit(rows, similarity, progress);
        memoryNeed(rows.size(), encoder.columns(), labels.classes().size()).checkFits();
        final var dense = encoder.encode(rows, progress);
        final var baseline = LabeledOnly.of(rows, encoder, dense, progress);
        final var search = new AutomaticSearch(settings.search());
        final var learning = progress.part(0, settings.decidedBy() > 0 ? 0.8 : 1);
        final var choice = settings.method() == Method.AUTOMATIC
            ? new Automatic(settings.priors(), settings.neighbors(), settings.calibrate(), search).learn(dense,
                baseline, labels,
                workers, learning)
            : new Fixed(this::method, settings.neighbors() == 0 ? Automatic.NEIGHBORS : settings.neighbors(),
                settings.calibrate(), search).learn(dense, baseline, labels, workers, learning);
        final var spread = choice.spread();
        final var classifier = new FewLabelClassifier(rows.columns().stream().map(Column::name).toList(),
            labels.classes(),
            encoder, choice.classifier());
        return new Fitted(spread.probabilities(), spread.reached(),
            choice.graph().neighborhood(spread, workers, learning).contradicted(labels), choice.baseline(), classifier,
            choice.graph().neighbors(), choice.graph().recall(), choice.graph().bandwidth(), choice.temperature(),
            decidedBy(choice, labels, workers, progress.part(0.8, 1)), figures(labels, choice, encoder));
    }

    private Optional<Influence> decidedBy(final Choice choice, final Labels labels, final Workers workers,
        final Progress progress) {
        return settings.decidedBy() == 0 ? Optional.empty()
            : Optional
                .of(Influence.of(choice.graph(), labels, settings.method() == Method.SPREADING ? settings.alpha() : 1,
                    settings.decidedBy(), workers, progress));
    }

    private MemoryNeed memoryNeed(final int rows, final int columns, final int classes) {
        final var wanted = settings.neighbors() == 0 ? Automatic.NEIGHBORS : settings.neighbors();
        final var neighbors = Math.min(wanted, rows);
        return settings.method() == Method.AUTOMATIC
            ? new MemoryNeed(rows, columns, (int)Math.min(rows, 3L * neighbors), 2 * classes)
            : new MemoryNeed(rows, columns, neighbors, classes);
    }

    private GraphMethod method(final Labels labels, final ClassProbabilities predicted) {
        final var shares = settings.priors().shares(labels, predicted);
        return switch (settings.method()) {
            case SPREADING -> new LabelSpreading(settings.alpha());
            case LAPLACE_CMN -> shares.<GraphMethod>map(s -> new ClassMassNormalization(new LabelPropagation(), s))
                .orElseGet(LabelPropagation::new);
            case POISSON -> shares.map(PoissonLearning::new).orElseGet(PoissonLearning::new);
            case POISSON_MBO -> shares.map(PoissonMbo::new).orElseGet(PoissonMbo::new);
            default -> new LabelPropagation();
        };
    }

    private static PropagationFigures figures(final Labels labels, final Choice choice, final RowEncoder encoder) {
        final var labeled = labels.labeled().length;
        final var counts = labels.counts();
        final var without = IntStream.range(0, counts.length).filter(c -> counts[c] == 0)
            .mapToObj(labels.classes()::get).toList();
        return new PropagationFigures(labeled, labels.size() - labeled, choice.spread().unreachedRows(),
            choice.spread().unreachedComponents(), counts.length - without.size(), without, choice.weights(),
            Optional.ofNullable(choice.accuracy()),
            choice.spread().probabilities().agreement(choice.baseline(), labels.unlabeled()), choice.graph().search(),
            choice.graph().recall(), encoder.dropped(), encoder.hashedWords());
    }
}
