package org.folkmoot.web.meeting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// All meetings of a consultation, for those who run them: the next first, then the last held.
public record MeetingsDeskPage(
    String title,
    String backHref,
    List<MeetingsPage.Item> coming,
    List<MeetingsPage.Item> past,
    @Nullable EmptyState nothing,
    String newHref)
    implements Page {
  public MeetingsDeskPage {
    coming = List.copyOf(coming);
    past = List.copyOf(past);
  }

  public boolean hasComing() {
    return !coming.isEmpty();
  }

  public boolean hasPast() {
    return !past.isEmpty();
  }

  @Override
  public String template() {
    return "meeting/desk-list.mustache";
  }
}
