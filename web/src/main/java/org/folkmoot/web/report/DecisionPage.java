package org.folkmoot.web.report;

import java.util.List;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// What was decided, and what became of everything people said.
///
/// @param lang of what the council itself wrote
/// @param decidedBy who decided and when
/// @param vote how they voted, or null
public record DecisionPage(
    String title,
    String lang,
    List<String> decided,
    String decidedBy,
    @Nullable String vote,
    List<Line> themeLines,
    List<Line> recommendationLines,
    String reportHref)
    implements Page {

  public DecisionPage {
    decided = List.copyOf(decided);
    themeLines = List.copyOf(themeLines);
    recommendationLines = List.copyOf(recommendationLines);
  }

  /// You said, we did, why not.
  ///
  /// @param answered false is said as "not answered yet"; then the rest is not shown
  /// @param progress how far it is, or null
  /// @param late whether its day has passed and it is not done
  public record Line(
      String anchor,
      String subject,
      boolean answered,
      @Nullable String said,
      @Nullable String did,
      @Nullable String whyNot,
      @Nullable String who,
      @Nullable String when,
      @Nullable String progress,
      boolean late) {
    public Line(
        String anchor,
        String subject,
        boolean answered,
        @Nullable String said,
        @Nullable String did,
        @Nullable String whyNot,
        @Nullable String who,
        @Nullable String when,
        @Nullable String progress) {
      this(anchor, subject, answered, said, did, whyNot, who, when, progress, false);
    }
  }

  public boolean hasThemes() {
    return !themeLines.isEmpty();
  }

  public boolean hasRecommendations() {
    return !recommendationLines.isEmpty();
  }

  @Override
  public String template() {
    return "report/decision.mustache";
  }
}
