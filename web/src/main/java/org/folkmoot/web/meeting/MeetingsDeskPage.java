package org.folkmoot.web.meeting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// All meetings of a consultation, for those who run them.
public record MeetingsDeskPage(
    String title,
    String backHref,
    List<MeetingsPage.Item> meetings,
    @Nullable EmptyState nothing,
    String newHref)
    implements Page {
  public MeetingsDeskPage {
    meetings = List.copyOf(meetings);
  }

  public boolean hasMeetings() {
    return !meetings.isEmpty();
  }

  @Override
  public String template() {
    return "meeting/desk-list.mustache";
  }
}
