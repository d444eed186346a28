package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads settings, from whomever they come: no document type, no entity, bounded depth and size. */
final class XmlSettingsReader extends DefaultHandler {

    /** Less than what the XML parsers of any Java allow, so that it is always this limit that speaks. */
    private static final int MAX_DEPTH = 90;

    private static final int MAX_ENTRIES = 5_000_000;

    private static final long MAX_BYTES = 512L << 20;

    private final Deque<ConfigBase> open = new ArrayDeque<>();

    private final ConfigBase root;

    private Locator locator;

    private int entries;

    XmlSettingsReader(final ConfigBase root) {
        this.root = root;
    }

    void read(final InputStream in) throws IOException {
        try {
            final var factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            final var reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(this);
            reader.setErrorHandler(this);
            reader.setEntityResolver(this);
            final var source = new InputSource(new BoundedStream(in, MAX_BYTES));
            source.setEncoding("UTF-8");
            reader.parse(source);
        } catch (final SAXParseException broken) {
            throw new IOException("The settings are not proper XML, line " + broken.getLineNumber() + ": "
                + broken.getMessage(), broken);
        } catch (final SAXException broken) {
            throw new IOException("The settings are broken: " + broken.getMessage(), broken);
        } catch (final ParserConfigurationException impossible) {
            throw new IllegalStateException("This Java has no XML parser that refuses document types.", impossible);
        }
    }

    @Override
    public void setDocumentLocator(final Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startElement(final String uri, final String localName, final String name, final Attributes attributes)
        throws SAXException {
        if (++entries > MAX_ENTRIES || open.size() > MAX_DEPTH) {
            throw broken("more than " + MAX_ENTRIES + " entries or " + MAX_DEPTH + " levels");
        }
        final var key = attributes.getValue("key");
        if (key == null) {
            throw broken("<" + name + "> has no key");
        }
        if ("config".equals(name)) {
            startConfig(key);
        } else if ("entry".equals(name) && !open.isEmpty()) {
            open.peek().addEntry(entry(key, attributes));
        } else {
            throw broken("<" + name + "> is not expected here");
        }
    }

    private void startConfig(final String key) {
        if (open.isEmpty()) {
            root.setKey(key);
            open.push(root);
        } else {
            open.push(open.peek().addConfigBase(key));
        }
    }

    private AbstractConfigEntry entry(final String key, final Attributes attributes) throws SAXException {
        final var isNull = Boolean.parseBoolean(attributes.getValue("isnull"));
        final var value = attributes.getValue("value");
        if (value == null && !isNull) {
            throw broken("the entry \"" + key + "\" has no value");
        }
        try {
            final var type = ConfigEntries.valueOf(String.valueOf(attributes.getValue("type")));
            if (type == ConfigEntries.config) {
                throw broken("the entry \"" + key + "\" cannot be of type config");
            }
            return type.createEntry(key, isNull ? null : XmlText.unescape(value));
        } catch (final IllegalArgumentException malformed) {
            throw broken("the entry \"" + key + "\" of type \"" + attributes.getValue("type")
                + "\" does not read: " + malformed.getMessage());
        }
    }

    private SAXException broken(final String what) {
        return new SAXException("line " + (locator == null ? "?" : locator.getLineNumber()) + ": " + what + ".");
    }

    @Override
    public void endElement(final String uri, final String localName, final String name) {
        if ("config".equals(name)) {
            open.pop();
        }
    }

    @Override
    public InputSource resolveEntity(final String publicId, final String systemId) throws SAXException {
        throw broken("it refers to something outside: " + systemId);
    }

    @Override
    public void error(final SAXParseException broken) throws SAXException {
        throw broken;
    }
}
