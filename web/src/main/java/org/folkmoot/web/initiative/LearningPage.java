package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// What lies on the shelf to learn from.
public record LearningPage(String title, String lang, Around around, List<Work> works)
    implements Page {
  public LearningPage {
    works = List.copyOf(works);
  }

  /// @param workTitle as cited, in English
  /// @param replies what it replies to, and `replied` what replies to it; null for nothing
  public record Work(
      String anchor,
      String workTitle,
      String workBy,
      String summary,
      String workHref,
      @Nullable String workGone,
      @Nullable String workNote,
      @Nullable Reply replies,
      @Nullable Reply replied) {}

  public record Reply(String replyLabel, String replyHref) {}

  @Override
  public String template() {
    return "initiative/learning.mustache";
  }
}
