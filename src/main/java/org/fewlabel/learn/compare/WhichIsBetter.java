package org.fewlabel.learn.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.fewlabel.device.MissingLibraryException;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.model.FewLabelClassifier;

/**
 * Compares methods for learning from few labels on a table, recommends one, and trains it with all labels.
 *
 * @param experiment the methods and their evaluation
 */
public record WhichIsBetter(Experiment experiment) {

    private static final List<Route> NETWORKS = List.of(Route.CONSISTENCY, Route.ENCODED_LOGISTIC,
        Route.ENCODED_PROPAGATOR);

    /**
     * The result.
     *
     * @param comparison the results; empty if nothing could be compared
     * @param recommendation the recommended method
     * @param curve the expected gain of that method from twice the labels; empty if unknown
     * @param classifier that method trained with all labels and all rows
     * @param draws the requested number of draws
     * @param withoutNetworks why methods with networks were skipped, in sentences for the user; empty if they were not
     * @param dropped the names of the constant columns, which were not used
     */
    public record Result(Optional<Comparison> comparison, Recommendation recommendation, Optional<LearningCurve> curve,
        FewLabelClassifier classifier, int draws, Optional<String> withoutNetworks, List<String> dropped) {
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Result run(final Rows rows, final Labels labels, final Workers workers, final Progress progress) {
        return run(rows, labels, System::nanoTime, workers, progress);
    }

    Result run(final Rows rows, final Labels labels, final LongSupplier nanoTime, final Workers workers,
        final Progress progress) {
        final var missing = missingLibrary(progress);
        final var possible = missing.isPresent() ? withoutNetworks() : experiment.routes();
        final var members = Route.members(possible);
        final var routes = members.size() > 1 ? possible : members;
        final var plan = new Experiment(routes, experiment.draws(), experiment.heldOut(), experiment.seconds(),
            experiment.seed());
        Comparison comparison = null;
        var notCompared = Recommendation.NotCompared.TOO_FEW_LABELS;
        if (Experiment.possible(labels)) {
            final var results = plan.run(rows, labels, nanoTime, workers, progress.part(0, 0.9));
            if (results.draws() == 0) {
                notCompared = Recommendation.NotCompared.TIME_LIMIT;
            } else {
                comparison = Comparison.of(results, routes, plan.heldOut());
            }
        }
        final var others = rows.columns().stream().filter(column -> !(column instanceof TextColumn)).toList();
        final var recommended = comparison == null
            ? Recommendation.withoutComparison(routes, others.isEmpty(), notCompared)
            : Recommendation.of(comparison, routes, others.isEmpty());
        final var dropped = RowEncoder.fit(new Rows(rows.size(), others), progress).dropped();
        progress.report(0.9, "Training with all labels: " + recommended.route().text());
        final var classifier = recommended.route().learn(
            new Pool(rows, labels, new Pool.Encoding(rows, experiment.seed()), Route.members(routes)),
            experiment.seed(), workers,
            progress.part(0.9, 1));
        return new Result(Optional.ofNullable(comparison), recommended,
            comparison == null ? Optional.empty() : curve(comparison, recommended.route()), classifier,
            experiment.draws(), missing, dropped);
    }

    /**
     * @return why networks cannot be trained on this machine; empty if they can, or none is selected
     * @throws MissingLibraryException if they cannot be trained and there is no other method
     */
    private Optional<String> missingLibrary(final Progress progress) {
        if (experiment.routes().stream().noneMatch(NETWORKS::contains)) {
            return Optional.empty();
        }
        try {
            Engines.open(progress);
            return Optional.empty();
        } catch (final MissingLibraryException e) {
            if (withoutNetworks().isEmpty()) {
                throw e;
            }
            return Optional.of(e.getMessage());
        }
    }

    private List<Route> withoutNetworks() {
        return experiment.routes().stream().filter(route -> !NETWORKS.contains(route)).toList();
    }

    private Optional<LearningCurve> curve(final Comparison comparison, final Route route) {
        final var budgets = comparison.results().budgets().size();
        final var accuracies = new double[comparison.results().draws()][budgets];
        final var labels = new double[budgets];
        for (var b = 0; b < budgets; b++) {
            final var cells = Comparison.cells(comparison.results(), route, b);
            for (var d = 0; d < cells.size(); d++) {
                accuracies[d][b] = cells.get(d).accuracy();
            }
            labels[b] = cells.stream().mapToInt(RouteResult::labels).average().orElse(0);
        }
        final var ascending = Arrays.stream(labels).distinct().count() == budgets;
        return ascending ? Optional.ofNullable(LearningCurve.of(labels, accuracies, experiment.seed()))
            : Optional.empty();
    }
}
