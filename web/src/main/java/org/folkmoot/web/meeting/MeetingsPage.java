package org.folkmoot.web.meeting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// The meetings people can come to, those to come before those that were.
///
/// @param nothing said when there is none to come
public record MeetingsPage(
    String title, List<Item> coming, @Nullable EmptyState nothing, List<Item> past)
    implements Page {
  public MeetingsPage {
    coming = List.copyOf(coming);
    past = List.copyOf(past);
  }

  /// One meeting.
  public record Item(String name, String href, String when, String where) {}

  public boolean hasComing() {
    return !coming.isEmpty();
  }

  public boolean hasPast() {
    return !past.isEmpty();
  }

  @Override
  public String template() {
    return "meeting/list.mustache";
  }
}
