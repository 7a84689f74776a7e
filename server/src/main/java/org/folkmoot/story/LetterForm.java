package org.folkmoot.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaRef;
import org.folkmoot.record.NewContribution;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.story.LetterPage;
import org.folkmoot.web.story.Telling;
import org.jspecify.annotations.Nullable;

/// The form on which a letter's text is checked. Fields: `words`, `writer`, `kind` = `organisation`
/// | `person`, `received` (ISO date), `title`, `use` = `unnamed` | `named` | `count`, `website`,
/// `under18`, `file-id`.
final class LetterForm {
  private LetterForm() {}

  /// What is missing or wrong.
  static List<FieldError> problems(FormState form, Words words, LocalDate today) {
    List<FieldError> found = new ArrayList<>();
    if (form.value("words").isEmpty()) {
      found.add(new FieldError("words", words.say("desk.letter.words-missing")));
    }
    if (form.value("writer").isEmpty()) {
      found.add(new FieldError("writer", words.say("desk.letter.writer-missing")));
    }
    if (!List.of("organisation", "person").contains(form.value("kind"))) {
      found.add(new FieldError("kind", words.say("desk.letter.kind-missing")));
    }
    if (LetterRoutes.received(form.value("received")).filter(d -> !d.isAfter(today)).isEmpty()) {
      found.add(new FieldError("received", words.say("desk.letter.received-missing")));
    }
    if (!List.of("unnamed", "named", "count").contains(form.value("use"))) {
      found.add(new FieldError("use", words.say("desk.letter.use-missing")));
    }
    return found;
  }

  /// @param list address of the list of letters
  static LetterPage page(
      Words words, String list, FormState form, String act, @Nullable MediaRef file) {
    return new LetterPage(
        words.say("desk.letter.check"),
        list + "/new",
        act,
        file == null ? "" : file.id().value(),
        file == null ? null : said(words, file),
        file == null || file.kind() != MediaKind.PICTURE
            ? null
            : new Telling.Picture(
                list + "/file/" + file.id().value(), words.say("desk.letter.picture-alt"), null),
        form.summary(),
        form.text("writer", words.say("desk.letter.writer"))
            .hint(words.say("desk.letter.writer-hint"))
            .atMost(120),
        form.radios(
            "kind",
            words.say("desk.letter.kind"),
            List.of(
                new Choices.Option("organisation", words.say("desk.letter.kind-organisation")),
                new Choices.Option("person", words.say("desk.letter.kind-person")))),
        form.text("received", words.say("desk.letter.received")).of("date"),
        form.text("title", words.say("desk.letter.about")).ifYouLike().atMost(120),
        form.area("words", words.say("desk.letter.words"), 14)
            .hint(words.say("desk.letter.words-hint"))
            .atMost(NewContribution.MAX_TEXT),
        form.radios(
            "use",
            words.say("desk.letter.use"),
            List.of(
                new Choices.Option("unnamed", words.say("desk.letter.use-unnamed")),
                new Choices.Option("named", words.say("desk.letter.use-named")),
                new Choices.Option("count", words.say("desk.letter.use-count")))),
        form.checkbox("website", words.say("desk.letter.website")),
        form.checkbox("under18", words.say("desk.letter.under18")));
  }

  private static String said(Words words, MediaRef file) {
    String name =
        file.originalName().isEmpty() ? words.say("desk.letter.file-unnamed") : file.originalName();
    String key =
        file.text().isEmpty()
            ? "desk.letter.file-scan"
            : file.textCut() || file.text().length() > NewContribution.MAX_TEXT
                ? "desk.letter.file-cut"
                : "desk.letter.file-read";
    return words.say(key, "name", name);
  }
}
