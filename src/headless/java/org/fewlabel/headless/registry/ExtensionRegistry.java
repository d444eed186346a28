package org.fewlabel.headless.registry;

import java.util.Arrays;
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
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The nodes that the installed bundles register with Equinox's extension registry, as in KNIME. */
public final class ExtensionRegistry implements NodeRegistry {

    /** KNIME's extension point for nodes. */
    static final String NODES = "org.knime.workbench.repository.nodes";

    /** The element of a node. */
    static final String NODE = "node";

    /** The attribute with the class name of a node's factory. */
    static final String FACTORY = "factory-class";

    private final IExtensionRegistry registry;

    private final Map<String, IConfigurationElement> nodes = new HashMap<>();

    private boolean portTypesKnown;

    /** @param registry the registry of the running framework */
    public ExtensionRegistry(final IExtensionRegistry registry) {
        this.registry = registry;
        for (final var element : registry.getConfigurationElementsFor(NODES)) {
            if (NODE.equals(element.getName())) {
                nodes.put(element.getAttribute(FACTORY), element);
            }
        }
    }

    @Override
    public synchronized Optional<RunnableNode> create(final WorkflowNode node, final WorkflowFiles files)
        throws WorkflowException {
        // before any node: one that is not of a plug-in may read a plug-in's model from a file
        if (!portTypesKnown) {
            registerPortTypes();
            portTypesKnown = true;
        }
        final var element = nodes.get(node.factory());
        if (element == null) {
            return Optional.empty();
        }
        try {
            // the class is loaded by the bundle that registered it
            return Optional.of(NodeAccess.of((NodeFactory<?>)element.createExecutableExtension(FACTORY),
                node.settings()));
        } catch (InvalidSettingsException e) {
            throw new WorkflowException("The node " + node.label() + " cannot be created: " + e.getMessage(), e);
        } catch (CoreException | ClassCastException | IllegalArgumentException e) {
            throw new WorkflowException("The node " + node.label() + " cannot be created: " + cause(e), e);
        }
    }

    private void registerPortTypes() throws WorkflowException {
        for (final var element : registry.getConfigurationElementsFor(PortTypeElement.POINT)) {
            if (PortTypeElement.NAME.equals(element.getName())) {
                final var bundle = bundle(element.getContributor().getName());
                new PortTypeElement(element::getAttribute, bundle::loadClass).register();
            }
        }
    }

    private static Bundle bundle(final String symbolicName) {
        return Arrays.stream(FrameworkUtil.getBundle(ExtensionRegistry.class).getBundleContext().getBundles())
            .filter(bundle -> symbolicName.equals(bundle.getSymbolicName())).findFirst()
            .orElseThrow(() -> new IllegalStateException("The bundle " + symbolicName + " no longer exists"));
    }

    private static String cause(final Exception failure) {
        final var reason = failure instanceof CoreException e ? e.getStatus().getException() : failure;
        return reason == null ? failure.getMessage() : reason.toString();
    }
}
