package org.folkmoot.texting;

import java.util.Locale;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.twilio.TwilioSignature;

/// What a company's calls to our webhooks are read from, and what they are answered with.
public final class SignedCall {

  private static final String XML = "application/xml; charset=UTF-8";

  private SignedCall() {}

  /// A call as its signature covers it.
  ///
  /// @param publicUrl the portal's public address; part of what is signed
  public static Webhook of(Ask ask, String publicUrl) {
    return new Webhook(
        publicUrl + ask.location(),
        ask.form().fields(),
        ask.header(TwilioSignature.HEADER.toLowerCase(Locale.ROOT)));
  }

  /// An answer in TwiML.
  public static Answer twiml(String xml) {
    return Answer.text(200, XML, xml);
  }
}
