package org.folkmoot.sms.twilio;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// TwiML, the XML that answers a messaging webhook. Send it as `application/xml`.
///
/// Written as a stream by the JDK: the builders of Twilio's library search the whole class path for
/// an XML library with every answer, which was an eighth of all work under a storm of texts.
public final class Twiml {

  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
  private static final String EMPTY = write(List.of());

  private Twiml() {}

  /// Answers the sender with these texts, in this order; none is [#empty()].
  public static String reply(List<String> texts) {
    return texts.isEmpty() ? EMPTY : write(texts);
  }

  public static String reply(String... texts) {
    return reply(List.of(texts));
  }

  /// Acknowledges and says nothing.
  public static String empty() {
    return EMPTY;
  }

  private static String write(List<String> texts) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XML.createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      if (texts.isEmpty()) {
        xml.writeEmptyElement("Response");
      } else {
        xml.writeStartElement("Response");
      }
      for (String text : texts) {
        xml.writeStartElement("Message");
        xml.writeStartElement("Body");
        xml.writeCharacters(text);
        xml.writeEndElement();
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.close();
      return out.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text could not be written as XML", e);
    }
  }
}
