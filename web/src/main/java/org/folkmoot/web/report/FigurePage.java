package org.folkmoot.web.report;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.Pagination;
import org.jspecify.annotations.Nullable;

/// The voices under one figure, as far as each allowed, or why no list is opened.
///
/// @param about what is counted
/// @param sentence "12 people: 7 you can read here, 3 counted but not shown, 2 taken back since"
/// @param explained what the unit means
/// @param tooFew why there is no list; then there are no voices
public record FigurePage(
    String title,
    String about,
    @Nullable String sentence,
    @Nullable String explained,
    @Nullable String tooFew,
    List<Voice> voices,
    @Nullable Pagination pagination,
    String reportHref)
    implements Page {

  public FigurePage {
    voices = List.copyOf(voices);
  }

  /// @param answers what was chosen, each beside its question
  /// @param voiceWhen day it came
  /// @param voiceTitle and [#marked] may be null; `paragraphs` may be empty
  /// @param staffHref its page on the desk; null for everyone else
  public record Voice(
      Drawing drawing,
      String voiceDoor,
      String voiceWhen,
      @Nullable String voiceTitle,
      List<String> paragraphs,
      List<Answer> answers,
      String lang,
      @Nullable String marked,
      @Nullable String saidBy,
      @Nullable String staffHref) {
    public Voice {
      paragraphs = List.copyOf(paragraphs);
      answers = List.copyOf(answers);
    }

    public boolean hasAnswers() {
      return !answers.isEmpty();
    }
  }

  /// What somebody chose, in few words.
  public record Answer(String question, String chosen) {}

  public boolean hasVoices() {
    return !voices.isEmpty();
  }

  @Override
  public String template() {
    return "report/figure.mustache";
  }
}
