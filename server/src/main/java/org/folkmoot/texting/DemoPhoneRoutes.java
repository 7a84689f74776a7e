package org.folkmoot.texting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.Council;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.RouteTable;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.simulator.SimulatedNetwork;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.texting.DemoPhonePage;

/// The demonstration's telephone: what is written on it reaches the portal as a genuine call of a
/// gateway. Only there where the gateway is a simulated network and the portal a demonstration.
final class DemoPhoneRoutes implements RouteTable.Routes {

  /// From the range that Ofcom keeps free for drama.
  private static final Map<String, PhoneNumber> PHONES = phones();

  private final SimulatedNetwork network;
  private final Switchboard switchboard;
  private final ConsultationService consultations;

  DemoPhoneRoutes(
      SimulatedNetwork network, Switchboard switchboard, ConsultationService consultations) {
    this.network = network;
    this.switchboard = switchboard;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/demo/phone", Access.everyone(), this::show);
    table.post("/demo/phone", Access.everyone(), Limit.POST, this::text);
  }

  private Answer show(Ask ask) {
    return ask.page(page(ask, inHand(ask.query("phone")), FormState.empty()));
  }

  private Answer text(Ask ask) {
    String phone = inHand(ask.form().text("phone"));
    // A suggestion is sent as it stands, whatever is in the field.
    String pressed = ask.form().text("send");
    String words = pressed.isEmpty() ? ask.form().text("text") : pressed;
    boolean picture = pressed.isEmpty() && ask.form().ticked("picture");
    if ((words.isEmpty() && !picture) || words.length() > OutboundMessage.MAX_CHARACTERS) {
      var wrong = new FieldError("text", ask.words().say("demo.phone.empty"));
      FormState form = FormState.of(ask.form().fields()).withErrors(List.of(wrong));
      return ask.page(422, page(ask, phone, form));
    }
    network.text(number(phone), words, picture ? List.of(busStop()) : List.of());
    return Answer.seeOther("/demo/phone?phone=" + phone + "#newest");
  }

  /// The picture that the telephone has in its album.
  private static byte[] busStop() {
    try (var in = DemoPhoneRoutes.class.getResourceAsStream("bus-stop.png")) {
      return Objects.requireNonNull(in, "bus-stop.png").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DemoPhonePage page(Ask ask, String phone, FormState form) {
    Words words = ask.words();
    Council council = consultations.council();
    String number = Dialling.shown(network.number(), council.country());
    return new DemoPhonePage(
        words.say("demo.phone.title"),
        words.say("demo.phone.about", "number", number),
        PHONES.keySet().stream()
            .map(one ->
                new DemoPhonePage.Choice(
                    words.say("demo.phone." + one), "/demo/phone?phone=" + one, one.equals(phone)))
            .toList(),
        phone,
        PhoneScreens.of(network.screen(number(phone)), number, words),
        form.area("text", words.say("demo.phone.write"), 2).atMost(OutboundMessage.MAX_CHARACTERS),
        form.checkbox("picture", words.say("demo.phone.picture")),
        hints(words));
  }

  private List<String> hints(Words words) {
    return switchboard.at(network.number()).stream()
        .filter(Switchboard.Connected::isHearing)
        .findFirst()
        .map(line -> line.line().keyword())
        .map(keyword ->
            List.of(
                words.say("demo.phone.sentence", "keyword", keyword),
                keyword,
                "GO",
                "FORGET",
                "RESULT",
                "STOP"))
        .orElse(List.of());
  }

  private static String inHand(String phone) {
    return PHONES.containsKey(phone) ? phone : PHONES.keySet().iterator().next();
  }

  private static PhoneNumber number(String phone) {
    PhoneNumber number = PHONES.get(phone);
    if (number == null) {
      throw new IllegalArgumentException("no such telephone");
    }
    return number;
  }

  private static Map<String, PhoneNumber> phones() {
    var phones = new LinkedHashMap<String, PhoneNumber>();
    // The tour comes here as someone with an old phone: hers is the one in hand.
    phones.put("gran", new PhoneNumber("+447700900103"));
    phones.put("mo", new PhoneNumber("+447700900101"));
    phones.put("ola", new PhoneNumber("+447700900102"));
    phones.put("spare", new PhoneNumber("+447700900104"));
    return Collections.unmodifiableMap(phones);
  }
}
