package org.folkmoot.sms.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads answers in TwiML, as a gateway does.
final class TwimlReader {
  private TwimlReader() {}

  /// The text of each `Message`, in order; none for an empty answer. What is no XML is no text: a
  /// gateway would only log an error.
  static List<String> texts(String twiml) {
    if (twiml.isBlank()) {
      return List.of();
    }
    try {
      var messages = root(twiml).getElementsByTagName("Message");
      var texts = new ArrayList<String>();
      for (var i = 0; i < messages.getLength(); i++) {
        texts.add(messages.item(i).getTextContent());
      }
      return List.copyOf(texts);
    } catch (IOException e) {
      return List.of();
    }
  }

  /// The element all verbs stand in.
  ///
  /// @throws IOException if it is no XML
  static Element root(String twiml) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(twiml))).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException("no TwiML", e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the platform's XML parser has these features", e);
    }
  }
}
