package org.fewlabel.headless.base;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.fewlabel.headless.registry.NodeRegistry;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.WorkflowException;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.InvalidSettingsException;

/** The stand-ins for KNIME's base nodes, by the class names of KNIME's factories. */
public final class BaseNodes implements NodeRegistry {

    private static final String BASE = "org.knime.base.node.";

    private static final String PORTS = "node_creation_config";

    private static final Map<String, Function<WorkflowFiles, RunnableNode>> NODES = Map.of(
        BASE + "io.filehandling.csv.reader.CSVTableReaderNodeFactory", CsvReaderNode::new,
        BASE + "io.filehandling.csv.writer.CSVWriter2NodeFactory", CsvWriterNode::new,
        BASE + "io.filehandling.model.reader.ModelReaderNodeFactory", ModelReaderNode::new,
        BASE + "io.filehandling.model.writer.ModelWriterNodeFactory", ModelWriterNode::new,
        BASE + "io.tablecreator.TableCreator2NodeFactory", files -> new TableCreatorNode(),
        BASE + "io.tablecreator.TableCreator3NodeFactory", files -> new TableCreatorNode(),
        BASE + "preproc.filter.column.DataColumnSpecFilterNodeFactory", files -> new ColumnFilterNode(),
        BASE + "preproc.filter.row3.RowFilterNodeFactory", files -> RowFilterNode.filter(),
        BASE + "preproc.filter.row3.RowSplitterNodeFactory", files -> RowFilterNode.splitter(),
        BASE + "preproc.partition.PartitionNodeFactory", files -> new TablePartitionerNode());

    @Override
    public Optional<RunnableNode> create(final WorkflowNode node, final WorkflowFiles files)
        throws WorkflowException {
        final var maker = NODES.get(node.factory());
        if (maker == null) {
            return Optional.empty();
        }
        try {
            checkPorts(node);
        } catch (InvalidSettingsException e) {
            throw new WorkflowException("The settings of " + node.label() + " are broken: " + e.getMessage(), e);
        }
        return Optional.of(maker.apply(files));
    }

    private static void checkPorts(final WorkflowNode node) throws InvalidSettingsException, WorkflowException {
        if (!node.settings().containsKey(PORTS)) {
            return;
        }
        final var groups = node.settings().getNodeSettings(PORTS);
        for (final var group : groups.keySet()) {
            if (!groups.getNodeSettings(group).keySet().isEmpty()) {
                throw new WorkflowException("The node " + node.label() + " has an additional port '" + group
                    + "', which is not supported by this stand-in for KNIME's node");
            }
        }
    }
}
