package org.folkmoot.sms.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.simulator.SimulatedNetwork.Portal;
import org.folkmoot.sms.twilio.TwilioSignature;
import org.folkmoot.sms.voice.VoiceProvider;

/// A telephone exchange without telephones: calls made here reach the portal as Twilio's signed
/// webhooks, and what the portal answers is followed as Twilio follows it. What callers say is kept
/// here until the portal deletes it. Safe for use by many threads.
public final class SimulatedCalls implements VoiceProvider, AutoCloseable {

  private static final String NAME_OF_RECORDING = "RE[0-9a-f]{32}";

  /// https://www.twilio.com/docs/voice/twiml/play#supported-audio-file-types
  private static final Set<String> PLAYS =
      Set.of(
          "audio/mpeg",
          "audio/wav",
          "audio/wave",
          "audio/x-wav",
          "audio/aiff",
          "audio/x-aifc",
          "audio/x-aiff",
          "audio/x-gsm",
          "audio/gsm",
          "audio/ulaw");

  private final String secret;
  private final SignedCalls portal;
  private final Map<String, byte[]> recordings = new ConcurrentHashMap<>();
  private final long run = System.nanoTime();
  private final AtomicLong next = new AtomicLong();

  /// @param secret shared with nobody but the portal's own webhooks, which this object checks
  public SimulatedCalls(String secret) {
    this(secret, SignedCalls.TIMEOUT);
  }

  /// The same with more patience, for a portal that is started anew in the middle of a call.
  public SimulatedCalls(String secret, Duration patience) {
    this.secret = secret;
    this.portal = new SignedCalls(secret, patience);
  }

  /// Tells the exchange where the portal listens, once it does.
  public void connect(Portal where) {
    portal.connect(where);
  }

  /// Calls a number of the portal.
  ///
  /// @param from E.164, or `anonymous` for a number that is withheld
  public PhoneCall call(String from, String to) {
    return new PhoneCall(this, newId("CA"), from, to);
  }

  @Override
  public String name() {
    return SimulatedNetwork.NAME;
  }

  @Override
  public boolean isGenuine(Webhook call) {
    return TwilioSignature.valid(call, List.of(secret));
  }

  @Override
  public boolean isRecording(String recording) {
    return recording.matches(NAME_OF_RECORDING);
  }

  @Override
  public InputStream open(String recording) throws IOException {
    byte[] sound = recordings.get(recording);
    if (sound == null) {
      throw new NoRecordingException("404");
    }
    return new ByteArrayInputStream(sound);
  }

  @Override
  public void delete(String recording) {
    recordings.remove(recording);
  }

  /// Names of the recordings that have not been deleted.
  public List<String> recordings() {
    return recordings.keySet().stream().sorted().toList();
  }

  @Override
  public void close() {
    portal.close();
  }

  String keep(byte[] sound) {
    String name = newId("RE");
    recordings.put(name, sound);
    return name;
  }

  /// Posts signed fields to an address of the portal, given by path or in full.
  ///
  /// @throws IOException if it did not answer 200
  String post(String where, Map<String, String> fields) throws IOException {
    var answer = portal.post(where, fields);
    if (answer.statusCode() != 200) {
      throw new IOException("the portal answered " + answer.statusCode());
    }
    return answer.body();
  }

  /// Fetches what is to be played, as the company does: without any cookie, and only what it can
  /// play.
  ///
  /// @throws IOException if it is not there, or no sound that Twilio plays
  void listen(String address) throws IOException {
    var answer = portal.get(address);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (answer.statusCode() != 200 || !PLAYS.contains(type) || answer.body().length == 0) {
      throw new IOException("cannot play " + answer.statusCode() + " " + type);
    }
  }

  /// As Twilio names things: two letters and 32 hexadecimal digits.
  private String newId(String prefix) {
    return String.format(Locale.ROOT, "%s%016x%016x", prefix, run, next.incrementAndGet());
  }
}
