package org.folkmoot.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.folkmoot.sms.DeliveryStatus.Failure;
import org.folkmoot.sms.DeliveryStatus.State;
import org.folkmoot.sms.InboundMessage.OptOutType;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.SendOutcome;
import org.folkmoot.sms.SendOutcome.Reason;
import org.folkmoot.sms.Webhook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The SDK itself, talking to a local server that answers as Twilio's API does.
class TwilioProviderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");
  private static final PhoneNumber ANNA = new PhoneNumber("+447700900123");
  private static final String URL = "https://engage.wrenmouth.example/sms/twilio/inbound";

  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private volatile int status = 201;
  private volatile String answer = "{\"sid\":\"SM42\",\"status\":\"queued\"}";
  private HttpServer twilio;

  @BeforeEach
  void start() throws IOException {
    twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    twilio.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(
              exchange.getRequestURI().getPath()
                  + " "
                  + URLDecoder.decode(body, StandardCharsets.UTF_8));
          var bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    twilio.start();
  }

  @AfterEach
  void stop() {
    twilio.stop(0);
  }

  @Test
  void a_text_is_sent_and_its_id_read() throws InterruptedException {
    var outcome =
        provider("").send(new OutboundMessage("out-1", ANNA, null, "Hello & good evening"));

    assertThat(outcome).isEqualTo(new SendOutcome.Accepted("SM42"));
    assertThat(requests.take())
        .startsWith("/2010-04-01/Accounts/AC1/Messages.json ")
        .contains("To=+447700900123", "From=+447700900999", "Body=Hello & good evening")
        .contains("StatusCallback=https://engage.wrenmouth.example/sms/twilio/status");
  }

  @Test
  void a_messaging_service_is_used_where_there_is_one() throws InterruptedException {
    provider("MG7").send(new OutboundMessage("out-1", ANNA, null, "Hello"));

    assertThat(requests.take()).contains("MessagingServiceSid=MG7").doesNotContain("From=");
  }

  @ParameterizedTest
  @CsvSource({
    "21610, OPTED_OUT",
    "21211, BAD_NUMBER",
    "21614, BAD_NUMBER",
    "21408, COUNTRY_NOT_ALLOWED",
    "21617, BAD_MESSAGE"
  })
  void a_refusal_for_good_is_told_as_one(int code, Reason reason) {
    status = 400;
    answer = "{\"code\":" + code + ",\"message\":\"no\",\"status\":400}";

    assertThat(provider("").send(new OutboundMessage("out-1", ANNA, null, "Hello")))
        .isEqualTo(new SendOutcome.Refused(reason, String.valueOf(code)));
  }

  @Test
  void what_may_pass_is_a_failure_to_try_again() {
    status = 429;
    answer = "{\"code\":20429,\"message\":\"too many\",\"status\":429}";
    assertThat(provider("").send(new OutboundMessage("out-1", ANNA, null, "Hello")))
        .isEqualTo(new SendOutcome.Failed("20429"));

    status = 503;
    answer = "out of order";
    assertThat(provider("").send(new OutboundMessage("out-1", ANNA, null, "Hello")))
        .isInstanceOf(SendOutcome.Failed.class);

    twilio.stop(0);
    assertThat(provider("").send(new OutboundMessage("out-1", ANNA, null, "Hello")))
        .isInstanceOf(SendOutcome.Failed.class);
  }

  @Test
  void an_inbound_text_is_read_whole() {
    var received =
        provider("")
            .inbound(
                call(
                    Map.of(
                        "MessageSid", "SM1",
                        "From", "+447700900123",
                        "To", "+447700900999",
                        "Body", "  Ostatni autobus 😊\n",
                        "NumMedia", "2",
                        "MediaUrl0", "https://api.twilio.com/a",
                        "MediaUrl2", "https://api.twilio.com/c",
                        "NewFieldOfTomorrow", "x")),
                NOW);

    assertThat(received).isInstanceOf(Received.Text.class);
    var text = ((Received.Text) received).message();
    assertThat(text.messageId()).isEqualTo("SM1");
    assertThat(text.from()).isEqualTo(ANNA);
    assertThat(text.body()).isEqualTo("  Ostatni autobus 😊\n");
    assertThat(text.numMedia()).isEqualTo(2);
    assertThat(text.media()).containsExactly("https://api.twilio.com/a");
    assertThat(text.optOut()).isNull();
    assertThat(text.receivedAt()).isEqualTo(NOW);
  }

  @Test
  void the_older_id_and_an_opt_out_the_gateway_understood_are_read() {
    var received =
        provider("")
            .inbound(
                call(
                    Map.of(
                        "SmsSid",
                        "SM2",
                        "From",
                        "+447700900123",
                        "Body",
                        "stop",
                        "OptOutType",
                        "STOP")),
                NOW);

    var text = ((Received.Text) received).message();
    assertThat(text.messageId()).isEqualTo("SM2");
    assertThat(text.optOut()).isEqualTo(OptOutType.STOP);
  }

  @Test
  void a_forged_call_and_a_sender_without_a_number_give_no_text() {
    var genuine = call(Map.of("MessageSid", "SM1", "From", "+447700900123", "Body", "Hi"));
    var forged = new Webhook(genuine.url(), genuine.form(), "AAAA" + genuine.signature());

    assertThat(provider("").inbound(genuine, NOW)).isInstanceOf(Received.Text.class);
    assertThat(provider("").inbound(forged, NOW)).isInstanceOf(Received.Forged.class);
    assertThat(provider("").delivery(forged, NOW)).isInstanceOf(Received.Forged.class);
    assertThat(provider("").inbound(call(Map.of("MessageSid", "SM1", "From", "VODAFONE")), NOW))
        .isInstanceOf(Received.Ignored.class);
  }

  @ParameterizedTest
  @CsvSource({
    "sent, '', SENT, NONE",
    "delivered, '', DELIVERED, NONE",
    "undelivered, 30003, UNDELIVERED, SOFT",
    "undelivered, 30005, UNDELIVERED, HARD",
    "undelivered, 30006, UNDELIVERED, HARD",
    "undelivered, 30007, UNDELIVERED, HARD",
    "failed, 30008, FAILED, SOFT",
    "failed, 21610, FAILED, OPTED_OUT"
  })
  void a_delivery_report_is_read_in_our_words(
      String word, String code, State state, Failure failure) {
    var received =
        provider("")
            .delivery(
                call(Map.of("MessageSid", "SM42", "MessageStatus", word, "ErrorCode", code)), NOW);

    var news = ((Received.Delivery) received).status();
    assertThat(news.providerId()).isEqualTo("SM42");
    assertThat(news.state()).isEqualTo(state);
    assertThat(news.failure()).isEqualTo(failure);
    assertThat(news.code()).isEqualTo(code);
  }

  @Test
  void an_answer_is_twiml_with_everything_escaped() {
    assertThat(Twiml.reply("a & <b>", "second"))
        .contains("<Response>", "<Message><Body>a &amp; &lt;b&gt;</Body></Message>")
        .contains("<Body>second</Body>");
    assertThat(Twiml.empty()).contains("<Response/>");
  }

  private TwilioProvider provider(String messagingService) {
    return new TwilioProvider(
        new TwilioAccount(
            "AC1",
            List.of("secret"),
            messagingService,
            "+447700900999",
            URI.create("http://127.0.0.1:" + twilio.getAddress().getPort() + "/"),
            URI.create("https://engage.wrenmouth.example/sms/twilio/status")));
  }

  private static Webhook call(Map<String, String> fields) {
    var form = new TreeMap<String, List<String>>();
    fields.forEach((name, value) -> form.put(name, List.of(value)));
    return new Webhook(URL, form, TwilioSignature.sign(URL, form, "secret"));
  }
}
