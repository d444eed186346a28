package org.fewlabel.headless.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The order of execution of nodes. */
final class ExecutionOrder {

    private ExecutionOrder() {
    }

    /**
     * @param ids the nodes
     * @param connections connections between them
     * @return the nodes in topological order, ties by the smallest id
     * @throws WorkflowException if there is a cycle; the message names its nodes
     */
    static List<Integer> of(final Collection<Integer> ids, final Collection<Connection> connections)
        throws WorkflowException {
        final var waitsFor = new HashMap<Integer, Set<Integer>>();
        ids.forEach(id -> waitsFor.put(id, new TreeSet<>()));
        connections.forEach(c -> waitsFor.get(c.dest()).add(c.source()));
        final var waiting = new HashMap<Integer, Integer>();
        waitsFor.forEach((id, sources) -> waiting.put(id, sources.size()));
        final var successors = new HashMap<Integer, List<Integer>>();
        waitsFor.forEach((id, sources) -> sources
            .forEach(s -> successors.computeIfAbsent(s, k -> new ArrayList<>()).add(id)));

        final var ready = new PriorityQueue<Integer>();
        ids.stream().filter(id -> waiting.get(id) == 0).forEach(ready::add);
        final var order = new ArrayList<Integer>(ids.size());
        while (!ready.isEmpty()) {
            final var id = ready.remove();
            order.add(id);
            for (final var next : successors.getOrDefault(id, List.of())) {
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        if (order.size() < ids.size()) {
            throw new WorkflowException("The workflow has a cycle: " + cycle(waitsFor, new HashSet<>(order)).stream()
                .map(id -> "#" + id).collect(Collectors.joining(" → ")));
        }
        return order;
    }

    private static List<Integer> cycle(final Map<Integer, Set<Integer>> waitsFor, final Set<Integer> done) {
        var id = waitsFor.keySet().stream().filter(i -> !done.contains(i)).min(Integer::compare).orElseThrow();
        final var path = new LinkedHashSet<Integer>();
        while (path.add(id)) {
            id = waitsFor.get(id).stream().filter(i -> !done.contains(i)).findFirst().orElseThrow();
        }
        final var backwards = new ArrayList<>(path);
        final var cycle = new ArrayList<Integer>();
        cycle.add(id);
        for (int i = backwards.size() - 1; !backwards.get(i).equals(id); i--) {
            cycle.add(backwards.get(i));
        }
        cycle.add(id);
        return cycle;
    }
}
