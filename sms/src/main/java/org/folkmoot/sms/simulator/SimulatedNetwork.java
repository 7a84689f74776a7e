package org.folkmoot.sms.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.folkmoot.sms.InboundMessage.OptOutType;
import org.folkmoot.sms.MessageMedia;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.SendOutcome;
import org.folkmoot.sms.SendOutcome.Reason;
import org.folkmoot.sms.SmsProvider;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.twilio.TwilioWebhooks;
import org.folkmoot.sms.words.Segments;

/// A gateway that is its own telephone network. A text written on a phone reaches the portal as a
/// genuine call to its webhook; a text of the portal appears on the phone and its delivery is
/// reported back. Three numbers fail as Twilio's own test numbers do. Safe for use by many threads;
/// close it to drop what is under way.
public final class SimulatedNetwork implements SmsProvider, AutoCloseable {
  public static final String NAME = "simulator";

  /// Refused as no valid number (Twilio's test number for error 21211).
  public static final PhoneNumber NO_SUCH_NUMBER = new PhoneNumber("+15005550001");

  /// Accepted, then reported as undelivered with error 30003, as a phone that is switched off.
  public static final PhoneNumber SWITCHED_OFF = new PhoneNumber("+15005550003");

  /// Refused as opted out (Twilio's test number for error 21610).
  public static final PhoneNumber OPTED_OUT = new PhoneNumber("+15005550004");

  /// Who answers STOP, START and HELP.
  public enum ReservedWordsAt {
    /// The network hands them on like any text.
    PORTAL,
    /// The network blocks and unblocks by itself, answers, and says so with `OptOutType`, as Twilio
    /// with Advanced Opt-Out does.
    NETWORK
  }

  /// Where the portal is; its webhooks stand at `/sms/twilio/inbound` and `/sms/twilio/status`.
  ///
  /// @param reachable root address that calls are made to
  /// @param publicBase root address as the portal knows itself in public, which is what is signed
  public record Portal(URI reachable, URI publicBase) {
    private static final String INBOUND = "/sms/twilio/inbound";
    private static final String STATUS = "/sms/twilio/status";
  }

  private final String number;
  private final ReservedWordsAt reservedWordsAt;
  private final InstantSource time;
  private final TwilioWebhooks webhooks;
  private final Phones phones = new Phones();
  private final SignedCalls portal;
  private final Map<String, byte[]> media = new ConcurrentHashMap<>();
  private final String run = Long.toHexString(System.nanoTime());
  private final AtomicLong next = new AtomicLong();

  /// @param secret shared with nobody but the portal's own webhook, which this object checks
  /// @param number the portal's number, E.164 or short code
  public SimulatedNetwork(
      String secret, String number, ReservedWordsAt reservedWordsAt, InstantSource time) {
    this.portal = new SignedCalls(secret, SignedCalls.TIMEOUT);
    this.number = number;
    this.reservedWordsAt = reservedWordsAt;
    this.time = time;
    this.webhooks = new TwilioWebhooks(NAME, List.of(secret));
  }

  /// Tells the network where the portal listens, once it does. Before, texts are not delivered.
  public void connect(Portal where) {
    portal.connect(where);
  }

  @Override
  public String name() {
    return NAME;
  }

  /// The portal's own number, to print on the simulated phone.
  public String number() {
    return number;
  }

  /// What the screen of a phone shows, oldest first.
  public List<Bubble> screen(PhoneNumber phone) {
    return phones.screen(phone);
  }

  /// Writes a text on a phone and sends it to the portal. Blocks until the portal has answered.
  public TextSent text(PhoneNumber phone, String body) {
    return text(phone, body, newId());
  }

  /// The same with pictures, which are kept here until the portal deletes them.
  public TextSent text(PhoneNumber phone, String body, List<byte[]> pictures) {
    return text(phone, body, newId(), pictures);
  }

  /// As [#text(PhoneNumber, String)] under an id of the caller's choice; the same id again is the
  /// same text delivered twice.
  public TextSent text(PhoneNumber phone, String body, String messageId) {
    return text(phone, body, messageId, List.of());
  }

  private TextSent text(PhoneNumber phone, String body, String messageId, List<byte[]> pictures) {
    var handled = reservedWordsAt == ReservedWordsAt.NETWORK ? NetworkWords.of(body) : null;
    if (handled != null && handled != OptOutType.HELP) {
      phones.block(phone, handled == OptOutType.STOP);
    }
    var fields = new TreeMap<String, String>();
    fields.put("MessageSid", messageId);
    fields.put("SmsMessageSid", messageId);
    fields.put("AccountSid", "ACsimulated");
    fields.put("From", phone.e164());
    fields.put("To", number);
    fields.put("Body", body);
    fields.put("NumMedia", String.valueOf(pictures.size()));
    for (var i = 0; i < pictures.size(); i++) {
      var name = "simulated:" + messageId + ":" + i;
      media.put(name, pictures.get(i));
      fields.put("MediaUrl" + i, name);
      fields.put("MediaContentType" + i, "image/jpeg");
    }
    fields.put("NumSegments", String.valueOf(Math.max(1, Segments.of(body).parts())));
    fields.put("SmsStatus", "received");
    fields.put("ApiVersion", "2010-04-01");
    if (handled != null) {
      fields.put("OptOutType", handled.name());
    }
    var answer = post(Portal.INBOUND, fields);
    phones.show(
        phone,
        new Bubble(messageId, true, body, pictures.size(), time.instant(), answer.isEmpty()));
    if (handled != null) {
      receive(phone, NetworkWords.answer(handled));
    }
    return answer
        .<TextSent>map(response -> answered(phone, response))
        .orElseGet(TextSent.NotDelivered::new);
  }

  private TextSent answered(PhoneNumber phone, HttpResponse<String> response) {
    var ok = response.statusCode() / 100 == 2;
    var replies = ok ? TwimlReader.texts(response.body()) : List.<String>of();
    if (!phones.isBlocked(phone)) {
      replies.forEach(reply -> receive(phone, reply));
    }
    return new TextSent.Answered(response.statusCode(), replies);
  }

  @Override
  public Optional<MessageMedia> media() {
    return Optional.of(
        new MessageMedia() {
          @Override
          public byte[] fetch(String name) throws IOException {
            var file = media.get(name);
            if (file == null) {
              throw new NoMediaException("no such file");
            }
            return file.clone();
          }

          @Override
          public void delete(String name) {
            media.remove(name);
          }
        });
  }

  @Override
  public SendOutcome send(OutboundMessage message) {
    var to = message.to();
    if (to.equals(NO_SUCH_NUMBER)) {
      return new SendOutcome.Refused(Reason.BAD_NUMBER, "21211");
    }
    if (to.equals(OPTED_OUT) || phones.isBlocked(to)) {
      return new SendOutcome.Refused(Reason.OPTED_OUT, "21610");
    }
    var id = newId();
    var arrives = !to.equals(SWITCHED_OFF);
    if (arrives) {
      phones.show(to, new Bubble(id, false, message.body(), time.instant(), false));
    }
    Thread.ofVirtual().name("sms-report-" + id).start(() -> report(id, to, arrives));
    return new SendOutcome.Accepted(id);
  }

  private void report(String id, PhoneNumber to, boolean arrived) {
    status(id, to, "sent", "");
    if (arrived) {
      status(id, to, "delivered", "");
    } else {
      status(id, to, "undelivered", "30003");
    }
  }

  private void status(String id, PhoneNumber to, String status, String error) {
    var fields = new TreeMap<String, String>();
    fields.put("MessageSid", id);
    fields.put("MessageStatus", status);
    fields.put("AccountSid", "ACsimulated");
    fields.put("From", number);
    fields.put("To", to.e164());
    if (!error.isEmpty()) {
      fields.put("ErrorCode", error);
    }
    // As with a real gateway, a report the portal does not take is lost.
    post(Portal.STATUS, fields);
  }

  @Override
  public Received inbound(Webhook call, Instant now) {
    return webhooks.inbound(call, now);
  }

  @Override
  public Received delivery(Webhook call, Instant now) {
    return webhooks.delivery(call, now);
  }

  @Override
  public void close() {
    portal.close();
  }

  private void receive(PhoneNumber phone, String text) {
    phones.show(phone, new Bubble(newId(), false, text, time.instant(), false));
  }

  private String newId() {
    return String.format(Locale.ROOT, "SMsim-%s-%d", run, next.incrementAndGet());
  }

  private Optional<HttpResponse<String>> post(String path, Map<String, String> fields) {
    try {
      return Optional.of(portal.post(path, fields));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
