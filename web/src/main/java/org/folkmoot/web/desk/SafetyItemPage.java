package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// One that is set apart: its words, what was noted, what to do.
///
/// @param takenBack says that only this copy is left; null while it stands
/// @param contact how the sender can be reached, once the lead asked for it
public record SafetyItemPage(
    String title,
    @Nullable ErrorSummary errors,
    String listHref,
    String action,
    VoiceItem voice,
    List<Link> files,
    @Nullable String takenBack,
    @Nullable String young,
    @Nullable String contact,
    TextArea why,
    List<Step> steps)
    implements Page {

  public SafetyItemPage {
    files = List.copyOf(files);
    steps = List.copyOf(steps);
  }

  /// Something that was done, by whom and why.
  public record Step(String iso, String date, String what, String by, @Nullable String note) {}

  public boolean hasFiles() {
    return !files.isEmpty();
  }

  @Override
  public String template() {
    return "desk/safety-item.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
