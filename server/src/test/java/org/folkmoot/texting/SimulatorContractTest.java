package org.folkmoot.texting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.simulator.Bubble;
import org.folkmoot.sms.simulator.SimulatedNetwork;
import org.folkmoot.sms.simulator.TextSent;

/// The telephone network without telephones; it reports by itself.
class SimulatorContractTest extends GatewayContract {

  @Override
  Map<String, String> settings() {
    return Map.of();
  }

  @Override
  List<String> text(PhoneNumber from, String words, String messageId) {
    return switch (network().text(from, words, messageId)) {
      case TextSent.Answered answered -> answered.replies();
      case TextSent.NotDelivered _ -> throw new AssertionError("not delivered");
    };
  }

  @Override
  int forged(PhoneNumber from, String words) {
    return town.phone(from.e164()).send(words, "forged", "guess", Telephone.PORTAL).statusCode();
  }

  @Override
  List<String> arrived(PhoneNumber phone) {
    return network().screen(phone).stream()
        .filter(bubble -> !bubble.mine())
        .map(Bubble::text)
        .toList();
  }

  @Override
  void deliveredThenSent(PhoneNumber phone, String textId) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < until
        && sending().sent(textId).orElseThrow().state() != OutText.State.DELIVERED) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Override
  PhoneNumber optedOut() {
    return SimulatedNetwork.OPTED_OUT;
  }

  @Override
  PhoneNumber noSuchNumber() {
    return SimulatedNetwork.NO_SUCH_NUMBER;
  }

  private SimulatedNetwork network() {
    return town.portal.app().gateway().simulator().orElseThrow();
  }
}
