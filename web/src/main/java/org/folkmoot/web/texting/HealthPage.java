package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;

/// How texting does: what comes and goes by day, what it costs, what arrives, who wants no more.
///
/// @param spent what was paid so far, of what
/// @param days the last seven, the newest first
/// @param counts texts that we began, by how far they have come
/// @param told the same of those that tell what was decided
/// @param stopped who wants no more texts, a sentence each
/// @param last what the gateway did last, a sentence each
public record HealthPage(
    String title,
    String spent,
    String sendingHref,
    List<Day> days,
    List<NewsPage.Count> counts,
    List<NewsPage.Count> told,
    List<String> stopped,
    List<String> last)
    implements Page {

  public HealthPage {
    days = List.copyOf(days);
    counts = List.copyOf(counts);
    told = List.copyOf(told);
    stopped = List.copyOf(stopped);
    last = List.copyOf(last);
  }

  /// @param cost of what went; empty on a day without a text
  public record Day(
      String on, String in, String inParts, String out, String outParts, String cost) {}

  public boolean hasCounts() {
    return !counts.isEmpty();
  }

  public boolean hasTold() {
    return !told.isEmpty();
  }

  @Override
  public String template() {
    return "texting/health.mustache";
  }
}
