package org.stride.report.format;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document, indented. What XML forbids is shown as an escape, so that two names that differ still do. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    Xml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    /** @param attributes names, each followed by its value */
    void open(String name, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth++));
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], Visible.line(attributes[i + 1]));
        }
    }

    void close() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(--depth));
        xml.writeEndElement();
    }

    /** An element that holds nothing but a text, between two line breaks. */
    void element(String name, String content, String... attributes) throws XMLStreamException {
        open(name, attributes);
        xml.writeCharacters("\n" + Visible.paragraph(content.strip()));
        close();
    }

    String document() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
        return text + "\n";
    }
}
