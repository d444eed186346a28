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
 * Compares ways from labels to a classifier on the table at hand, recommends one, and goes it with all labels.
 *
 * @param experiment which ways, and how they are tried
 */
public record WhichIsBetter(Experiment experiment) {

    private static final List<Route> NETWORKS = List.of(Route.CONSISTENCY, Route.ENCODED_LOGISTIC,
        Route.ENCODED_PROPAGATOR);

    /**
     * What came out.
     *
     * @param comparison what was tried; empty if nothing could be
     * @param recommendation which way to go
     * @param curve what twice the labels would give that way; empty if that cannot be told
     * @param classifier that way gone, with all labels and all rows
     * @param draws how often was to be drawn
     * @param withoutNetworks why ways with networks were skipped, in sentences for the user; empty if they were not
     * @param dropped the names of the columns that were not used because they have the same value in all rows
     */
    public record Result(Optional<Comparison> comparison, Recommendation recommendation, Optional<LearningCurve> curve,
        FewLabelClassifier classifier, int draws, Optional<String> withoutNetworks, List<String> dropped) {
    }

    /**
     * @param rows all rows, labeled or not
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
        var untried = Recommendation.Untried.TOO_FEW_LABELS;
        if (Experiment.possible(labels)) {
            final var tried = plan.run(rows, labels, nanoTime, workers, progress.part(0, 0.9));
            if (tried.draws() == 0) {
                untried = Recommendation.Untried.TIME_LIMIT;
            } else {
                comparison = Comparison.of(tried, routes, plan.heldOut());
            }
        }
        final var others = rows.columns().stream().filter(column -> !(column instanceof TextColumn)).toList();
        final var recommended = comparison == null ? Recommendation.withoutTrial(routes, others.isEmpty(), untried)
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
     * @return why networks cannot be trained on this machine; empty if they can, or none is wanted
     * @throws MissingLibraryException if they cannot be trained and there is no other way
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
        final var budgets = comparison.tried().budgets().size();
        final var accuracies = new double[comparison.tried().draws()][budgets];
        final var labels = new double[budgets];
        for (var b = 0; b < budgets; b++) {
            final var cells = Comparison.cells(comparison.tried(), route, b);
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
