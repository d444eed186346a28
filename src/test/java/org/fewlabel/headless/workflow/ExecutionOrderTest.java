package org.fewlabel.headless.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExecutionOrderTest {

    private static Connection c(final int from, final int to) {
        return new Connection(from, 1, to, 1);
    }

    @Test
    void independentBranchesGoByNumber() throws WorkflowException {
        assertThat(ExecutionOrder.of(List.of(4, 3, 2, 1), List.of(c(4, 1), c(3, 2)))).containsExactly(3, 2, 4, 1);
    }

    @Test
    void twoConnectionsBetweenTheSameNodesCountOnce() throws WorkflowException {
        assertThat(ExecutionOrder.of(List.of(1, 2), List.of(new Connection(1, 1, 2, 1), new Connection(1, 1, 2, 2))))
            .containsExactly(1, 2);
    }

    @Test
    void namesTheNodesOfACycle() {
        assertThatThrownBy(
            () -> ExecutionOrder.of(List.of(1, 2, 3, 4, 5), List.of(c(1, 2), c(2, 3), c(3, 4), c(4, 2), c(4, 5))))
            .isInstanceOf(WorkflowException.class).hasMessage("The workflow has a cycle: #2 → #3 → #4 → #2");
    }

    @Test
    void namesANodeThatFeedsItself() {
        assertThatThrownBy(() -> ExecutionOrder.of(List.of(1), List.of(c(1, 1))))
            .isInstanceOf(WorkflowException.class).hasMessage("The workflow has a cycle: #1 → #1");
    }

    @Property(tries = 200)
    void everyNodeComesAfterAllItNeeds(@ForAll final long seed) throws WorkflowException {
        final var random = new Random(seed);
        final var ids = IntStream.range(0, 1 + random.nextInt(20)).boxed().toList();
        final var connections = new ArrayList<Connection>();
        for (final int dest : ids) {
            for (int i = 0; dest > 0 && i < 3; i++) {
                connections.add(c(random.nextInt(dest), dest));
            }
        }
        final var order = ExecutionOrder.of(ids, connections);
        assertThat(order).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(connections).allSatisfy(
            connection -> assertThat(order.indexOf(connection.source())).isLessThan(order.indexOf(connection.dest())));
    }
}
