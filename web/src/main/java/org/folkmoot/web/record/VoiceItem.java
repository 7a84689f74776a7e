package org.folkmoot.web.record;

import java.util.List;
import java.util.Optional;
import org.folkmoot.web.part.Drawing;
import org.jspecify.annotations.Nullable;

/// One voice in a list, with `record/voice.mustache`.
///
/// @param anchor its id on the page
/// @param lang BCP 47 language of the words
/// @param whose "a table of 6" or "12 marks, not people"; null for one person
/// @param warning what the teller wants readers to know beforehand
/// @param quoteAs the name it may be quoted under
/// @param files "with 2 files", or null
/// @param made translations and transcripts, each said to be one
public record VoiceItem(
    String anchor,
    Drawing drawing,
    String door,
    String iso,
    String date,
    @Nullable String heading,
    String text,
    String lang,
    List<Said> answers,
    @Nullable String whose,
    @Nullable String warning,
    @Nullable String quoteAs,
    @Nullable String files,
    List<Made> made,
    List<String> themes,
    @Nullable String table) {

  public VoiceItem {
    answers = List.copyOf(answers);
    made = List.copyOf(made);
    themes = List.copyOf(themes);
  }

  /// A question and what was said to it.
  public record Said(String prompt, String reply) {}

  /// What its sender said last in other words, read before what was said first.
  public Optional<Made> newest() {
    return made.stream().filter(Made::bySender).filter(Made::hasMadeText).reduce((_, last) -> last);
  }

  /// Everything made from the original but the newest words.
  public List<Made> others() {
    Optional<Made> newest = newest();
    return made.stream().filter(text -> !text.equals(newest.orElse(null))).toList();
  }

  /// A text made from the original.
  ///
  /// @param bySender whether its sender said it in other words
  public record Made(String kind, String madeText, String madeLang, boolean bySender) {
    public Made(String kind, String madeText, String madeLang) {
      this(kind, madeText, madeLang, false);
    }

    /// False where it stands for the words already.
    public boolean hasMadeText() {
      return !madeText.isEmpty();
    }
  }

  /// The same with a long text cut short, as a list shows it.
  public VoiceItem atMost(int characters) {
    if (text.length() <= characters) {
      return this;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, characters)));
    return new VoiceItem(
        anchor,
        drawing,
        door,
        iso,
        date,
        heading,
        cut.strip() + " …",
        lang,
        answers,
        whose,
        warning,
        quoteAs,
        files,
        List.of(),
        themes,
        table);
  }

  public boolean hasThemes() {
    return !themes.isEmpty();
  }
}
