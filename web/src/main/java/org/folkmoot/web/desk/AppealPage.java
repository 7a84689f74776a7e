package org.folkmoot.web.desk;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// One wish for a second look, and its answer: `do` = `show` | `leave`, `told`, `version`.
///
/// @param refused who did not show it and why, in a sentence
/// @param why what the sender says to it, or null
/// @param stop why this reader cannot answer it now, or null
public record AppealPage(
    String title,
    @Nullable ErrorSummary errors,
    String listHref,
    VoiceItem voice,
    String refused,
    String asked,
    @Nullable String why,
    @Nullable String stop,
    String action,
    String version,
    TextArea told)
    implements Page {

  @Override
  public String template() {
    return "desk/appeal.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
