package org.folkmoot.sms.twilio;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import java.util.List;

/// TwiML, the XML that answers a messaging webhook. Send it as `application/xml`.
public final class Twiml {
  private Twiml() {}

  /// Answers the sender with these texts, in this order; none is [#empty()].
  public static String reply(List<String> texts) {
    var response = new MessagingResponse.Builder();
    for (var text : texts) {
      response.message(new Message.Builder().body(new Body.Builder(text).build()).build());
    }
    return response.build().toXml();
  }

  public static String reply(String... texts) {
    return reply(List.of(texts));
  }

  /// Acknowledges and says nothing.
  public static String empty() {
    return reply(List.of());
  }
}
