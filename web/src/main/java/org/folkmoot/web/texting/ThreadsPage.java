package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;

/// Conversations by text, those that wait for a person first; without numbers and words.
///
/// @param said how many there are and how many of them wait
/// @param rows those that do not wait, the one heard last first
/// @param next where older ones are; empty at the end
public record ThreadsPage(
    String title, String said, List<Row> waiting, List<Row> rows, String next, String textingHref)
    implements Page {

  public ThreadsPage {
    waiting = List.copyOf(waiting);
    rows = List.copyOf(rows);
  }

  /// @param since since when it waits; empty where it does not
  public record Row(
      String who, String href, String where, String spoken, String heard, String since) {}

  public boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  public boolean hasNext() {
    return !next.isEmpty();
  }

  @Override
  public String template() {
    return "texting/threads.mustache";
  }
}
