package org.folkmoot.record;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// Voices as pages show them. Decides nothing about who may read what: a [Voice] has been decided.
public final class VoiceViews {

  private VoiceViews() {}

  /// One voice in a list.
  ///
  /// @param themes names by id
  public static VoiceItem item(Voice voice, Map<String, String> themes, Words words, ZoneId zone) {
    List<VoiceItem.Said> answers = new ArrayList<>();
    for (QuestionAnswer answer : voice.answers()) {
      List<String> all = new ArrayList<>(answer.chosen());
      if (!answer.text().isBlank()) {
        all.add(answer.text());
      }
      answers.add(new VoiceItem.Said(answer.prompt(), String.join("\n", all)));
    }
    var received = voice.receivedAt().atZone(zone);
    return new VoiceItem(
        voice.id(),
        Drawing.ofDoor(voice.channel().name()),
        words.say(voice.channel().wordKey()),
        voice.receivedAt().toString(),
        words.shortDate(received.toLocalDate()),
        voice.title().isEmpty() ? null : voice.title(),
        isSaidInAnswers(voice) ? "" : voice.text(),
        voice.language(),
        answers,
        whose(voice.voices(), words),
        voice.contentNote().isEmpty() ? null : voice.contentNote(),
        voice.quoteAs().isEmpty() ? null : voice.quoteAs(),
        voice.media().isEmpty() ? null : words.say("record.files", "count", voice.media().size()),
        voice.derived().stream()
            .map(t ->
                new VoiceItem.Made(
                    made(t, words),
                    t.text(),
                    t.language(),
                    t.kind().equals(Contribution.CORRECTION)))
            .toList(),
        voice.themes().stream().filter(themes::containsKey).map(themes::get).toList(),
        voice.source().table().isEmpty() ? null : voice.source().table());
  }

  /// Its files, for those who may open all of them.
  public static List<Link> files(Voice voice, Words words) {
    List<Link> files = new ArrayList<>();
    for (Media file : voice.media()) {
      files.add(
          new Link(
              words.say("record.open-file", "n", files.size() + 1),
              "/c/" + voice.consultation() + "/media/" + file.id()));
    }
    return files;
  }

  /// A contributor's own words, for whoever has shown that they are theirs.
  public static VoiceItem own(Contribution contribution, Words words, ZoneId zone) {
    return item(RecordReading.voice(contribution, Reader.STAFF), Map.of(), words, zone);
  }

  private static @Nullable String whose(Voices voices, Words words) {
    return switch (voices) {
      case Voices.One _ -> null;
      case Voices.Group group -> words.say("record.group", "count", group.people());
      case Voices.GroupOfUnknownSize _ -> words.say("record.group-unknown");
      case Voices.Tally tally -> words.say("record.marks", "count", tally.marks());
    };
  }

  private static String made(Contribution.DerivedText text, Words words) {
    return switch (text.kind()) {
      case "TRANSLATION" -> words.say("record.made-translation");
      case "TRANSCRIPT" -> words.say("record.made-transcript");
      case Contribution.CORRECTION -> words.say("record.made-correction");
      default -> words.say("record.made-left-out");
    };
  }

  /// Whether the words are the open answers and nothing else, so that they need not stand twice.
  private static boolean isSaidInAnswers(Voice voice) {
    return voice
        .text()
        .equals(
            voice.answers().stream()
                .map(QuestionAnswer::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n")));
  }
}
