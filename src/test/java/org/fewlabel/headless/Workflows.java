package org.fewlabel.headless;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.run.NodeResult;
import org.fewlabel.headless.run.NodeState;
import org.fewlabel.headless.run.RunListener;
import org.fewlabel.headless.run.WorkflowResult;
import org.fewlabel.headless.run.WorkflowRun;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;

/** What tests of workflows share. */
public final class Workflows {

    private Workflows() {
    }

    /** @return how it went with a workflow of KNIME's base nodes */
    public static WorkflowResult run(final WorkflowBuilder builder) throws Exception {
        return WorkflowRun.load(builder.write(), new BaseNodes()).execute(RunListener.NONE);
    }

    /** @return the node that failed, and no other did */
    public static NodeResult failure(final WorkflowBuilder builder) throws Exception {
        final var failed = run(builder).nodes().values().stream().filter(node -> node.state() == NodeState.FAILED)
            .toList();
        if (failed.size() != 1) {
            throw new AssertionError("One node should have failed, but: " + failed);
        }
        return failed.get(0);
    }

    /** @return the table's rows as texts: the row id and the cells; {@code null} for a missing cell */
    public static List<List<String>> rows(final BufferedDataTable table) {
        final var rows = new ArrayList<List<String>>();
        for (final var row : table) {
            final var texts = new ArrayList<String>();
            texts.add(row.getKey().getString());
            for (final DataCell cell : row) {
                texts.add(cell.isMissing() ? null : cell.toString());
            }
            rows.add(texts);
        }
        return rows;
    }

    /** @return name and type of each column */
    public static List<String> columns(final BufferedDataTable table) {
        return table.getDataTableSpec().stream().map(c -> c.getName() + ": " + c.getType().getName()).toList();
    }
}
