package org.folkmoot.web.meeting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// One meeting for a volunteer with an evening pass: what they may enter, and nothing else.
///
/// @param you as whom they are in
/// @param entries what can be entered
public record EveningPage(
    String title,
    String when,
    String you,
    List<MeetingDeskPage.Entry> entries,
    @Nullable ErrorSummary errors,
    String attendanceAction,
    TextField heads,
    TextField slips,
    Button save,
    String leaveAction,
    Button leave)
    implements Page {
  public EveningPage {
    entries = List.copyOf(entries);
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "meeting/evening.mustache";
  }
}
