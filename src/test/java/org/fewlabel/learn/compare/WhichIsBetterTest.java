package org.fewlabel.learn.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.FewLabelClassifier;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.judge.Predictions;
import org.junit.jupiter.api.Test;

/** Comparing ways from labels to a classifier. */
class WhichIsBetterTest {

    private static final List<Route> QUICK = List.of(Route.LOGISTIC, Route.PROPAGATOR);

    private static final int ROWS = 240;

    /** One encoder for all tests. */
    private static final Pool POOL = new Pool(rows(), labels(10), new Pool.Encoding(rows(), 1));

    /** Two groups in four columns; the first {@code labelled} rows of each have a label. */
    private static Labels labels(final int labelled) {
        final var codes = new int[ROWS];
        Arrays.setAll(codes, i -> i / 2 < labelled ? i % 2 : Labels.UNLABELLED);
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
    void everyWayIsTriedWithEveryBudgetInEveryDraw() {
        final var result = run(QUICK, labels(10), 1e6);
        final var tried = result.comparison().orElseThrow().tried();
        assertThat(tried.budgets()).extracting(Budget::text).containsExactly("1 per class", "2 per class", "4 per class", "all");
        assertThat(tried.cells()).hasSize(2 * 4 * 3);
        assertThat(tried.heldOutRows()).isEqualTo(6);
        assertThat(tried.labelled()).isEqualTo(14);
        assertThat(tried.cells()).allSatisfy(cell -> assertThat(cell.accuracy()).isBetween(0.0, 1.0));
        assertThat(result.recommendation().judged()).isTrue();
        assertThat(result.recommendation().text()).startsWith("Recommended: ").contains("over 3 draws", "With 14 labels");
    }

    @Test
    void theSameAgainAndWithOneThreadToo() {
        final var once = run(QUICK, labels(8), 1e6).comparison().orElseThrow();
        final var again = new WhichIsBetter(new Experiment(QUICK, 3, 0.3, 1e6, 1)).run(rows(), labels(8), Workers.CALLER,
            Progress.NONE).comparison().orElseThrow();
        assertThat(again.tried().cells()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
            .isEqualTo(once.tried().cells());
    }

    @Test
    void withASingleLabelPerClassTheRobustWayIsGoneUntried() {
        final var result = run(QUICK, labels(1), 1e6);
        assertThat(result.comparison()).isEmpty();
        assertThat(result.recommendation().route()).isEqualTo(Route.PROPAGATOR);
        assertThat(result.recommendation().text()).contains("Nothing could be tried", "two labels each");
        assertThat(accuracy(result.classifier())).isGreaterThan(0.8);
    }

    @Test
    void aTimeLimitThatIsTooShortLeavesWhatWasDone() {
        final var result = new WhichIsBetter(new Experiment(QUICK, 5, 0.3, 1e-9, 1)).run(rows(), labels(10),
            Workers.CALLER, Progress.NONE);
        assertThat(result.comparison().orElseThrow().tried().draws()).isEqualTo(1);
        assertThat(result.notes()).anyMatch(note -> note.contains("Only 1 of 5 draws"));
        assertThat(accuracy(result.classifier())).isGreaterThan(0.8);
    }

    @Test
    void aCancelEndsTheWork() {
        final var asked = new AtomicInteger();
        final var impatient = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                assertThat(fraction).isBetween(0.0, 1.0);
            }

            @Override
            public void checkCancelled() {
                if (asked.incrementAndGet() > 50) {
                    throw new CancellationException();
                }
            }
        };
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
    void theOtherWaysTellTheGroupsToo() {
        for (final var route : List.of(Route.FOREST, Route.PSEUDO_LABELER, Route.ENCODED_PROPAGATOR)) {
            assertThat(accuracy(route.learn(POOL, 1, Workers.CALLER, Progress.NONE))).as(route.text()).isGreaterThan(0.8);
        }
    }

    private static double accuracy(final FewLabelClassifier classifier) {
        final var predicted = Predictions.mostProbable(2, classifier.predict(rows(), Workers.CALLER, Progress.NONE));
        return IntStream.range(0, ROWS).filter(i -> predicted[i] == i % 2).count() / (double)ROWS;
    }
}
