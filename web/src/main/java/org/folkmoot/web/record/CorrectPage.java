package org.folkmoot.web.record;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// Writing anew what one has said: the words as they are, and room for new ones.
///
/// @param why why it is not shown, or null where it is
/// @param change what can be changed, or null
public record CorrectPage(
    String title,
    String code,
    @Nullable ErrorSummary errors,
    @Nullable String why,
    @Nullable String change,
    VoiceItem said,
    String action,
    String key,
    TextArea text,
    String backHref)
    implements Page {

  @Override
  public String template() {
    return "record/correct.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
