package org.fewlabel.headless.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.WorkflowException;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.NodeFactory;

/** The nodes that the installed bundles register with Equinox's extension registry, as in KNIME. */
public final class ExtensionRegistry implements NodeRegistry {

    /** KNIME's extension point for nodes. */
    static final String NODES = "org.knime.workbench.repository.nodes";

    /** The attribute with the class name of a node's factory. */
    static final String FACTORY = "factory-class";

    private final Map<String, IConfigurationElement> nodes = new HashMap<>();

    /** @param registry the registry of the running framework */
    public ExtensionRegistry(final IExtensionRegistry registry) {
        for (final var element : registry.getConfigurationElementsFor(NODES)) {
            if ("node".equals(element.getName())) {
                nodes.put(element.getAttribute(FACTORY), element);
            }
        }
    }

    @Override
    public Optional<RunnableNode> create(final WorkflowNode node, final WorkflowFiles files)
        throws WorkflowException {
        final var element = nodes.get(node.factory());
        if (element == null) {
            return Optional.empty();
        }
        try {
            // the class is loaded by the bundle that registered it
            return Optional.of(NodeAccess.of((NodeFactory<?>)element.createExecutableExtension(FACTORY)));
        } catch (CoreException | ClassCastException | IllegalArgumentException e) {
            throw new WorkflowException("The node " + node.label() + " cannot be made: " + cause(e), e);
        }
    }

    private static String cause(final Exception failure) {
        final var reason = failure instanceof CoreException e ? e.getStatus().getException() : failure;
        return reason == null ? failure.getMessage() : reason.toString();
    }
}
