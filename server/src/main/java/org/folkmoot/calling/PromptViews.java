package org.folkmoot.calling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.sms.voice.CallWords;
import org.folkmoot.sms.voice.SpokenLine;
import org.folkmoot.web.Words;
import org.folkmoot.web.calling.SpokenLinesPage;
import org.folkmoot.web.part.FileField;
import org.folkmoot.web.part.FormState;

/// The page where the words of calls are recorded.
final class PromptViews {

  private static final int HASH = 16;

  private final Words words;

  PromptViews(Words words) {
    this.words = words;
  }

  /// A field's name is of the very words: a file that was chosen for others is not taken for them.
  static String field(SpokenLine line) {
    return "f-" + hash(line.words());
  }

  static String remove(SpokenLine line) {
    return "r-" + hash(line.words());
  }

  private static String hash(String said) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  SpokenLinesPage page(
      String calling, PhoneLine line, String language, Scripts scripts, FormState form) {
    List<Scripts.Row> rows = scripts.rows(line, language);
    boolean offered = scripts.offered(line).contains(language);
    int done = (int) rows.stream().filter(Scripts.Row::isPlayed).count();
    String name = CallingViews.nameOf(language, words);
    return new SpokenLinesPage(
        words.say("desk.calling.prompts-title", "language", name),
        form.summary(),
        words.say("desk.calling.prompts-so-far", "done", done, "all", rows.size()),
        done,
        rows.size(),
        about(language, offered),
        words.say("desk.calling.prompts-files"),
        calling,
        line.languages().stream()
            .filter(other -> !other.equals(language))
            .map(other ->
                new SpokenLinesPage.Other(
                    PromptRoutes.page(calling, other), CallingViews.nameOf(other, words)))
            .toList(),
        calling + "/lines",
        language,
        IntStream.range(0, rows.size())
            .mapToObj(i -> row(calling, i + 1, rows.get(i), form))
            .toList());
  }

  private String about(String language, boolean offered) {
    if (CallWords.READ_ALOUD.contains(language)) {
      return words.say("desk.calling.prompts-else-spoken");
    }
    return words.say(
        offered ? "desk.calling.prompts-offered" : "desk.calling.prompts-offered-when-all");
  }

  private SpokenLinesPage.Row row(String calling, int number, Scripts.Row row, FormState form) {
    SpokenLine said = row.line();
    boolean isWritten = !said.words().isEmpty();
    Optional<RecordedPrompt> recorded = isWritten ? row.recorded() : Optional.empty();
    boolean isOld = recorded.isPresent() && !row.isPlayed();
    return new SpokenLinesPage.Row(
        number,
        isWritten ? said.words() : words.say("desk.calling.prompts-no-words", "id", said.id()),
        isWritten,
        recorded.map(prompt -> calling + "/lines/" + prompt.id()).orElse(null),
        words.say("desk.calling.prompts-listen", "number", number),
        isOld ? recorded.map(this::changed).orElse(null) : null,
        isWritten ? file(said, number, form) : null,
        row.isPlayed()
            ? form.checkbox(remove(said), words.say("desk.calling.prompts-remove"))
            : null);
  }

  private String changed(RecordedPrompt prompt) {
    return words.say("desk.calling.prompts-old", "words", prompt.words());
  }

  private FileField file(SpokenLine said, int number, FormState form) {
    return form.file(
        field(said),
        words.say("desk.calling.prompts-file", "number", number),
        String.join(",", Prompts.PLAYED.stream().sorted().toList()));
  }
}
