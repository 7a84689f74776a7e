package org.folkmoot.sms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.folkmoot.sms.DeliveryStatus;
import org.folkmoot.sms.DeliveryStatus.State;
import org.folkmoot.sms.InboundMessage.OptOutType;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.SendOutcome;
import org.folkmoot.sms.SendOutcome.Reason;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.simulator.SimulatedNetwork.ReservedWordsAt;
import org.folkmoot.sms.twilio.TwilioSignature;
import org.folkmoot.sms.twilio.Twiml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The network against a portal of a few lines that checks signatures and echoes.
class SimulatedNetworkTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T20:00:00Z"));
  private static final URI PUBLIC = URI.create("https://engage.wrenmouth.example");
  private static final PhoneNumber ANNA = new PhoneNumber("+447700900123");

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private HttpServer portal;
  private SimulatedNetwork network;

  @BeforeEach
  void start() throws IOException {
    portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    portal.createContext("/sms/twilio/inbound", exchange -> answer(exchange, true));
    portal.createContext("/sms/twilio/status", exchange -> answer(exchange, false));
    portal.start();
    network = network(ReservedWordsAt.PORTAL);
  }

  @AfterEach
  void stop() {
    network.close();
    portal.stop(0);
  }

  @Test
  void a_text_goes_to_the_portal_and_its_answer_comes_back_to_the_phone() {
    var sent = network.text(ANNA, "BUS no way home & it’s dark 😊");

    assertThat(sent)
        .isEqualTo(new TextSent.Answered(200, List.of("You said: BUS no way home & it’s dark 😊")));
    assertThat(network.screen(ANNA))
        .extracting(Bubble::mine, Bubble::text)
        .containsExactly(
            tuple(true, "BUS no way home & it’s dark 😊"),
            tuple(false, "You said: BUS no way home & it’s dark 😊"));
    var text = ((Received.Text) received.remove()).message();
    assertThat(text.provider()).isEqualTo("simulator");
    assertThat(text.from()).isEqualTo(ANNA);
  }

  @Test
  void a_text_delivered_twice_carries_the_same_id() {
    network.text(ANNA, "hello", "SM7");
    network.text(ANNA, "hello", "SM7");

    assertThat(received)
        .extracting(r -> ((Received.Text) r).message().messageId())
        .containsExactly("SM7", "SM7");
  }

  @Test
  void a_text_of_the_portal_arrives_and_its_delivery_is_reported() throws InterruptedException {
    var outcome = network.send(new OutboundMessage("out-1", ANNA, null, "Hello"));

    var id = ((SendOutcome.Accepted) outcome).providerId();
    assertThat(network.screen(ANNA)).extracting(Bubble::text).containsExactly("Hello");
    assertThat(List.of(report(), report()))
        .extracting(DeliveryStatus::providerId, DeliveryStatus::state)
        .containsExactly(tuple(id, State.SENT), tuple(id, State.DELIVERED));
  }

  @Test
  void the_numbers_that_fail_fail() throws InterruptedException {
    assertThat(network.send(to(SimulatedNetwork.NO_SUCH_NUMBER)))
        .isEqualTo(new SendOutcome.Refused(Reason.BAD_NUMBER, "21211"));
    assertThat(network.send(to(SimulatedNetwork.OPTED_OUT)))
        .isEqualTo(new SendOutcome.Refused(Reason.OPTED_OUT, "21610"));
    assertThat(network.send(to(SimulatedNetwork.SWITCHED_OFF)))
        .isInstanceOf(SendOutcome.Accepted.class);
    assertThat(report().state()).isEqualTo(State.SENT);
    assertThat(report().state()).isEqualTo(State.UNDELIVERED);
  }

  @Test
  void a_network_that_handles_stop_itself_blocks_says_so_and_lifts_it_at_start() {
    network.close();
    network = network(ReservedWordsAt.NETWORK);

    network.text(ANNA, "Stop");

    var text = ((Received.Text) received.remove()).message();
    assertThat(text.optOut()).isEqualTo(OptOutType.STOP);
    assertThat(network.screen(ANNA)).hasSize(2);
    assertThat(network.send(to(ANNA)))
        .isEqualTo(new SendOutcome.Refused(Reason.OPTED_OUT, "21610"));
    network.text(ANNA, "START");
    assertThat(network.send(to(ANNA))).isInstanceOf(SendOutcome.Accepted.class);
  }

  @Test
  void a_portal_that_is_away_leaves_the_text_marked_on_the_phone() {
    portal.stop(0);

    assertThat(network.text(ANNA, "hello")).isInstanceOf(TextSent.NotDelivered.class);
    assertThat(network.screen(ANNA)).extracting(Bubble::undelivered).containsExactly(true);
  }

  @Test
  void a_call_signed_with_another_secret_is_forged() {
    var form = new TreeMap<String, List<String>>();
    form.put("MessageSid", List.of("SM1"));
    form.put("From", List.of(ANNA.e164()));
    var url = PUBLIC + "/sms/twilio/inbound";
    var call = new Webhook(url, form, TwilioSignature.sign(url, form, "guess"));

    assertThat(network.inbound(call, CLOCK.instant())).isInstanceOf(Received.Forged.class);
  }

  @Test
  void memory_is_bounded() {
    var phones = new Phones();
    for (var i = 0; i < Phones.MAX_PHONES + 10; i++) {
      phones.show(
          new PhoneNumber("+44770090" + (10_000 + i)),
          new Bubble("b", true, "x", CLOCK.instant(), false));
    }
    for (var i = 0; i < Phones.MAX_BUBBLES + 10; i++) {
      phones.show(ANNA, new Bubble("b" + i, true, "x", CLOCK.instant(), false));
    }

    assertThat(phones.screen(new PhoneNumber("+4477009010000"))).isEmpty();
    assertThat(phones.screen(ANNA)).hasSize(Phones.MAX_BUBBLES);
    assertThat(phones.screen(ANNA).getLast().id()).isEqualTo("b" + (Phones.MAX_BUBBLES + 9));
  }

  private SimulatedNetwork network(ReservedWordsAt where) {
    var made = new SimulatedNetwork("secret", "+447700900999", where, CLOCK);
    var reachable = URI.create("http://127.0.0.1:" + portal.getAddress().getPort());
    made.connect(new SimulatedNetwork.Portal(reachable, PUBLIC));
    return made;
  }

  private DeliveryStatus report() throws InterruptedException {
    var next = received.poll(10, TimeUnit.SECONDS);
    assertThat(next).isInstanceOf(Received.Delivery.class);
    return ((Received.Delivery) next).status();
  }

  private static OutboundMessage to(PhoneNumber number) {
    return new OutboundMessage("out-1", number, null, "Hello");
  }

  private void answer(HttpExchange exchange, boolean inbound) throws IOException {
    var form = new TreeMap<String, List<String>>();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (var field : body.split("&", -1)) {
      var parts = field.split("=", 2);
      form.computeIfAbsent(parts[0], _ -> new ArrayList<>())
          .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    var call =
        new Webhook(
            PUBLIC + exchange.getRequestURI().getPath(),
            form,
            exchange.getRequestHeaders().getFirst(TwilioSignature.HEADER));
    var what =
        inbound ? network.inbound(call, CLOCK.instant()) : network.delivery(call, CLOCK.instant());
    received.add(what);
    var twiml = inbound ? Twiml.reply("You said: " + call.field("Body")) : Twiml.empty();
    var bytes = twiml.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(what instanceof Received.Forged ? 403 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
