package org.fewlabel.headless.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.WorkflowException;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.NodeFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The nodes that a plugin.xml registers, read without OSGi: for tests and benchmarks, where the plug-in's classes lie on
 * the class path.
 */
public final class PluginXmlRegistry implements NodeRegistry {

    private final Set<String> factories = new LinkedHashSet<>();

    private final ClassLoader loader;

    /**
     * @param pluginXml the file
     * @param loader finds the classes it names
     * @throws IOException if the file cannot be read
     */
    public PluginXmlRegistry(final InputStream pluginXml, final ClassLoader loader) throws IOException {
        this.loader = loader;
        try {
            final var parsers = DocumentBuilderFactory.newInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final var nodes = parsers.newDocumentBuilder().parse(pluginXml).getElementsByTagName("node");
            for (int i = 0; i < nodes.getLength(); i++) {
                final var node = (Element)nodes.item(i);
                if (ExtensionRegistry.NODES.equals(((Element)node.getParentNode()).getAttribute("point"))) {
                    factories.add(node.getAttribute(ExtensionRegistry.FACTORY));
                }
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The plugin.xml cannot be read: " + e.getMessage(), e);
        }
    }

    /** @return the registered factories' class names */
    public Set<String> factories() {
        return Set.copyOf(factories);
    }

    @Override
    public Optional<RunnableNode> create(final WorkflowNode node, final WorkflowFiles files)
        throws WorkflowException {
        if (!factories.contains(node.factory())) {
            return Optional.empty();
        }
        try {
            final var factory = loader.loadClass(node.factory()).getDeclaredConstructor().newInstance();
            return Optional.of(NodeAccess.of((NodeFactory<?>)factory));
        } catch (ReflectiveOperationException | ClassCastException | IllegalArgumentException e) {
            throw new WorkflowException("The node " + node.label() + " cannot be made: " + e, e);
        }
    }
}
