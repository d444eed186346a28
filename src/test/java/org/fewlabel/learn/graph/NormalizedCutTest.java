package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalizedCutTest {

    /** A path of four equal edges: 0 - 1 - 2 - 3. */
    @Test
    void isTheSumOfTheSharesThatLeave() {
        final var graph = Dense.path(4);
        assertThat(NormalizedCut.normalized(graph, new int[]{0, 0, 1, 1}, 2)).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(NormalizedCut.normalized(graph, new int[]{0, 1, 1, 1}, 2)).isCloseTo(1 + 1 / 5.0, within(1e-6));
        assertThat(NormalizedCut.normalized(graph, new int[]{0, 1, 0, 1}, 2)).isCloseTo(2, within(1e-6));
        assertThat(NormalizedCut.normalized(graph, new int[]{0, 0, 0, 0}, 2)).isZero();
    }

    @Test
    void whatIsInNoClassDoesNotCount() {
        assertThat(NormalizedCut.normalized(Dense.path(4), new int[]{0, 0, -1, -1}, 2)).isZero();
    }
}
