package org.folkmoot.web.consultation;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.FileField;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Where an officer puts a recording of the question.
///
/// @param listenHref where the one that is there can be heard, or null
/// @param away takes it away again; null where there is none
public record RecordingPage(
    String title,
    String lead,
    @Nullable String listenHref,
    @Nullable ErrorSummary errors,
    FileField file,
    TextField reader,
    TextArea words,
    @Nullable Checkbox away,
    Button save)
    implements Page {

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "consultation/recording.mustache";
  }
}
