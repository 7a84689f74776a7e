package org.folkmoot.texting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.sms.PhoneNumber;
import org.junit.jupiter.api.AfterAll;

/// A gateway of one's own that is told what to send.
class OwnGatewayContractTest extends GatewayContract {

  private final FakeApi gateway = FakeApi.own();

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Override
  Map<String, String> settings() {
    var settings = new TreeMap<>(SimPhone.LINE);
    settings.put("gateway_send_url", gateway.url());
    return settings;
  }

  @Override
  List<String> text(PhoneNumber from, String words, String messageId) {
    long now = town.portal.time().instant().toEpochMilli();
    return new SimPhone(town.portal.url()).text(from.e164(), words, messageId, now);
  }

  @Override
  int forged(PhoneNumber from, String words) {
    return new SimPhone(town.portal.url())
        .handOn("a-secret-of-somebody-else", from.e164(), words, "forged", 0)
        .statusCode();
  }

  @Override
  List<String> arrived(PhoneNumber phone) {
    return gateway.takenFor(phone).stream().map(FakeApi.Taken::body).toList();
  }

  @Override
  void deliveredThenSent(PhoneNumber phone, String textId) {
    String uuid = gateway.takenFor(phone).getLast().id();
    SimPhone sim = new SimPhone(town.portal.url());
    sim.report(uuid, 0, 0);
    sim.report(uuid, 0, -1);
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
