package org.folkmoot.texting;

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
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A story told over a telephone, with its transcript as the phone showed it: `>` is what the
/// person texted, `<` what came back, `--` what happens meanwhile, `=` what is true now. The
/// transcript is kept as a plain file beside the tests, for officers to read, and compared; with
/// `-Dtexted.write=true` it is written anew. Codes differ from run to run and stand as `[code 1]`.
final class TextStory {

  private static final Path BESIDE = Path.of("src/test/resources/texted");
  private static final Pattern CODE =
      Pattern.compile("\\b[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}(?![0-9A-Z-])");

  private final TextingTown town;
  private final TextedLine line;
  private final String file;
  private final List<String> transcript = new ArrayList<>();
  private final Map<String, String> codes = new LinkedHashMap<>();
  private String number = "";

  /// @param file name of the transcript, without ending
  /// @param title what it is about, in the person's words
  TextStory(TextingTown town, TextedLine line, String file, String title) {
    this.town = town;
    this.line = line;
    this.file = file;
    transcript.add(title);
    number = town.phone().number();
  }

  String number() {
    return number;
  }

  /// The person texts; what came back is in the transcript and returned.
  List<String> text(String words) {
    return text(words, "SM" + UUID.randomUUID());
  }

  /// The same with the message's id, for what is told of twice.
  List<String> text(String words, String message) {
    transcript.add("");
    transcript.add("> " + steady(words));
    List<String> replies = line.text(town, number, message, words);
    replies.forEach(reply -> transcript.add("< " + steady(reply)));
    if (replies.isEmpty()) {
      transcript.add("  (no answer)");
    }
    return replies;
  }

  /// Several texts, one after the other.
  List<String> texts(String... words) {
    List<String> last = List.of();
    for (String text : words) {
      last = text(text);
    }
    return last;
  }

  /// Something happens that the phone does not show.
  void meanwhile(String what) {
    transcript.add("");
    transcript.add("-- " + what);
  }

  /// Time goes by, and the portal does what it does then.
  void later(Duration by, String what) {
    meanwhile(what);
    town.portal.time().forward(by);
    town.portal.texting().goOn();
  }

  /// Something that is true now, as has just been asserted.
  void now(String what) {
    transcript.add("= " + steady(what));
  }

  /// The transcript is as it was.
  void ends() {
    String told = String.join("\n", transcript) + "\n";
    Path kept = BESIDE.resolve(file + ".txt");
    try {
      if (Boolean.getBoolean("texted.write")) {
        Files.createDirectories(BESIDE);
        Files.writeString(kept, told);
      }
      assertThat(told).as(kept.toString()).isEqualTo(Files.readString(kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(told).as("no number in what an officer reads").doesNotContain(number.substring(4));
  }

  private String steady(String said) {
    Matcher found =
        CODE.matcher(said.replaceAll("127\\.0\\.0\\.1:[0-9]+", "engage.wrenmouth.example"));
    return found.replaceAll(code ->
        Matcher.quoteReplacement(
            codes.computeIfAbsent(code.group(), _ -> "[code " + (codes.size() + 1) + "]")));
  }
}
