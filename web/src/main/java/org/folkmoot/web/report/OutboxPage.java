package org.folkmoot.web.report;

import java.util.List;
import org.folkmoot.web.Page;

/// How many wait to be told what was decided; never who.
///
/// @param textsHref where it is seen how the texts arrived
/// @param samples some of the texts that wait
public record OutboxPage(
    String title, List<Row> rows, List<String> samples, String sendAction, String textsHref)
    implements Page {

  public OutboxPage {
    rows = List.copyOf(rows);
    samples = List.copyOf(samples);
  }

  /// @param never cannot be told: they said no to messages, or cannot be reached
  public record Row(String how, String waiting, String sent, String never) {}

  public boolean hasSamples() {
    return !samples.isEmpty();
  }

  @Override
  public String template() {
    return "report/outbox.mustache";
  }
}
