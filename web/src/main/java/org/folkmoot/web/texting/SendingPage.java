package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// What texts cost, how they arrive, what an officer should know about, and the rules they go by.
///
/// @param spent what was paid so far, of what
/// @param alarms the newest first
public record SendingPage(
    String title,
    @Nullable ErrorSummary errors,
    String action,
    String spent,
    List<Alarm> alarms,
    List<NewsPage.Count> counts,
    List<TextField> fields)
    implements Page {

  public SendingPage {
    alarms = List.copyOf(alarms);
    counts = List.copyOf(counts);
    fields = List.copyOf(fields);
  }

  public record Alarm(String when, String what) {}

  public boolean hasAlarms() {
    return !alarms.isEmpty();
  }

  public boolean hasCounts() {
    return !counts.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "texting/sending.mustache";
  }
}
