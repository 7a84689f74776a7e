package org.folkmoot.sms.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// One call as the caller has it: hears what the portal says, presses keys, speaks, hangs up. Used
/// by one thread at a time.
public final class PhoneCall {

  private static final String INBOUND = "/voice/twilio/inbound";
  private static final String STATUS = "/voice/twilio/status";

  /// Who made a noise, and what.
  ///
  /// @param mine true for what the caller did
  /// @param language in which it is said; empty for what is no words
  public record Noise(boolean mine, String what, String language) {
    Noise(boolean mine, String what) {
      this(mine, what, "");
    }
  }

  private final SimulatedCalls exchange;
  private final String id;
  private final String from;
  private final String to;
  private final List<Noise> noises = new ArrayList<>();

  /// The verb that waits for the caller: `Gather` or `Record`; none once it is over.
  private Optional<Element> waiting = Optional.empty();

  private String lastAddress = "";
  private Map<String, String> lastFields = Map.of();
  private String lastAnswer = "";
  private int heardBefore;
  private boolean over;

  PhoneCall(SimulatedCalls exchange, String id, String from, String to) {
    this.exchange = exchange;
    this.id = id;
    this.from = from;
    this.to = to;
  }

  public String id() {
    return id;
  }

  /// Lets it ring and hears the first words.
  public synchronized PhoneCall dial() throws IOException {
    noises.add(new Noise(true, "(dials)"));
    follow(told(INBOUND, fields("ringing")));
    return this;
  }

  /// Presses keys; where several are waited for, the hash key after them.
  public synchronized PhoneCall press(String keys) throws IOException {
    Element verb = waiting("Gather");
    noises.add(new Noise(true, "(presses " + String.join(" ", keys.split("")) + ")"));
    Map<String, String> fields = fields("in-progress");
    fields.put("Digits", keys.replace("#", ""));
    if (keys.endsWith("#") || keys.length() > 1) {
      fields.put("FinishedOnKey", "#");
    }
    follow(told(verb.getAttribute("action"), fields));
    return this;
  }

  /// Waits until the portal has had enough of waiting.
  public synchronized PhoneCall waitInSilence() throws IOException {
    Element verb = waiting("Gather");
    noises.add(new Noise(true, "(says nothing, presses nothing)"));
    Map<String, String> fields = fields("in-progress");
    fields.put("Digits", "");
    follow(told(verb.getAttribute("action"), fields));
    return this;
  }

  /// Speaks after the tone and ends with the hash key.
  public synchronized PhoneCall speak(byte[] sound, Duration length) throws IOException {
    return recorded(sound, length, "#");
  }

  /// The same, ended with another key.
  public synchronized PhoneCall speak(byte[] sound, Duration length, String key)
      throws IOException {
    return recorded(sound, length, key);
  }

  /// Hangs up while speaking: the recording is there all the same.
  public synchronized PhoneCall hangUpSpeaking(byte[] sound, Duration length) throws IOException {
    return recorded(sound, length, "hangup");
  }

  private PhoneCall recorded(byte[] sound, Duration length, String key) throws IOException {
    Element verb = waiting("Record");
    String recording = exchange.keep(sound);
    boolean hangsUp = key.equals("hangup");
    noises.add(
        new Noise(
            true,
            "(speaks for "
                + length.toSeconds()
                + " seconds, then "
                + (hangsUp ? "hangs up" : "presses " + key)
                + ")"));
    Map<String, String> fields = fields(hangsUp ? "completed" : "in-progress");
    fields.put("RecordingSid", recording);
    fields.put("RecordingUrl", "https://api.twilio.com/Recordings/" + recording);
    fields.put("RecordingDuration", String.valueOf(length.toSeconds()));
    Map<String, String> callback = new TreeMap<>(fields);
    fields.put("Digits", key);
    String answer = told(verb.getAttribute("action"), fields);
    callback.put("RecordingStatus", "completed");
    exchange.post(verb.getAttribute("recordingStatusCallback"), callback);
    if (hangsUp) {
      end();
    } else {
      follow(answer);
    }
    return this;
  }

  public synchronized PhoneCall hangUp() throws IOException {
    noises.add(new Noise(true, "(hangs up)"));
    end();
    return this;
  }

  /// Tells the portal once more what it was told last, as a company does that got no answer.
  ///
  /// @return whether the answer is the same
  public synchronized boolean isToldTwice() throws IOException {
    return exchange.post(lastAddress, lastFields).equals(lastAnswer);
  }

  public synchronized boolean isOver() {
    return over;
  }

  /// Whether words are waited for, not keys.
  public synchronized boolean isListening() {
    return waiting.filter(verb -> verb.getTagName().equals("Record")).isPresent();
  }

  /// What was said since the caller did something last, sentences parted by spaces.
  public synchronized String heard() {
    return String.join(
        " ",
        noises.subList(heardBefore, noises.size()).stream()
            .filter(noise -> !noise.mine())
            .map(Noise::what)
            .toList());
  }

  /// Everything, in order.
  public synchronized List<Noise> noises() {
    return List.copyOf(noises);
  }

  private String told(String address, Map<String, String> fields) throws IOException {
    lastAddress = address;
    lastFields = Map.copyOf(fields);
    lastAnswer = exchange.post(address, fields);
    return lastAnswer;
  }

  private Element waiting(String verb) throws IOException {
    Element now = waiting.orElseThrow(() -> new IOException("the call is over"));
    if (!now.getTagName().equals(verb)) {
      throw new IOException("the portal waits for " + now.getTagName() + ", not " + verb);
    }
    return now;
  }

  /// Does what an answer says, verb by verb, until one waits for the caller.
  private void follow(String twiml) throws IOException {
    heardBefore = noises.size();
    waiting = Optional.empty();
    String answer = twiml;
    while (true) {
      Optional<String> redirect = Optional.empty();
      for (Element verb : children(TwimlReader.root(answer))) {
        switch (verb.getTagName()) {
          case "Say", "Play", "Pause" -> hear(verb);
          case "Gather" -> {
            for (Element said : children(verb)) {
              hear(said);
            }
            waiting = Optional.of(verb);
          }
          case "Record" -> {
            noises.add(new Noise(false, "(a tone)"));
            waiting = Optional.of(verb);
          }
          case "Redirect" -> redirect = Optional.of(verb.getTextContent().strip());
          case "Hangup" -> {
            noises.add(new Noise(false, "(the line is closed)"));
            end();
            return;
          }
          default -> throw new IOException("an exchange does not know <" + verb.getTagName() + ">");
        }
        if (waiting.isPresent() || redirect.isPresent()) {
          break;
        }
      }
      if (redirect.isEmpty()) {
        if (waiting.isEmpty()) {
          end();
        }
        return;
      }
      answer = told(redirect.get(), fields("in-progress"));
    }
  }

  private void hear(Element verb) throws IOException {
    switch (verb.getTagName()) {
      case "Say" ->
          noises.add(
              new Noise(
                  false,
                  verb.getTextContent().strip(),
                  verb.getAttribute("language").replaceFirst("-.*", "")));
      case "Play" -> {
        String address = verb.getTextContent().strip();
        exchange.listen(address);
        noises.add(new Noise(false, "[played: " + address.replaceFirst(".*/", "") + "]"));
      }
      case "Pause" -> {
        String seconds = verb.getAttribute("length").isEmpty() ? "1" : verb.getAttribute("length");
        noises.add(new Noise(false, String.format(Locale.ROOT, "(%s s of silence)", seconds)));
      }
      default -> throw new IllegalArgumentException("nothing to hear in " + verb.getTagName());
    }
  }

  private void end() throws IOException {
    if (!over) {
      over = true;
      waiting = Optional.empty();
      exchange.post(STATUS, fields("completed"));
    }
  }

  private Map<String, String> fields(String status) {
    var fields = new TreeMap<String, String>();
    fields.put("CallSid", id);
    fields.put("AccountSid", "ACsimulated");
    fields.put("From", from);
    fields.put("To", to);
    fields.put("CallStatus", status);
    fields.put("Direction", "inbound");
    fields.put("ApiVersion", "2010-04-01");
    return fields;
  }

  private static List<Element> children(Element of) {
    List<Element> elements = new ArrayList<>();
    for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
