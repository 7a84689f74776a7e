package org.folkmoot.texting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.sms.PhoneNumber;
import org.junit.jupiter.api.AfterAll;

/// Twilio's own SDK against a local server that speaks Twilio's API.
class TwilioContractTest extends GatewayContract {

  private final FakeApi twilio = FakeApi.twilio();

  @AfterAll
  void stop() {
    twilio.close();
  }

  @Override
  Map<String, String> settings() {
    var settings = new TreeMap<>(Telephone.LINE);
    settings.put("twilio_api_url", twilio.url());
    return settings;
  }

  @Override
  List<String> text(PhoneNumber from, String words, String messageId) {
    return town.phone(from.e164()).text(words, messageId);
  }

  @Override
  int forged(PhoneNumber from, String words) {
    return town.phone(from.e164())
        .send(words, "forged", "another token", Telephone.PORTAL)
        .statusCode();
  }

  @Override
  List<String> arrived(PhoneNumber phone) {
    return twilio.takenFor(phone).stream().map(FakeApi.Taken::body).toList();
  }

  @Override
  void deliveredThenSent(PhoneNumber phone, String textId) {
    String sid = twilio.takenFor(phone).getLast().id();
    town.phone(phone.e164()).report(sid, "delivered", "");
    town.phone(phone.e164()).report(sid, "sent", "");
  }

  @Override
  PhoneNumber optedOut() {
    return FakeApi.OPTED_OUT;
  }

  @Override
  PhoneNumber noSuchNumber() {
    return FakeApi.NO_SUCH_NUMBER;
  }
}
