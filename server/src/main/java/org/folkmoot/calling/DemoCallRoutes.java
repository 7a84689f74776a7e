package org.folkmoot.calling;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.RouteTable;
import org.folkmoot.sms.simulator.PhoneCall;
import org.folkmoot.sms.simulator.PhoneCall.Noise;
import org.folkmoot.sms.simulator.SimulatedCalls;
import org.folkmoot.texting.Dialling;
import org.folkmoot.web.Words;
import org.folkmoot.web.calling.DemoCallPage;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// The demonstration's telephone to call with: what is pressed on it reaches the portal as genuine
/// calls to its webhooks. Only there where calls are simulated and the portal a demonstration.
final class DemoCallRoutes implements RouteTable.Routes {

  private static final String HERE = "/demo/call";

  /// From the range that Ofcom keeps free for drama.
  private static final String FROM = "+447700900103";

  private static final Pattern PLAYED = Pattern.compile("\\[played: ([0-9a-f]+)]");
  private static final Duration SPEAKS = Duration.ofSeconds(20);
  private static final int MOST_CALLS = 200;
  private static final int SAMPLES_A_SECOND = 8_000;

  private final SimulatedCalls exchange;
  private final String number;
  private final ConsultationService consultations;
  private final Prompts prompts;

  /// The last call of each device; the oldest make room.
  private final Map<String, PhoneCall> calls =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PhoneCall> eldest) {
              return size() > MOST_CALLS;
            }
          });

  DemoCallRoutes(
      SimulatedCalls exchange, String number, ConsultationService consultations, Prompts prompts) {
    this.exchange = exchange;
    this.number = number;
    this.consultations = consultations;
    this.prompts = prompts;
  }

  @Override
  public void register(RouteTable table) {
    table.get(HERE, Access.everyone(), this::show);
    table.post(HERE, Access.everyone(), Limit.POST, this::act);
  }

  private Answer show(Ask ask) {
    return ask.page(page(ask, null));
  }

  private Answer act(Ask ask) {
    try {
      done(ask);
      return Answer.seeOther(HERE + "#newest");
    } catch (IOException e) {
      return ask.page(422, page(ask, ask.words().say("demo.call.nothing")));
    }
  }

  private void done(Ask ask) throws IOException {
    String key = ask.form().text("key");
    if (ask.form().text("act").equals("dial")) {
      PhoneCall call = exchange.call(FROM, number);
      calls.put(device(ask), call);
      call.dial();
      return;
    }
    PhoneCall call = call(ask).orElseThrow(() -> new IOException("no call"));
    switch (key.isEmpty() ? ask.form().text("act") : "key") {
      case "key" -> call.press(key.matches("[0-9*#]") ? key : "");
      case "press" -> call.press(ask.form().text("several").replaceAll("[^0-9]", "") + "#");
      case "wait" -> call.waitInSilence();
      case "speak" -> call.speak(tone(), SPEAKS);
      case "hang-up" -> call.hangUp();
      default -> throw new IOException("nothing pressed");
    }
  }

  private Optional<PhoneCall> call(Ask ask) {
    return Optional.ofNullable(calls.get(device(ask)));
  }

  private static String device(Ask ask) {
    return ask.visitor().device();
  }

  private DemoCallPage page(Ask ask, @Nullable String problem) {
    Words words = ask.words();
    Optional<PhoneCall> call = call(ask);
    boolean under = call.filter(c -> !c.isOver()).isPresent();
    String shown = Dialling.shown(number, consultations.council().country());
    return new DemoCallPage(
        words.say("demo.call.title"),
        words.say("demo.call.about", "number", shown),
        call.isPresent()
            ? words.say("demo.call.again")
            : words.say("demo.call.dial", "number", shown),
        under,
        under && call.filter(PhoneCall::isListening).isPresent(),
        problem,
        call.map(c -> said(c.noises(), words)).orElse(List.of()),
        Stream.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#")
            .map(key ->
                new DemoCallPage.Key(key, words.say("demo.call.key", "key", name(key, words))))
            .toList(),
        FormState.empty()
            .text("several", words.say("demo.call.several"))
            .hint(words.say("demo.call.several-hint"))
            .keyboard("numeric"));
  }

  private static String name(String key, Words words) {
    return switch (key) {
      case "*" -> words.say("demo.call.star");
      case "#" -> words.say("demo.call.hash");
      default -> key;
    };
  }

  /// What is said in one go stands together, each language apart.
  private List<DemoCallPage.Said> said(List<Noise> noises, Words words) {
    record Part(boolean mine, String language, StringBuilder words) {}
    List<Part> parts = new ArrayList<>();
    for (Noise heard : noises) {
      Noise noise = told(heard, words);
      String language = noise.language().isEmpty() ? "en" : noise.language();
      String what = noise.what().contains("s of silence") ? "…" : noise.what();
      boolean follows = !parts.isEmpty() && parts.getLast().mine() == noise.mine();
      if (follows && (parts.getLast().language().equals(language) || what.equals("…"))) {
        parts.getLast().words().append(' ').append(what);
      } else {
        parts.add(new Part(noise.mine(), language, new StringBuilder(what)));
      }
    }
    int lastMine = -1;
    for (int i = 0; i < parts.size(); i++) {
      lastMine = parts.get(i).mine() ? i : lastMine;
    }
    List<DemoCallPage.Said> said = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      said.add(
          new DemoCallPage.Said(
              part.mine() ? words.say("demo.call.you") : consultations.council().name(),
              part.mine(),
              part.words().toString(),
              part.language(),
              i == lastMine));
    }
    return said;
  }

  /// A recording is shown as the words that are said in it.
  private Noise told(Noise noise, Words words) {
    var played = PLAYED.matcher(noise.what());
    return played.matches()
        ? prompts
            .find(played.group(1))
            .map(prompt ->
                new Noise(
                    false,
                    words.say("demo.call.played", "words", prompt.words()),
                    prompt.language()))
            .orElse(noise)
        : noise;
  }

  /// A soft tone of two seconds, as a sound file (RIFF, 16 bits, one channel): nobody's voice.
  private static byte[] tone() {
    int samples = 2 * SAMPLES_A_SECOND;
    var file = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(SAMPLES_A_SECOND);
    file.putInt(2 * SAMPLES_A_SECOND).putShort((short) 2).putShort((short) 16);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    for (int i = 0; i < samples; i++) {
      file.putShort((short) (3_000 * Math.sin(2 * Math.PI * 330 * i / SAMPLES_A_SECOND)));
    }
    return file.array();
  }
}
