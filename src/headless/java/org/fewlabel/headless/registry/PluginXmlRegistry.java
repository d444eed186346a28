package org.fewlabel.headless.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The nodes that a plugin.xml registers, read without OSGi: for tests and benchmarks, where the plug-in's classes are
 * on the class path.
 */
public final class PluginXmlRegistry implements NodeRegistry {

    private final Set<String> factories = new LinkedHashSet<>();

    private final List<PortTypeElement> portTypes = new ArrayList<>();

    private final ClassLoader loader;

    /**
     * @param pluginXml the file
     * @param loader finds the classes it names
     * @throws IOException if the file cannot be read
     */
    public PluginXmlRegistry(final InputStream pluginXml, final ClassLoader loader) throws IOException {
        this.loader = loader;
        final var document = parse(pluginXml);
        for (final var node : elements(document, ExtensionRegistry.NODES, ExtensionRegistry.NODE)) {
            factories.add(node.getAttribute(ExtensionRegistry.FACTORY));
        }
        for (final var type : elements(document, PortTypeElement.POINT, PortTypeElement.NAME)) {
            portTypes.add(new PortTypeElement(type::getAttribute, loader::loadClass));
        }
    }

    private static Document parse(final InputStream pluginXml) throws IOException {
        try {
            final var parsers = DocumentBuilderFactory.newInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final var parser = parsers.newDocumentBuilder();
            // its exceptions are complete; the default handler also prints them
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(pluginXml);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The plugin.xml cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(final Document document, final String point, final String name) {
        final var found = new ArrayList<Element>();
        final var elements = document.getElementsByTagName(name);
        for (int i = 0; i < elements.getLength(); i++) {
            final var element = (Element)elements.item(i);
            if (point.equals(((Element)element.getParentNode()).getAttribute("point"))) {
                found.add(element);
            }
        }
        return found;
    }

    /** @return the registered factories' class names */
    public Set<String> factories() {
        return Set.copyOf(factories);
    }

    @Override
    public synchronized Optional<RunnableNode> create(final WorkflowNode node, final WorkflowFiles files)
        throws WorkflowException {
        registerPortTypes();
        if (!factories.contains(node.factory())) {
            return Optional.empty();
        }
        try {
            final var factory = loader.loadClass(node.factory()).getDeclaredConstructor().newInstance();
            return Optional.of(NodeAccess.of((NodeFactory<?>)factory, node.settings()));
        } catch (InvalidSettingsException e) {
            throw new WorkflowException("The node " + node.label() + " cannot be created: " + e.getMessage(), e);
        } catch (ReflectiveOperationException | ClassCastException | IllegalArgumentException e) {
            throw new WorkflowException("The node " + node.label() + " cannot be created: " + e, e);
        }
    }

    /**
     * Registers the port types once; {@link #create} does so too.
     *
     * @throws WorkflowException if a class of a port type does not exist or is none
     */
    public synchronized void registerPortTypes() throws WorkflowException {
        for (final var type : portTypes) {
            type.register();
        }
        portTypes.clear();
    }
}
