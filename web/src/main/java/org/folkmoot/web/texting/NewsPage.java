package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// Where an officer writes news to those who agreed to texts, sees who would get it and for how
/// much, sends it, and sees what became of it.
///
/// @param shown the one news looked at; none while one is being written
/// @param earlier the news there were, the newest first
public record NewsPage(
    String title,
    @Nullable ErrorSummary errors,
    String action,
    String sendAction,
    Choices audience,
    List<TextArea> texts,
    List<Shown> shown,
    List<Earlier> earlier)
    implements Page {

  public NewsPage {
    texts = List.copyOf(texts);
    shown = List.copyOf(shown);
    earlier = List.copyOf(earlier);
  }

  /// One news.
  ///
  /// @param people how many get it, and who does not
  /// @param standing how far it has come, empty before it is sent
  /// @param id to confirm with
  public record Shown(
      String id,
      String heading,
      boolean isDraft,
      String people,
      String cost,
      String standing,
      List<Line> lines,
      List<Count> counts,
      List<Missed> missed) {
    public Shown {
      lines = List.copyOf(lines);
      counts = List.copyOf(counts);
      missed = List.copyOf(missed);
    }

    public boolean hasCounts() {
      return !counts.isEmpty();
    }

    public boolean hasMissed() {
      return !missed.isEmpty();
    }
  }

  /// It in one language, as a telephone shows it.
  ///
  /// @param swap which letters make it costly and what could stand for them, empty for none
  public record Line(
      String language,
      String lang,
      String dir,
      String said,
      String people,
      String size,
      boolean costly,
      String perThousand,
      String swap) {
    public boolean hasSwap() {
      return !swap.isEmpty();
    }
  }

  /// How many are how far.
  public record Count(String what, String number) {}

  /// One who did not get it.
  public record Missed(String who, String why) {}

  public record Earlier(String when, String standing, String href) {}

  public boolean hasEarlier() {
    return !earlier.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "texting/news.mustache";
  }
}
