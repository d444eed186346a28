package org.fewlabel.learn.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.LabelDraw.Amount;
import org.fewlabel.learn.judge.LabelDraw.PerClass;
import org.fewlabel.learn.judge.LabelDraw.Share;
import org.fewlabel.learn.judge.LabelDraw.Total;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LabelDrawTest {

    /** 60 of class a, 30 of b, 10 of c, in a mixed order, and 5 rows without a label. */
    private static final Labels TRUTH = truth();

    @Test
    void keepsSoManyPerClass() {
        assertThat(counts(new PerClass(4), 0, Role.LABELED)).containsExactly(4, 4, 4, 0);
        assertThat(counts(new PerClass(20), 0, Role.LABELED)).containsExactly(20, 20, 10, 0);
    }

    @Test
    void keepsAShareOfEachClassButAtLeastOneRow() {
        assertThat(counts(new Share(0.1), 0, Role.LABELED)).containsExactly(6, 3, 1, 0);
        assertThat(counts(new Share(0.01), 0, Role.LABELED)).containsExactly(1, 1, 1, 0);
        assertThat(counts(new Share(1), 0, Role.LABELED)).containsExactly(60, 30, 10, 0);
    }

    @Test
    void keepsSoManyInAllByTheLargestRemainders() {
        assertThat(counts(new Total(10), 0, Role.LABELED)).containsExactly(6, 3, 1, 0);
        // 7 rows: 4.2, 2.1 and 0.7, so the one left goes to c
        assertThat(counts(new Total(7), 0, Role.LABELED)).containsExactly(4, 2, 1, 0);
        // 5 rows: 3, 1.5 and 0.5: b is the larger of the two
        assertThat(counts(new Total(5), 0, Role.LABELED)).containsExactly(3, 2, 0, 0);
        assertThat(counts(new Total(1000), 0, Role.LABELED)).containsExactly(60, 30, 10, 0);
    }

    @Test
    void holdsOutAShareOfEachClass() {
        assertThat(counts(new PerClass(4), 0.3, Role.HELD_OUT)).containsExactly(18, 9, 3, 0);
        assertThat(counts(new PerClass(4), 0.3, Role.LABELED)).containsExactly(4, 4, 4, 0);
        assertThat(counts(new PerClass(4), 0.3, Role.UNLABELED)).containsExactly(38, 17, 3, 5);
        // nearly all: one row of each class is left to be labeled
        assertThat(counts(new PerClass(4), 0.999, Role.LABELED)).containsExactly(1, 1, 1, 0);
    }

    @Property(tries = 50)
    void aSmallerBudgetIsInsideALargerOne(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 12) final int few,
        @ForAll @IntRange(min = 0, max = 50) final int more) {
        final var small = new LabelDraw(new PerClass(few), 0.25, seed).draw(TRUTH);
        final var large = new LabelDraw(new PerClass(few + more), 0.25, seed).draw(TRUTH);
        for (var i = 0; i < small.length; i++) {
            assertThat(small[i] == Role.HELD_OUT).isEqualTo(large[i] == Role.HELD_OUT);
            if (small[i] == Role.LABELED) {
                assertThat(large[i]).isEqualTo(Role.LABELED);
            }
        }
    }

    @Test
    void theSeedMakesTheDraw() {
        final var once = new LabelDraw(new PerClass(4), 0.2, 1).draw(TRUTH);
        assertThat(new LabelDraw(new PerClass(4), 0.2, 1).draw(TRUTH)).isEqualTo(once);
        assertThat(new LabelDraw(new PerClass(4), 0.2, 2).draw(TRUTH)).isNotEqualTo(once);
    }

    @Test
    void theOrderInWhichClassesAreListedDoesNotMatter() {
        final var reversed = new Labels(Arrays.stream(TRUTH.codes()).map(c -> c < 0 ? -1 : 2 - c).toArray(),
            List.of("c", "b", "a"));
        assertThat(new LabelDraw(new PerClass(3), 0.2, 5).draw(reversed))
            .isEqualTo(new LabelDraw(new PerClass(3), 0.2, 5).draw(TRUTH));
    }

    @Test
    void everyRowOfAClassIsDrawnEquallyOften() {
        final var times = new int[TRUTH.size()];
        for (var seed = 0; seed < 3000; seed++) {
            final var roles = new LabelDraw(new PerClass(2), 0, seed).draw(TRUTH);
            for (var i = 0; i < roles.length; i++) {
                times[i] += roles[i] == Role.LABELED ? 1 : 0;
            }
        }
        for (var i = 0; i < times.length; i++) {
            if (TRUTH.codes()[i] == 2) { // 2 of 10 rows, 600 times; six standard deviations are 131
                assertThat(times[i]).isBetween(469, 731);
            }
        }
    }

    @Test
    void classesWithoutARowAndTablesWithoutALabelAreNoProblem() {
        final var none = new Labels(new int[]{-1, -1}, List.of("a"));
        for (final var budget : List.of(new PerClass(1), new Share(0.5), new Total(3))) {
            assertThat(new LabelDraw(budget, 0.5, 0).draw(none)).containsOnly(Role.UNLABELED);
        }
        final var one = new Labels(new int[]{1}, List.of("a", "b"));
        assertThat(new LabelDraw(new Share(0.1), 0.5, 0).draw(one)).containsExactly(Role.LABELED);
    }

    @Test
    void rolesAreWrittenInWords() {
        assertThat(Arrays.stream(Role.values()).map(Role::text)).containsExactly("labeled", "unlabeled", "held out");
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new PerClass(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Total(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LabelDraw(new PerClass(1), 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** How many rows of each class, and last of the rows without one, have that role. */
    private static int[] counts(final Amount budget, final double heldOut, final Role role) {
        final var roles = new LabelDraw(budget, heldOut, 3).draw(TRUTH);
        final var counts = new int[4];
        for (var i = 0; i < roles.length; i++) {
            if (roles[i] == role) {
                counts[TRUTH.codes()[i] < 0 ? 3 : TRUTH.codes()[i]]++;
            }
        }
        return counts;
    }

    private static Labels truth() {
        final var codes = new ArrayList<Integer>(
            IntStream.range(0, 105).map(i -> i < 60 ? 0 : i < 90 ? 1 : i < 100 ? 2 : -1).boxed().toList());
        Collections.shuffle(codes, new Random(1));
        return new Labels(codes.stream().mapToInt(i -> i).toArray(), List.of("a", "b", "c"));
    }
}
