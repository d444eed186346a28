package org.fewlabel.headless.node.dialog;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XHTML in which nodes, ports and parameters are described. */
public final class Markup {

    private static final Set<String> BLOCKS = Set.of("p", "br", "li", "ul", "ol", "dl", "dt", "dd", "h3", "h4", "h5",
        "pre", "table", "tr", "div");

    private Markup() {
    }

    /**
     * @param xhtml a fragment
     * @return the text without markup; paragraphs, list items and line breaks start a new line
     * @throws IllegalArgumentException if the fragment is not well-formed, in which case KNIME cannot create the node
     */
    public static String text(final String xhtml) {
        final var text = new StringBuilder();
        append(parse(xhtml).getDocumentElement(), text);
        return text.toString().replaceAll("[ \\t]+", " ").replaceAll(" ?\\n ?", "\n").replaceAll("\\n+", "\n").strip();
    }

    private static Document parse(final String xhtml) {
        try {
            final var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader("<text>" + xhtml + "</text>")));
        } catch (SAXException e) {
            throw new IllegalArgumentException(
                "This description is not well-formed XHTML (" + e.getMessage() + "): " + xhtml, e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("The JDK's XML parser reads a text in memory", e);
        }
    }

    private static void append(final Node node, final StringBuilder text) {
        if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
            text.append(node.getTextContent().replaceAll("\\s+", " "));
        }
        final boolean block = BLOCKS.contains(node.getNodeName());
        if (block) {
            text.append('\n');
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            append(child, text);
        }
        if (block) {
            text.append('\n');
        }
    }

    /** Throws instead of printing. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(final SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(final SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(final SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
