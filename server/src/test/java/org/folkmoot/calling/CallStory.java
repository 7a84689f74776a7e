package org.folkmoot.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.Portal;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.sms.simulator.PhoneCall;
import org.folkmoot.sms.simulator.PhoneCall.Noise;

/// A story told by calling, with its transcript as it was heard: `>` is what the caller did, `<`
/// what was said to them, `--` what happens meanwhile, `=` what is true now. The transcript is kept
/// as a plain file beside the tests, for officers to read, and compared; with `-Dcalled.write=true`
/// it is written anew. Numbers told differ from run to run and stand in brackets.
final class CallStory {

  static final String LINE = "+441632960777";

  private static final Path BESIDE = Path.of("src/test/resources/called");
  private static final Map<String, String> DIGITS = digits();
  private static final String DIGIT = String.join("|", DIGITS.keySet());
  private static final String PLAYED = "[played: %s]";
  private static final Map<String, String> PLAYED_DIGITS = playedDigits();
  private static final Pattern THREE =
      Pattern.compile("(%s), (%s), (%s)\\.".formatted(DIGIT, DIGIT, DIGIT));
  private static final Pattern SIGN =
      Pattern.compile("(%s)\\.|[A-Z] (for|jak) \\S+\\.".formatted(DIGIT));

  private final Portal portal;
  private final String file;
  private final List<String> transcript = new ArrayList<>();
  private Map<String, String> recordings = Map.of();
  private PhoneCall call;

  CallStory(Portal portal, String file, String title) {
    this.portal = portal;
    this.file = file;
    transcript.add(title);
    this.call = portal.exchange().call("anonymous", LINE);
  }

  /// What is said in the recordings that callers hear, by name.
  CallStory knows(Map<String, String> said) {
    recordings = Map.copyOf(said);
    return this;
  }

  /// A new call.
  ///
  /// @param who as the transcript names the telephone
  CallStory calls(String from, String who) {
    transcript.add("");
    transcript.add("== A call from " + who);
    call = portal.exchange().call(from, LINE);
    return did(0, call::dial);
  }

  CallStory presses(String... keys) {
    for (String key : keys) {
      did(call.noises().size(), () -> call.press(key));
    }
    return this;
  }

  CallStory speaks(int seconds) {
    return did(
        call.noises().size(),
        () -> call.speak(MediaFiles.fixture("tagged.mp3"), Duration.ofSeconds(seconds)));
  }

  CallStory hangsUpSpeaking(int seconds) {
    return did(
        call.noises().size(),
        () -> call.hangUpSpeaking(MediaFiles.fixture("tagged.mp3"), Duration.ofSeconds(seconds)));
  }

  CallStory hangsUp() {
    return did(call.noises().size(), call::hangUp);
  }

  /// What was said since the last key.
  String heard() {
    return named(call.heard());
  }

  String id() {
    return call.id();
  }

  /// The fifteen digits that were told last.
  String told() {
    var digits = new StringBuilder();
    for (Noise noise : call.noises()) {
      String played = PLAYED_DIGITS.get(named(noise.what()));
      if (played != null && digits.length() < 15) {
        digits.append(played);
      }
      var found = THREE.matcher(noise.what());
      if (!noise.mine() && found.matches() && digits.length() < 15) {
        for (int i = 1; i <= 3; i++) {
          digits.append(DIGITS.get(found.group(i)));
        }
      }
    }
    assertThat(digits).as("a number in %s", call.noises()).hasSize(15);
    return digits.toString();
  }

  /// Something happens that is not heard.
  CallStory meanwhile(String what) {
    transcript.add("");
    transcript.add("-- " + what);
    return this;
  }

  /// Something that is true now, as has just been asserted.
  CallStory now(String what) {
    transcript.add("= " + what);
    return this;
  }

  /// The transcript is as it was.
  void ends() {
    String told = String.join("\n", transcript) + "\n";
    Path kept = BESIDE.resolve(file + ".txt");
    try {
      if (Boolean.getBoolean("called.write")) {
        Files.createDirectories(BESIDE);
        Files.writeString(kept, told);
      }
      assertThat(told).as(kept.toString()).isEqualTo(Files.readString(kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Act {
    PhoneCall act() throws IOException;
  }

  private CallStory did(int before, Act act) {
    try {
      act.act();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Noise> noises = call.noises();
    write(noises.subList(before, noises.size()));
    return this;
  }

  private void write(List<Noise> noises) {
    boolean spelling = false;
    for (Noise noise : noises) {
      boolean played = PLAYED_DIGITS.containsKey(named(noise.what()));
      boolean three = THREE.matcher(noise.what()).matches();
      boolean sign = SIGN.matcher(noise.what()).matches();
      boolean silence = noise.what().contains("s of silence");
      if (noise.mine()) {
        transcript.add("");
        transcript.add("> " + keys(noise.what()));
      } else if (played && !spelling) {
        transcript.add("< [digits as recorded, one by one: three, a silence, three, a silence …]");
      } else if ((three || sign) && !spelling) {
        transcript.add(
            three
                ? "< [digits as words, slowly: three, a silence, three, a silence …]"
                : "< [ten signs as words, slowly, like “nine”, “M for Mike”, a silence after"
                    + " each]");
      } else if (!played && !three && !sign && !(silence && spelling)) {
        transcript.add("< " + named(noise.what()));
      }
      spelling = played || three || sign || (silence && spelling);
    }
  }

  /// Numbers that differ from run to run, or are somebody's, are not told.
  private static String keys(String did) {
    return did.replaceAll("\\(presses ([0-9] ){14}[0-9]\\)", "(presses the fifteen digits, then #)")
        .replaceAll("\\(presses ([0-9] ){6,}[0-9]\\)", "(presses a number, then #)");
  }

  /// Names of recordings are made up anew each time: what is said in them is told.
  private String named(String noise) {
    String told = noise;
    for (var recording : recordings.entrySet()) {
      told =
          told.replace(
              PLAYED.formatted(recording.getKey()), PLAYED.formatted(recording.getValue()));
    }
    return told;
  }

  private static Map<String, String> playedDigits() {
    var digits = new LinkedHashMap<String, String>();
    String[] words = "শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়".split(" ");
    for (int i = 0; i < words.length; i++) {
      digits.put(PLAYED.formatted(words[i]), String.valueOf(i));
    }
    return digits;
  }

  private static Map<String, String> digits() {
    var digits = new LinkedHashMap<String, String>();
    String[] words =
        ("zero one two three four five six seven eight nine"
                + " zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć")
            .split(" ");
    for (int i = 0; i < words.length; i++) {
      digits.put(words[i], String.valueOf(i % 10));
    }
    return digits;
  }
}
