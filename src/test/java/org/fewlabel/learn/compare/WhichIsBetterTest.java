package org.fewlabel.learn.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.judge.LabelDraw;
import org.fewlabel.learn.judge.Role;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.junit.jupiter.api.Test;

/** Comparing methods for learning from few labels. */
class WhichIsBetterTest {

    private static final List<Route> QUICK = List.of(Route.LOGISTIC, Route.PROPAGATOR);

    private static final int ROWS = 240;

    /** One encoder for all tests. */
    private static final Pool POOL = new Pool(rows(), labels(10), new Pool.Encoding(rows(), 1),
        List.of(Route.LOGISTIC, Route.ENCODED_LOGISTIC, Route.PROPAGATOR));

    /** Two groups in four columns; the first {@code labeled} rows of each have a label. */
    private static Labels labels(final int labeled) {
        final var codes = new int[ROWS];
        Arrays.setAll(codes, i -> i / 2 < labeled ? i % 2 : Labels.UNLABELED);
        return new Labels(codes, List.of("a", "b"));
    }

    private static Rows rows() {
        final var random = new Random(3);
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < 4; c++) {
            final var values = new double[ROWS];
            Arrays.setAll(values, i -> 1.5 * (i % 2) + random.nextGaussian());
            columns.add(new NumberColumn("c" + c, values));
        }
        return new Rows(ROWS, columns);
    }

    private static WhichIsBetter.Result run(final List<Route> routes, final Labels labels, final double seconds) {
        return new WhichIsBetter(new Experiment(routes, 3, 0.3, seconds, 1)).run(rows(), labels, Workers.own(2),
            Progress.NONE);
    }

    @Test
    void everyMethodIsEvaluatedWithEveryBudgetInEveryDraw() {
        final var result = run(QUICK, labels(10), 1e6);
        final var tried = result.comparison().orElseThrow().results();
        assertThat(tried.budgets()).extracting(Budget::text).containsExactly("1 per class", "2 per class",
            "4 per class", "all");
        assertThat(tried.cells()).hasSize(2 * 4 * 3);
        assertThat(tried.heldOutRows()).isEqualTo(6);
        assertThat(tried.labeled()).isEqualTo(14);
        assertThat(tried.cells()).allSatisfy(cell -> assertThat(cell.accuracy()).isBetween(0.0, 1.0));
        assertThat(result.recommendation().evaluated()).isTrue();
        final var evidence = result.recommendation().evidence().orElseThrow();
        assertThat(evidence.draws()).isEqualTo(3);
        assertThat(evidence.rows()).isEqualTo(6);
        assertThat(evidence.labels()).isEqualTo(14);
        assertThat(evidence.accuracy()).isEqualTo(Recommendation.figures(result.comparison().orElseThrow(),
            result.recommendation().route(), 3).accuracy().mean());
    }

    @Test
    void theSameAgainAndWithOneThreadToo() {
        final var once = run(QUICK, labels(8), 1e6).comparison().orElseThrow();
        final var again = new WhichIsBetter(new Experiment(QUICK, 3, 0.3, 1e6, 1))
            .run(rows(), labels(8), Workers.CALLER,
                Progress.NONE)
            .comparison().orElseThrow();
        assertThat(again.results().cells()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
            .isEqualTo(once.results().cells());
    }

    @Test
    void withASingleLabelPerClassTheRobustMethodIsUsedWithoutComparison() {
        final var result = run(QUICK, labels(1), 1e6);
        assertThat(result.comparison()).isEmpty();
        assertThat(result.recommendation().route()).isEqualTo(Route.PROPAGATOR);
        assertThat(result.recommendation().notCompared()).contains(Recommendation.NotCompared.TOO_FEW_LABELS);
        assertThat(accuracy(result.classifier())).isGreaterThan(0.8);
    }

    @Test
    void aTimeLimitReachedInTheFirstDrawLeavesTheRobustMethod() {
        final var result = new WhichIsBetter(new Experiment(QUICK, 5, 0.3, 1e-9, 1)).run(rows(), labels(10),
            Workers.CALLER, Progress.NONE);
        assertThat(result.comparison()).isEmpty();
        assertThat(result.recommendation().route()).isEqualTo(Route.PROPAGATOR);
        assertThat(result.recommendation().notCompared()).contains(Recommendation.NotCompared.TIME_LIMIT);
        assertThat(result.draws()).isEqualTo(5);
        assertThat(accuracy(result.classifier())).isGreaterThan(0.8);
    }

    @Test
    void aTimeLimitThatIsOverLaterLeavesWhatWasDone() {
        final var seconds = new AtomicInteger();
        final var result = new WhichIsBetter(new Experiment(QUICK, 9, 0.3, 40, 1)).run(rows(), labels(10),
            () -> 1_000_000_000L * seconds.getAndIncrement(), Workers.CALLER, Progress.NONE);
        final var tried = result.comparison().orElseThrow().results();
        assertThat(tried.draws()).isBetween(1, 8);
        assertThat(tried.cells()).hasSize(tried.draws() * QUICK.size() * tried.budgets().size());
        assertThat(result.draws()).isEqualTo(9);
    }

    @Test
    void theCommitteeIsTheMeanOfItsMembersAndIsRestored() {
        final var committee = Route.COMMITTEE.learn(POOL, 1, Workers.CALLER, Progress.NONE);
        final var mean = new double[2 * ROWS];
        for (final var member : POOL.members()) {
            final var said = member.learn(POOL, 1, Workers.CALLER, Progress.NONE).predict(rows(), Workers.CALLER,
                Progress.NONE);
            Arrays.setAll(mean, i -> mean[i] + said.values()[i] / POOL.members().size());
        }
        final var said = committee.predict(rows(), Workers.CALLER, Progress.NONE);
        assertThat(said.values()).containsExactly(mean, offset(1e-12));
        assertThat(FewLabelClassifier.restore(committee.state()).predict(rows(), Workers.CALLER, Progress.NONE))
            .isEqualTo(said);
    }

    @Test
    void theEnsembleIsScoredByItsMembersPredictionsAndTakesTheirTime() {
        final var routes = List.of(Route.LOGISTIC, Route.FOREST, Route.PROPAGATOR, Route.COMMITTEE);
        final var tried = run(routes, labels(6), 1e6).comparison().orElseThrow().results();
        for (final var cell : Comparison.cells(tried, Route.COMMITTEE, 0)) {
            assertThat(cell.seconds()).isGreaterThanOrEqualTo(tried.cells().stream()
                .filter(other -> other.draw() == cell.draw() && other.budget() == 0 && other.route() != Route.COMMITTEE)
                .mapToDouble(RouteResult::seconds).sum() - 1e-9);
        }
        assertThat(Comparison.cells(tried, Route.COMMITTEE, 0)).hasSize(3);
    }

    @Test
    void aSingleMethodIsNoEnsemble() {
        final var result = run(List.of(Route.LOGISTIC, Route.COMMITTEE), labels(6), 1e6);
        assertThat(result.recommendation().route()).isEqualTo(Route.LOGISTIC);
    }

    @Test
    void noCommitteeSitsInACommittee() {
        final var committee = Route.COMMITTEE.learn(POOL, 1, Workers.CALLER, Progress.NONE);
        final var other = Route.LOGISTIC.learn(POOL, 1, Workers.CALLER, Progress.NONE);
        assertThatThrownBy(() -> FewLabelClassifier.ensemble(List.of(committee, other)))
            .isInstanceOf(IllegalArgumentException.class);
        final var inner = committee.state().state("model");
        final var forged = new State();
        inner.entries().forEach((name, value) -> forged.put(name, name.equals("member 0") ? committee.state() : value));
        final var whole = new State();
        committee.state().entries().forEach((name, value) -> whole.put(name, name.equals("model") ? forged : value));
        assertThatThrownBy(() -> FewLabelClassifier.restore(whole)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The labels and cells of held-out rows have no influence on the compared methods. */
    @Test
    void noMethodSeesHeldOutRows() {
        final var labels = labels(10);
        final var plan = new Experiment(QUICK, 2, 0.3, 1e6, 1);
        final var roles = new LabelDraw(Budget.ALL.draw(), 0.3, 1).draw(labels);
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < 4; c++) {
            final var values = ((NumberColumn)rows().columns().get(c)).values().clone();
            for (var i = 0; i < ROWS; i++) {
                values[i] = roles[i] == Role.HELD_OUT ? 1e6 : values[i];
            }
            columns.add(new NumberColumn("c" + c, values));
        }
        final var seen = new Draw(plan, rows(), labels, null, 0, Progress.NONE).pool();
        final var other = new Draw(plan, new Rows(ROWS, columns), labels, null, 0, Progress.NONE).pool();
        assertThat(seen.rows().size()).isEqualTo(ROWS - 6);
        for (final var route : QUICK) {
            assertThat(route.learn(other, 1, Workers.CALLER, Progress.NONE).predict(seen.rows(), Workers.CALLER,
                Progress.NONE))
                .isEqualTo(route.learn(seen, 1, Workers.CALLER, Progress.NONE).predict(seen.rows(), Workers.CALLER,
                    Progress.NONE));
        }
    }

    /** Every labeled row is held out in some draw, so the shared encoder is trained on unlabeled rows only. */
    @Test
    void theEncoderOfAllDrawsHasSeenUnlabeledRowsOnly() {
        final var few = labels(10);
        final var shared = Pool.Encoding.ofUnlabeled(rows(), few, 1, Progress.NONE);
        assertThat(shared.rows().size()).isEqualTo(ROWS - 20);
        final var values = ((NumberColumn)shared.rows().columns().get(0)).values();
        final var all = ((NumberColumn)rows().columns().get(0)).values();
        assertThat(values).isEqualTo(IntStream.range(0, ROWS).filter(i -> few.codes()[i] < 0).mapToDouble(i -> all[i])
            .toArray());
        assertThat(Pool.Encoding.ofUnlabeled(rows(), labels(ROWS / 4), 1, Progress.NONE)).isNull();
    }

    @Test
    void aCancelEndsTheWork() {
        final var impatient = Checks.canceledAt(51);
        assertThatThrownBy(() -> new WhichIsBetter(new Experiment(QUICK, 3, 0.3, 1e6, 1)).run(rows(), labels(10),
            Workers.own(2), impatient)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aClassifierOnAnEmbeddingReadsRawRowsAndIsRestored() {
        final var classifier = Route.ENCODED_LOGISTIC.learn(POOL, 1, Workers.CALLER, Progress.NONE);
        assertThat(classifier.columns()).containsExactly("c0", "c1", "c2", "c3");
        assertThat(accuracy(classifier)).isGreaterThan(0.8);
        final var restored = FewLabelClassifier.restore(classifier.state());
        assertThat(restored.predict(rows(), Workers.CALLER, Progress.NONE))
            .isEqualTo(classifier.predict(rows(), Workers.CALLER, Progress.NONE));
        final var forged = new State();
        classifier.state().entries().forEach((name, value) -> forged.put(name,
            name.equals("columns") ? new String[]{"c0", "c1", "c2", "other"} : value));
        assertThatThrownBy(() -> FewLabelClassifier.restore(forged)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOtherMethodsSeparateTheGroupsToo() {
        for (final var route : List.of(Route.FOREST, Route.PSEUDO_LABELER, Route.ENCODED_PROPAGATOR)) {
            assertThat(accuracy(route.learn(POOL, 1, Workers.CALLER, Progress.NONE))).as(route.text())
                .isGreaterThan(0.8);
        }
    }

    private static double accuracy(final FewLabelClassifier classifier) {
        final var predicted = new ClassProbabilities(2,
            classifier.predict(rows(), Workers.CALLER, Progress.NONE).values()).argmax();
        return IntStream.range(0, ROWS).filter(i -> predicted[i] == i % 2).count() / (double)ROWS;
    }
}
